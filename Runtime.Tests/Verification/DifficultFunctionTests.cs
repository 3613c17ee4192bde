using Fluxion.Verification;

namespace Fluxion.Tests.Verification;

public sealed class DifficultFunctionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(0.5)]
    public void KinkIsUnreliableWhateverTheGradientSays(double generated)
    {
        GradientReport report = GradientCheck.Compare(Math.Abs, _ => generated, 0.0);
        AssertUnreliable(report);
        Assert.Contains("kink", report.Worst?.Reason, StringComparison.Ordinal);

        AssertUnreliable(GradientCheck.Compare(MathF.Abs, _ => (float)generated, 0f));
        AssertUnreliable(GradientCheck.Compare(x => Math.Max(x, 2), _ => generated, 2.0));
        AssertUnreliable(GradientCheck.Compare(x => MathF.Max(x, 2), _ => (float)generated, 2f));
        AssertUnreliable(GradientCheck.Compare(x => (x * x) + (1e-2 * Math.Abs(x - 1)), _ => 2 + generated, 1.0));
    }

    [Theory]
    [InlineData(1e-1)]
    [InlineData(1e-3)]
    [InlineData(1e-6)]
    public void KinkNearbyDoesNotMatter(double distance)
    {
        GradientCheck.Assert(x => Math.Max(x, 0), _ => 1, distance);
        GradientCheck.Assert(x => Math.Max(x, 0), _ => 0, -distance);
        GradientCheck.Assert(x => MathF.Max(x, 0), _ => 1, (float)distance);
        GradientCheck.Assert(x => MathF.Max(x, 0), _ => 0, -(float)distance);
        Assert.False(GradientCheck.Compare(x => Math.Max(x, 0), _ => 0, distance).Passed);
    }

    [Fact]
    public void JumpIsUnreliable()
    {
        AssertUnreliable(GradientCheck.Compare(x => x < 1 ? 0.0 : 1.0, _ => 0, 1.0));
        AssertUnreliable(GradientCheck.Compare(x => x < 1 ? 0f : 1f, _ => 0, 1f));
    }

    [Fact]
    public void InfiniteSlopeIsUnreliable()
    {
        AssertUnreliable(GradientCheck.Compare(Math.Sqrt, _ => double.PositiveInfinity, 0.0));
        AssertUnreliable(GradientCheck.Compare(Math.Cbrt, _ => double.PositiveInfinity, 0.0));
    }

    [Fact]
    public void FunctionThatIsNotFiniteHereIsUnreliable()
    {
        AssertUnreliable(GradientCheck.Compare(Math.Log, x => 1 / x, 0.0));
        AssertUnreliable(GradientCheck.Compare(Math.Sqrt, _ => double.NaN, -1.0));
        AssertUnreliable(GradientCheck.Compare(x => x, _ => 1, double.NaN));
    }

    [Fact]
    public void NaNWhereTheDerivativeIsFiniteDisagrees()
    {
        GradientReport report = GradientCheck.Compare(x => x * x, _ => double.NaN, 0.0);
        Assert.Equal(GradientVerdict.Disagrees, report.Worst?.Verdict);
        Assert.Throws<GradientMismatchException>(report.Assert);
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1.0)]
    [InlineData(1e6)]
    public void ScaleOfTheParameterDoesNotMatter(double scale)
    {
        double x = 1.3 * scale;
        GradientCheck.Assert(v => Math.Exp(v / scale), v => Math.Exp(v / scale) / scale, x);
        GradientCheck.Assert(v => Math.Pow((v / scale) - 3, 2), v => 2 * ((v / scale) - 3) / scale, x);

        float single = (float)scale;
        GradientCheck.Assert(v => MathF.Exp(v / single), v => MathF.Exp(v / single) / single, (float)x);

        AssertWrong(GradientCheck.Compare(
            v => Math.Exp(v / scale), v => Math.Exp(v / scale) / scale * (1 + 1e-6), x));
        AssertWrong(GradientCheck.Compare(
            v => MathF.Exp(v / single), v => MathF.Exp(v / single) / single * 1.001f, (float)x));
    }

    [Fact]
    public void ParametersOfVeryDifferentScalesPassTogetherAndAreToldApart()
    {
        double[] point = [2e-6, 3e6];
        GradientCheck.Assert(Value, Gradient, point);
        AssertWrong(GradientCheck.Compare(Value, p => [Gradient(p)[0] * (1 + 1e-6), Gradient(p)[1]], point), 0);
        AssertWrong(GradientCheck.Compare(Value, p => [Gradient(p)[0], Gradient(p)[1] * (1 + 1e-6)], point), 1);

        static double Value(double[] p) => Math.Sin(p[0] * 1e6) * Math.Log(p[1]);
        static double[] Gradient(double[] p) =>
            [1e6 * Math.Cos(p[0] * 1e6) * Math.Log(p[1]), Math.Sin(p[0] * 1e6) / p[1]];
    }

    [Fact]
    public void TinyParameterOfAnOrdinaryFunctionPasses()
    {
        GradientCheck.Assert(x => Math.Pow(x - 3, 2), x => 2 * (x - 3), 1e-6);
        GradientCheck.Assert(x => (x - 3) * (x - 3), x => 2 * (x - 3), 1e-6f);
        GradientCheck.Assert(x => (x - 3) * (x - 3), x => 2 * (x - 3), 0f);
        AssertWrong(GradientCheck.Compare(x => (x - 3) * (x - 3), x => 2.002f * (x - 3), 1e-6f));
    }

    [Fact]
    public void DerivativeZeroPassesAndIsNotTakenForAnother()
    {
        GradientCheck.Assert(Math.Cos, _ => 0, 0.0);
        GradientCheck.Assert(x => 5, _ => 0, 1.0);
        GradientCheck.Assert(x => 0, _ => 0, 1.0);
        GradientCheck.Assert(x => x * x, _ => 0, 0f);
        GradientCheck.Assert(x => (x - 1) * (x - 1) + 7, _ => 0, 1f);
        AssertWrong(GradientCheck.Compare(Math.Cos, _ => 1e-6, 0.0));
        AssertWrong(GradientCheck.Compare(x => (x - 1) * (x - 1) + 7, _ => 1e-2f, 1f));
    }

    [Fact]
    public void NarrowFeatureIsSeenBetweenLargeSteps()
    {
        GradientCheck.Assert(Bump, x => 1 + (-2e4 * (1e4 * x - 1) * 1e-3 * Math.Exp(-Math.Pow(1e4 * x - 1, 2))), 0.0);
        AssertWrong(GradientCheck.Compare(Bump, _ => 1, 0.0));

        static double Bump(double x) => x + (1e-3 * Math.Exp(-Math.Pow(1e4 * x - 1, 2)));
    }

    [Fact]
    public void FastOscillationIsNotMistakenForAFlatLine()
    {
        foreach (double frequency in new[] { 3.0, 64 * Math.PI, 1000 * Math.PI / 0.3, 1e5 })
        {
            GradientCheck.Assert(x => Math.Sin(frequency * x), x => frequency * Math.Cos(frequency * x), 0.0);
            AssertWrong(GradientCheck.Compare(x => Math.Sin(frequency * x), _ => 0, 0.0));
        }
    }

    [Fact]
    public void RoundingInsideTheFunctionIsCountedIn()
    {
        // Ten digits are lost, though neither the value nor the parameter shows it.
        GradientCheck.Assert(x => (x + 1e10) - 1e10, _ => 1, 0.3);
        GradientCheck.Assert(x => (x + 1e3f) - 1e3f, _ => 1, 0.3f);
    }

    [Fact]
    public void EdgeOfTheDomainNearbyDoesNotMatter()
    {
        GradientCheck.Assert(Math.Log, x => 1 / x, 1e-6);
        GradientCheck.Assert(MathF.Sqrt, x => 0.5f / MathF.Sqrt(x), 1e-6f);
        GradientCheck.Assert(Math.Asin, x => 1 / Math.Sqrt(1 - (x * x)), 0.999999);
        GradientCheck.Assert(Math.Exp, Math.Exp, 700.0);
    }

    private static void AssertUnreliable(GradientReport report)
    {
        Assert.False(report.Passed);
        Assert.True(report.Worst?.Verdict == GradientVerdict.Unreliable, report.ToString());
        Assert.NotEmpty(report.Worst.Reason);
    }

    private static void AssertWrong(GradientReport report, int index = 0)
    {
        Assert.True(report.Worst?.Verdict == GradientVerdict.Disagrees, report.ToString());
        Assert.Equal(index, report.Worst.Index);
    }
}
