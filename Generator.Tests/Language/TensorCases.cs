namespace Fluxion.Generator.Tests.Language;

/// <summary>What <c>TensorPrimitives</c> computes, against differences of the library itself.</summary>
internal static class TensorCases
{
    private static readonly double[] A = [0.5, 1.2, 0.8, 1.7, 0.3], B = [1.1, -0.4, 0.9, 0.6, 1.4];

    private static readonly string[] Reductions = ["Sum", "SumOfSquares", "SumOfMagnitudes", "Norm", "Product", "Average", "Max", "Min"];

    private static readonly string[] Pairs = ["Dot", "Distance", "CosineSimilarity"];

    private static readonly string[] Maps =
    [
        "Negate", "Abs", "Sqrt", "Cbrt", "Exp", "Log", "Log2", "Log10", "Sin", "Cos", "Tan", "Atan", "Sinh", "Cosh", "Tanh", "Asinh",
        "Sigmoid", "SoftMax",
    ];

    private static readonly string[] Elementwise =
    [
        "Add(a, b, t)", "Add(a, x, t)", "Subtract(a, b, t)", "Subtract(a, x, t)", "Subtract(x, a, t)", "Multiply(a, b, t)",
        "Multiply(a, x, t)", "Divide(b, a, t)", "Divide(a, x, t)", "Divide(x, a, t)", "Pow(a, b, t)", "Pow(a, x, t)",
        "Pow(x, a, t)", "Max(a, b, t)", "Max(a, x, t)", "Min(a, b, t)", "Clamp(a, 0.4, x, t)", "MultiplyAdd(a, b, a, t)",
        "MultiplyAdd(a, b, x, t)", "MultiplyAdd(a, x, b, t)", "AddMultiply(a, b, a, t)", "AddMultiply(a, b, x, t)",
        "AddMultiply(a, x, b, t)",
    ];

    public static readonly LanguageCase[] All =
    [
        .. Reductions.Select(static f => Case(
            $"tensor reduction {f}", $"static double F(double[] a) => TensorPrimitives.{f}<double>(a) * a[0];", "double[] a", A)),
        .. Pairs.Select(static f => Case(
            $"tensor reduction {f} of two",
            $"static double F(double[] a, double[] b) => TensorPrimitives.{f}<double>(a, b) * a[0];",
            "double[] a, double[] b", A, B)),
        .. Maps.Select(static f => Case($"tensor map {f}", $$"""
            static double F(double[] a)
            {
                double[] t = new double[a.Length + 1];
                TensorPrimitives.{{f}}<double>(a, t);
                return TensorPrimitives.Dot<double>(a, t.AsSpan(0, a.Length)) + t[0] * t[1];
            }
            """, "double[] a", A)),
        .. Elementwise.Select(static f => Case($"tensor operation {f}", $$"""
            static double F(double[] a, double[] b, double x)
            {
                double[] t = new double[a.Length];
                TensorPrimitives.{{f}};
                double s = 0;
                for (int i = 0; i < t.Length; i++) { s += t[i] * a[i] * (i + 1); }
                return s * b[0] + x;
            }
            """, "double[] a, double[] b, double x", A, B, 1.3)),
        Case("tensor operations in place and on slices", """
            static double F(double[] a)
            {
                Span<double> t = stackalloc double[5];
                TensorPrimitives.Multiply<double>(a, a, t);
                TensorPrimitives.Add<double>(t, t, t);
                TensorPrimitives.Exp<double>(t.Slice(1, 3), t[1..4]);
                TensorPrimitives.SoftMax<double>(t, t);
                return TensorPrimitives.Max<double>(t) + TensorPrimitives.Dot<double>(t[..2], t[3..]);
            }
            """, "double[] a", A),
        Case("tensor operations in single precision", """
            static double F(double[] a, float x)
            {
                float[] t = new float[a.Length];
                for (int i = 0; i < t.Length; i++) { t[i] = (float)a[i] * x; }
                float[] u = new float[t.Length];
                TensorPrimitives.Sigmoid(t, u);
                TensorPrimitives.MultiplyAdd(t, u, x, u);
                return TensorPrimitives.Norm(u) + TensorPrimitives.Sum(t);
            }
            """, "double[] a, float x", A, 1.5f),
    ];

    private static LanguageCase Case(string name, string members, string signature, params object[] arguments) =>
        new(name, members, signature, arguments) { IsRounded = true };
}
