namespace Fluxion.Generator.Tests.Diagnostics;

/// <summary>What users get wrong, and where they are told so. At least one row for each diagnostic.</summary>
internal static class DiagnosticCases
{
    public static readonly DiagnosticCase[] All =
    [
        // Lowering
        DiagnosticCase.InBody("FLX0101", "try", "[|try { return x; } finally { Console.WriteLine(); }|]"),
        DiagnosticCase.InBody("FLX0101", "an object made", "return x * [|new Random(n)|].NextDouble();"),
        DiagnosticCase.InBody("FLX0102", "a decimal local", "decimal y = [|2|]; return x * (double)y;"),
        DiagnosticCase.InClass("FLX0103", "recursion", """
            static double Power(double v, int k) => k == 0 ? 1 : v * [|Power(v, k - 1)|];

                [Differentiable]
                static double Loss(double x, int n) => Power(x, n);
            """),
        DiagnosticCase.InBody("FLX0104", "a call without source", "return x * [|double.Parse(\"2\")|];"),
        DiagnosticCase.InBody("FLX0101", "a call on an instance", "return x + [|n.GetHashCode()|];"),
        DiagnosticCase.InClass("FLX0105", "a field that can change", """
            static double s_scale = 2;

                [Differentiable]
                static double Loss(double x) => x * [|s_scale|];
            """),
        DiagnosticCase.InClass("FLX0105", "a field that is written", """
            static double s_last;

                [Differentiable]
                static double Loss(double x)
                {
                    [|s_last|] = x;
                    return x * x;
                }
            """),
        DiagnosticCase.InClass("FLX0105", "a store to an array of a field", """
            static readonly double[] Weights = [1, 2];

                [Differentiable]
                static double Loss(double x)
                {
                    [|Weights[0] = x|];
                    return x * x;
                }
            """),
        DiagnosticCase.InBody("FLX0110", "a cast to int that counts", "return x * [|(int)x|];"),
        DiagnosticCase.InBody("FLX0111", "a stepwise function", "return x * [|Math.Floor(x)|];"),

        // Usage
        new("FLX0201", "a type that is not partial", """
            static class Model
            {
                [Fluxion.Differentiable]
                static double [|Loss|](double x) => x;
            }
            """),
        new("FLX0201", "an outer type that is not partial", """
            static class Outer
            {
                static partial class Model
                {
                    [Fluxion.Differentiable]
                    static double [|Loss|](double x) => x;
                }
            }
            """),
        new("FLX0202", "an instance method", """
            partial class Model
            {
                [Fluxion.Differentiable]
                double [|Loss|](double x) => x;
            }
            """),
        DiagnosticCase.InClass("FLX0203", "an async method", """
            [Differentiable]
                static async System.Threading.Tasks.Task<double> [|Loss|](double x) { await System.Threading.Tasks.Task.Yield(); return x; }
            """),
        DiagnosticCase.InClass("FLX0204", "a result that is no number", "[Differentiable] static string [|Loss|](double x) => \"\";"),
        DiagnosticCase.InClass("FLX0204", "an integer result", "[Differentiable] static int [|Loss|](double x) => 1;"),
        DiagnosticCase.InClass("FLX0205", "no parameter at all", "[Differentiable] static double [|Loss|]() => 1;"),
        DiagnosticCase.InClass("FLX0205", "only constants", "[Differentiable] static double [|Loss|](int n, [NoDerivative] double x) => n * x;"),
        new("FLX0206", "a file-local type", """
            file static partial class Model
            {
                [Fluxion.Differentiable]
                static double [|Loss|](double x) => x;
            }
            """),
        DiagnosticCase.InClass("FLX0207", "a ref parameter", "[Differentiable] static double Loss(ref double [|x|]) => x;"),
        DiagnosticCase.InClass("FLX0208", "a generic method", "[Differentiable] static double [|Loss|]<T>(double x) => x;"),
        DiagnosticCase.InClass("FLX0209", "data that is a number", "[Differentiable] static double Loss(double x, [Data] double [|y|]) => x * y;"),
        new("FLX0210", "an external method", """
            static partial class Model
            {
                [Fluxion.Differentiable]
                [System.Runtime.InteropServices.DllImport("m")]
                static extern double [|sin|](double x);
            }
            """),
        DiagnosticCase.InClass(
            "FLX0211", "two roles", "[Differentiable] static double Loss(double x, [NoDerivative, Data] double[] [|y|]) => x * y[0];"),
        DiagnosticCase.InClass(
            "FLX0212", "expressions", "[[|Differentiable(Derivatives.Expressions)|]] static double Loss(double x) => x;"),
        DiagnosticCase.InClass("FLX0213", "an object as parameter", "[Differentiable] static double Loss(double x, object [|o|]) => x;"),
    ];
}
