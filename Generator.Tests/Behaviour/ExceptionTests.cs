namespace Fluxion.Generator.Tests.Behaviour;

/// <summary>Derivatives throw what the method throws.</summary>
public sealed class ExceptionTests
{
    [Fact]
    public void IndexOutsideAnArrayThrowsAsTheMethodDoes()
    {
        Infrastructure.LoadedAssembly assembly = Script.Load("""
            [Differentiable]
            public static double Pick(double[] a, int i) => a[i] * a[i];
            """, "return [];");

        Assert.Equal(new double[] { 0, 6 }, assembly.Call("Model", "PickGradient", new double[] { 2, 3 }, 1));
        Assert.Throws<IndexOutOfRangeException>(() => assembly.Call("Model", "PickGradient", new double[] { 2, 3 }, 2));
        Assert.Throws<NullReferenceException>(() => assembly.Call("Model", "Pick", null, 2));
    }

    [Fact]
    public void GuardThrowsItsOwnException()
    {
        Infrastructure.LoadedAssembly assembly = Script.Load("""
            [Differentiable]
            public static double Root(double x)
            {
                if (x < 0)
                {
                    throw new ArgumentOutOfRangeException(nameof(x), "is negative");
                }

                return Math.Sqrt(x);
            }
            """, "return [];");

        Assert.Equal(0.25, assembly.Call("Model", "RootGradient", 4.0));
        Assert.Equal("x", Assert.Throws<ArgumentOutOfRangeException>(() => assembly.Call("Model", "RootGradient", -1.0)).ParamName);
    }

    [Fact]
    public void ClampWithSwappedBoundsThrowsAsTheMethodDoes()
    {
        Infrastructure.LoadedAssembly assembly = Script.Load("""
            [Differentiable]
            public static double Limit(double x, double low, double high) => Math.Clamp(x, low, high);
            """, "return [];");

        Assert.Throws<ArgumentException>(() => assembly.Call("Model", "LimitGradient", 0.0, 2.0, 1.0));
    }

    [Fact]
    public void IntegerDivisionByZeroThrowsAsTheMethodDoes()
    {
        Infrastructure.LoadedAssembly assembly = Script.Load("""
            [Differentiable]
            public static double Share(double x, int n) => x * (10 / n);
            """, "return [];");

        Assert.Equal(5.0, assembly.Call("Model", "ShareGradient", 1.0, 2));
        Assert.Throws<DivideByZeroException>(() => assembly.Call("Model", "ShareGradient", 1.0, 0));
    }
}
