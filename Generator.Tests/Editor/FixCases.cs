using Fluxion.CodeFixes;

namespace Fluxion.Generator.Tests.Editor;

/// <summary>What the editor offers, and what comes of it. At least one row for each fix and each of its diagnostics.</summary>
internal static class FixCases
{
    public static readonly FixCase[] All =
    [
        new("FLX0201", "a type", new MakeTypePartial(), "Make 'Model' partial",
            "[Differentiable] public static double [|Loss|](double x) => x * x;",
            "[Differentiable] public static double Loss(double x) => x * x;")
        {
            Header = "public static class Model", HeaderAfter = "public static partial class Model",
        },
        new("FLX0201", "two types, the inner one with a comment", new MakeTypePartial(), "Make 'Outer' and 'Inner' partial",
            """
            // The model.
            class Inner
            {
                [Differentiable] public static double [|Loss|](double x) => x * x;
            }
            """,
            """
            // The model.
            partial class Inner
            {
                [Differentiable] public static double Loss(double x) => x * x;
            }
            """)
        {
            Header = "class Outer", HeaderAfter = "partial class Outer",
        },
        new("FLX0202", "an instance method that needs no instance", new MakeMethodStatic(), "Make 'Loss' static",
            "[Differentiable] public double [|Loss|](double x) => x * x;",
            "[Differentiable] public static double Loss(double x) => x * x;")
        {
            Header = "partial class Model", HeaderAfter = "partial class Model",
        },
        new("FLX0202", "an instance method that reads fields", new MakeMethodStatic(),
            "Make 'Loss' static, and parameters of what it reads from the instance",
            """
            readonly double[] _rows = [1, 2];

            public int Count { get; } = 2;

            [Differentiable]
            double [|Loss|](double x) => Count * this._rows[0] * x + _rows[1];
            """,
            """
            readonly double[] _rows = [1, 2];

            public int Count { get; } = 2;

            [Differentiable]
            static double Loss(double x, int count, [NoDerivative] double[] rows) => count * rows[0] * x + rows[1];
            """)
        {
            Header = "partial class Model", HeaderAfter = "partial class Model",
        },
        new("FLX0203", "a method that waits", new MakeMethodSynchronous(), "Wait before the call, and pass what is awaited as parameters",
            """
            static Task<double> GetScaleAsync() => Task.FromResult(2.0);

            [Differentiable]
            static async Task<double> [|Loss|](double x)
            {
                await Task.Yield();
                double scale = await GetScaleAsync().ConfigureAwait(false);
                return x * scale;
            }
            """,
            """
            static Task<double> GetScaleAsync() => Task.FromResult(2.0);

            [Differentiable]
            static double Loss(double x, [NoDerivative] double scale2)
            {
                double scale = scale2;
                return x * scale;
            }
            """),
        new("FLX0203", "a method that waits for nothing", new MakeMethodSynchronous(), "Make the method synchronous",
            "[Differentiable] static async ValueTask<float> [|Loss|](float x) => x * x;",
            "[Differentiable] static float Loss(float x) => x * x;"),
        new("FLX0104", "a conversion by a method", new CallSupportedTwin(), "Write '(double)(n + 1)'",
            "[Differentiable] static double Loss(double x, int n) => x * [|Convert.ToDouble(n + 1)|];",
            "[Differentiable] static double Loss(double x, int n) => x * (double)(n + 1);"),
        new("FLX0104", "a parallel query", new CallSupportedTwin(), "Write 'a.Select(v => v * v).Sum()'",
            "[Differentiable] static double Loss(double[] a) => [|a.AsParallel().Select(v => v * v).Sum()|];",
            "[Differentiable] static double Loss(double[] a) => a.Select(v => v * v).Sum();"),
        new("FLX0112", "a parameter that does not matter", new HoldParameterConstant(), "Mark 'y' [NoDerivative]",
            "[Differentiable] static double Loss(double x, double [|y|]) => y > 0 ? x : 2 * x;",
            "[Differentiable] static double Loss(double x, [NoDerivative] double y) => y > 0 ? x : 2 * x;"),
        new("FLX0110", "a cast", new StopDerivative(), "Stop the derivative here on purpose, with Gradient.Stop",
            "[Differentiable] static double Loss(double x) => x * [|(int)(x / 2)|];",
            "[Differentiable] static double Loss(double x) => x * (int)Gradient.Stop(x / 2);"),
        new("FLX0111", "a stepwise function", new StopDerivative(), "Stop the derivative here on purpose, with Gradient.Stop",
            "[Differentiable] static double Loss(double x) => x * [|Math.Floor(x)|];",
            "[Differentiable] static double Loss(double x) => x * Math.Floor(Gradient.Stop(x));"),
        new("FLX0119", "a cast to decimal", new StopDerivative(), "Stop the derivative here on purpose, with Gradient.Stop",
            "[Differentiable] static double Loss(double x) => x * (double)[|(decimal)x|];",
            "[Differentiable] static double Loss(double x) => x * (double)(decimal)Gradient.Stop(x);"),
        new("FLX0302", "an exact comparison", new StopDerivative(), "Stop the derivative here on purpose, with Gradient.Stop",
            "[Differentiable] static double Loss(double x) => [|x == 0|] ? 1 : Math.Sin(x) / x;",
            "[Differentiable] static double Loss(double x) => Gradient.Stop(x) == 0 ? 1 : Math.Sin(x) / x;"),
        new("FLX0302", "an exact pattern", new StopDerivative(), "Stop the derivative here on purpose, with Gradient.Stop",
            "[Differentiable] static double Loss(double x) => x is [|0|] ? 1 : Math.Sin(x) / x;",
            "[Differentiable] static double Loss(double x) => Gradient.Stop(x) is 0 ? 1 : Math.Sin(x) / x;"),
        new("FLX0215", "a rule without its parameters", new DeclareRuleSignature(), "Declare it to return the partial derivatives",
            """
            static double Power(double x, double y, int n) => x * y * n;

            [DerivativeOf(typeof(Model), nameof(Power))]
            static double [|PowerSlopes|](double a, double b) => throw new NotImplementedException();
            """,
            """
            static double Power(double x, double y, int n) => x * y * n;

            [DerivativeOf(typeof(Model), nameof(Power))]
            static (double, double) PowerSlopes(double a, double b, int n) => throw new NotImplementedException();
            """),
        new("FLX0215", "an instance rule", new DeclareRuleSignature(), "Declare it to return the partial derivatives times the adjoint",
            """
            static float Scaled(float x) => 2 * x;

            [DerivativeOf(typeof(Model), nameof(Scaled))]
            double [|Slope|](float x) => 2;
            """,
            """
            static float Scaled(float x) => 2 * x;

            [DerivativeOf(typeof(Model), nameof(Scaled))]
            static float Slope(float x, float adjoint) => 2;
            """)
        {
            Header = "partial class Model", HeaderAfter = "partial class Model",
        },
        new("FLX0301", "a sum of rows", new AccumulateInDouble(), "Accumulate 'sum' in double",
            """
            [Differentiable]
            static float Cost(float w, [Data] float[] x)
            {
                float sum = 0;

                for (int i = 0; i < x.Length; i++)
                {
                    [|sum += w * x[i] * x[i]|];
                }

                return sum / x.Length;
            }
            """,
            """
            [Differentiable]
            static float Cost(float w, [Data] float[] x)
            {
                double sum = 0;

                for (int i = 0; i < x.Length; i++)
                {
                    sum += w * x[i] * x[i];
                }

                return (float)(sum / x.Length);
            }
            """),
        new("FLX0301", "a sum that is read twice", new AccumulateInDouble(), "Accumulate 'sum' in double",
            """
            [Differentiable]
            static float Cost(float w, [NoDerivative] ReadOnlySpan<float> rows)
            {
                var sum = 0f;
                foreach (float x in rows) { [|sum = sum + w * x|]; }
                float mean = sum / rows.Length;
                return MathF.Sqrt(sum) + mean;
            }
            """,
            """
            [Differentiable]
            static float Cost(float w, [NoDerivative] ReadOnlySpan<float> rows)
            {
                double sum = 0f;
                foreach (float x in rows) { sum = sum + w * x; }
                float mean = (float)(sum / rows.Length);
                return MathF.Sqrt((float)sum) + mean;
            }
            """),
    ];
}
