using Fluxion.Verification;

namespace Fluxion.Tests.Verification;

public sealed class GradientCheckTests
{
    private static readonly double[] Rows = [1, -2, 3, 0.5];

    // Both are what rounding leaves of terms that cancel, and not the same.
    [Fact]
    public void MinimumPasses()
    {
        GradientCheck.Assert(x => (3 * x - 0.3) * (3 * x - 0.3), x => 6 * (3 * x - 0.3), 0.1);
        GradientCheck.Assert(x => (3 * x - 0.3f) * (3 * x - 0.3f), x => 6 * (3 * x - 0.3f), 0.1f);
        GradientCheck.Assert(x => (x * x - 2) * (x * x - 2), x => 4 * x * (x * x - 2), Math.Sqrt(2));
        GradientCheck.Assert(x => (x + 0.1 - 0.3) * (x + 0.1 - 0.3), x => 2 * (x + 0.1 - 0.3), 0.2);
    }

    [Fact]
    public void WrongSlopeBesideAMinimumDisagrees()
    {
        Assert.False(GradientCheck.Compare(x => (3 * x - 0.3) * (3 * x - 0.3), x => 7 * (3 * x - 0.3), 0.1 + 1e-9).Passed);
        Assert.False(GradientCheck.Compare(Math.Exp, x => 1.001 * Math.Exp(x), 200.0).Passed);
    }

    [Fact]
    public void RightObjectivePasses()
    {
        GradientReport report = GradientCheck.Assert(new Quadratic(Rows), [0.7, -0.2]);
        Assert.True(report.Passed);
        Assert.Equal(["w", "b"], report.Components.Select(component => component.Name));
        Assert.All(report.Components, component => Assert.InRange(component.ErrorEstimate, 0, 1e-9));
    }

    [Fact]
    public void ParameterCountThatDoesNotFitIsRefused()
    {
        ArgumentException error =
            Assert.Throws<ArgumentException>(() => GradientCheck.Compare(new Quadratic(Rows), [1.0]));
        Assert.Contains("1 parameters, the objective has 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FunctionsOfOneTwoAndThreeScalarsPass()
    {
        GradientCheck.Assert(Math.Sin, Math.Cos, 0.5);
        GradientCheck.Assert(MathF.Exp, MathF.Exp, 1.5f);
        GradientCheck.Assert((x, y) => x * y * y, (x, y) => (y * y, 2 * x * y), 2.0, 3.0);
        GradientCheck.Assert((x, y, z) => x * y + z * z, (x, y, z) => (y, x, 2 * z), 2f, 3f, -1f);
    }

    [Fact]
    public void ParametersCarryTheNamesOfTheMethod()
    {
        GradientReport report = GradientCheck.Compare(Cost, CostGradient, 1.0, 2.0);
        Assert.Equal(["weight", "bias"], report.Components.Select(component => component.Name));

        static double Cost(double weight, double bias) => weight * weight * bias;
        static (double Weight, double Bias) CostGradient(double weight, double bias) =>
            (2 * weight * bias, weight * weight);
    }

    [Fact]
    public void ArraysAndSpansPass()
    {
        double[] point = [1, 2, 3];
        GradientCheck.Assert(SumOfCubes, p => [.. p.Select(x => 3 * x * x)], point);
        GradientCheck.Assert(
            p => SumOfCubes(p.ToArray()),
            (p, gradient) =>
            {
                for (int i = 0; i < p.Length; i++)
                {
                    gradient[i] = 3 * p[i] * p[i];
                }

                return SumOfCubes(p.ToArray());
            },
            point.AsSpan());

        static double SumOfCubes(double[] p) => p.Sum(x => x * x * x);
    }

    [Fact]
    public void GradientArrayOfAnotherLengthIsRefused()
    {
        Assert.Throws<ArgumentException>(() => GradientCheck.Compare(p => p[0], p => [1.0, 2.0], [3.0]));
    }

    [Fact]
    public void ElementThatIsNotWrittenDisagrees()
    {
        GradientReport report = GradientCheck.Compare<double>(
            p => p[0] + p[1],
            (p, gradient) =>
            {
                gradient[0] = 1;
                return p[0] + p[1];
            },
            [1, 2]);
        Assert.Equal(GradientVerdict.Agrees, report.Components[0].Verdict);
        Assert.Equal(GradientVerdict.Disagrees, report.Components[1].Verdict);
    }

    [Fact]
    public void ValueThatIsNotTheFunctionsDoesNotPass()
    {
        GradientReport report = GradientCheck.Compare<double>(
            p => p[0],
            (p, gradient) =>
            {
                gradient[0] = 1;
                return p[0] + 1;
            },
            [1]);
        Assert.False(report.Passed);
        Assert.Equal(2, report.GradientValue);
        GradientMismatchException error = Assert.Throws<GradientMismatchException>(report.Assert);
        Assert.Contains("the value 2, the function's is 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingToCheckPasses()
    {
        GradientReport report = GradientCheck.Assert<double>(_ => 1, (_, _) => 1, []);
        Assert.Null(report.Worst);
        Assert.Contains("0 of 0 agree", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void NegativeToleranceIsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => GradientCheck.Compare(Math.Sin, Math.Cos, 0.5, relativeTolerance: double.NaN));
    }
}
