namespace Fluxion.Generator.Tests.Behaviour;

/// <summary><c>TensorPrimitives</c> where differences cannot say what is right.</summary>
public sealed class TensorTests
{
    private static readonly Lazy<Infrastructure.LoadedAssembly> Model = new(static () => Script.Load("""
        [Differentiable]
        public static double Norm(double[] a) => System.Numerics.Tensors.TensorPrimitives.Norm<double>(a);

        [Differentiable]
        public static double Distance(double[] a) => System.Numerics.Tensors.TensorPrimitives.Distance<double>(a, a);

        [Differentiable]
        public static double Max(double[] a) => System.Numerics.Tensors.TensorPrimitives.Max<double>(a);

        [Differentiable]
        public static double Min(double[] a) => System.Numerics.Tensors.TensorPrimitives.Min<double>(a);

        [Differentiable]
        public static double Soft(double[] a)
        {
            double[] t = new double[a.Length];
            System.Numerics.Tensors.TensorPrimitives.SoftMax<double>(a, t);
            return t[0];
        }

        [Differentiable]
        public static double Logistic(double[] a)
        {
            double[] t = new double[a.Length];
            System.Numerics.Tensors.TensorPrimitives.Sigmoid<double>(a, t);
            return System.Numerics.Tensors.TensorPrimitives.Sum<double>(t);
        }

        [Differentiable]
        public static double Dot(double[] a, double[] b) => System.Numerics.Tensors.TensorPrimitives.Dot<double>(a, b);

        [Differentiable]
        public static double Doubled(double[] a, int n)
        {
            double[] t = new double[n];
            System.Numerics.Tensors.TensorPrimitives.Add<double>(a, a, t);
            return t[0];
        }
        """, "return [];"));

    [Fact]
    public void LengthOfNothingHasTheDerivativeZero()
    {
        AssertGradient([0, 0], "Norm", [0, 0]);
        AssertGradient([0, 0], "Distance", [3, 4]);
    }

    [Fact]
    public void TiesShareTheDerivativeOfAnExtreme()
    {
        double third = 1.0 / 3;
        AssertGradient([third, 0, third, third], "Max", [2, 1, 2, 2]);
        AssertGradient([0, 0.5, 0, 0.5], "Min", [2, 1, 3, 1]);
        AssertGradient([0, 1, 0], "Max", [2, double.NaN, 3]);
    }

    [Fact]
    public void SharesDoNotOverflow()
    {
        AssertGradient([0, 0], "Soft", [1e3, -1e3]);
        AssertGradient([0.25, -0.25], "Soft", [1e300, 1e300]);
        AssertGradient([0, 0, 0.25], "Logistic", [1e3, -1e3, 0]);
        AssertGradient([0, 0], "Logistic", [1e300, -1e300]);
    }

    [Fact]
    public void LengthsAreChecked()
    {
        double[] two = [1, 2], three = [1, 2, 3];

        Assert.Throws<ArgumentException>(() => Model.Value.Call("Model", "DotGradient", two, three));
        Assert.Throws<ArgumentException>(() => Model.Value.Call("Model", "MaxGradient", Array.Empty<double>()));
        Assert.Equal("destination", Assert.Throws<ArgumentException>(() => Model.Value.Call("Model", "DoubledGradient", three, 2)).ParamName);
        AssertGradient([2, 0], "Doubled", two, 3);
    }

    private static void AssertGradient(double[] expected, string method, double[] point, params object[] others) => Assert.Equal(
        expected,
        (double[])Model.Value.Call("Model", method + "Gradient", [point, .. others])!,
        static (a, b) => Math.Abs(a - b) < 1e-15);
}
