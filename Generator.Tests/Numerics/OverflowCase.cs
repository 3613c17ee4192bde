namespace Fluxion.Generator.Tests.Numerics;

/// <summary>A function of x and y as textbooks write it, and its slopes, written so that nothing overflows.</summary>
/// <param name="Body">An expression of <c>x</c> and <c>y</c>; <c>M</c> stands for Math or MathF, <c>R</c> for the type.</param>
/// <param name="Slopes">The partial derivatives.</param>
/// <param name="IsFarInBoth">Whether y, too, takes values far out.</param>
internal sealed record OverflowCase(string Body, Func<double, double, (double X, double Y)> Slopes, bool IsFarInBoth = false)
{
    private static double[] Near => [1, -2, 0.25];

    /// <summary>Where the slopes are compared.</summary>
    public IEnumerable<(double X, double Y)> Points(string type)
    {
        double[] far = type == "float"
            ? [0, 1, -1, 5, -5, 30, -30, 80, -80, 1e2f, -1e2f, 1e3f, -1e3f, 1e10f, -1e10f, 1e30f, -1e30f]
            : [0, 1, -1, 30, -30, 700, -700, 800, -800, 1e3, -1e3, 1e10, -1e10, 1e160, 1e300, -1e300];
        return far.SelectMany(x => (IsFarInBoth ? far : Near).Select(y => (x, y)));
    }

    /// <summary>The source of a class with the function as a method <c>F</c>.</summary>
    public string Source(string className, string form, string type)
    {
        string body = Body.Replace("M.", type == "float" ? "MathF." : "Math.", StringComparison.Ordinal)
            .Replace("R.", type + ".", StringComparison.Ordinal).Replace("(R)", $"({type})", StringComparison.Ordinal);
        return $$"""
            using System;
            using Fluxion;

            static partial class {{className}}
            {
                {{Member(form, type).Replace("BODY", body, StringComparison.Ordinal)}}
                static TYPE CrossEntropy(TYPE p, TYPE y) => -y * MATH.Log(p) - (1 - y) * MATH.Log(1 - p);
                static TYPE Sigma(TYPE x) => 1 / (1 + MATH.Exp(-x));
                static TYPE LogAdd(TYPE x, TYPE y) { TYPE m = Math.Max(x, y); return m + MATH.Log(MATH.Exp(x - m) + MATH.Exp(y - m)); }
            }
            """.Replace("TYPE", type, StringComparison.Ordinal).Replace("MATH", type == "float" ? "MathF" : "Math", StringComparison.Ordinal);
    }

    private static string Member(string form, string type) => form switch
    {
        "Direct" => $"[Differentiable] public static {type} F({type} x, {type} y) => ({type})(BODY);",
        "Helper" => $"[Differentiable] public static {type} F({type} a, {type} b) {{ {type} u = G(a, b); return u; }} "
            + $"static {type} G({type} x, {type} y) {{ {type} v = ({type})(BODY); return v; }}",
        _ => $"[Differentiable] public static {type} F({type}[] a, {type}[] b) {{ {type} sum = 0; "
            + $"for (int i = 0; i < a.Length; i++) {{ {type} x = a[i], y = b[i]; sum += ({type})(BODY); }} return sum; }}",
    };
}
