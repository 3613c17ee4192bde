using Fluxion.Generator.Tests.Infrastructure;

namespace Fluxion.Generator.Tests.Behaviour;

/// <summary>Nothing times infinity is nothing, also where a factor has left the sum it belongs to.</summary>
public sealed class StrongZeroTests
{
    private const string Roots = """
        static readonly double[] X = [1, 2, 3];

        [Differentiable]
        public static double Roots(double scale, double a)
        {
            double sum = 0;
            for (int i = 0; i < X.Length; i++) { sum += Math.Sqrt(a * X[i]); }
            return scale * sum;
        }
        """;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, double.PositiveInfinity)]
    [InlineData(-2, double.NegativeInfinity)]
    public void FactorOfZeroWinsOverASumThatIsInfinite(double scale, double expected)
    {
        double[] gradient = Script.Run(Roots, $$"""
            (double scale, double a) = Model.RootsGradient({{scale}}, 0);
            return [scale, a];
            """);

        Assert.Equal([0, expected], gradient);
    }

    [Fact]
    public void RowOfZeroWinsOverItsVerticalTangent()
    {
        double[] gradient = Script.Run(Roots.Replace("[1, 2, 3]", "[0, 4, 9]", StringComparison.Ordinal), """
            (double scale, double a) = Model.RootsGradient(2, 1);
            return [scale, a];
            """);

        Assert.Equal([5, 5], gradient);
    }

    [Fact]
    public void ErrorOfAModelNeedsNoGuardForItsExponential()
    {
        string text = GeneratorHarness.Run("""
            using System;
            using Fluxion;

            static partial class Model
            {
                [Differentiable]
                static double Cost(double rate, [Data] double[] x, [Data] double[] y)
                {
                    double sum = 0;

                    for (int i = 0; i < x.Length; i++)
                    {
                        double error = Math.Exp(rate * x[i]) - y[i];
                        sum += error * error;
                    }

                    return sum / x.Length;
                }
            }
            """).Text;

        Assert.DoesNotContain("== 0.0", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ConditionalSelect", text, StringComparison.Ordinal);
    }
}
