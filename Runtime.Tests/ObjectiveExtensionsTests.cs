namespace Fluxion.Tests;

public sealed class ObjectiveExtensionsTests
{
    private static readonly double[] Rows = [1, -2, 3, 0.5];
    private static readonly double[] Point = [0.7, -0.2];

    [Fact]
    public void GradientIsAddedToWhatWasThere()
    {
        var objective = new Quadratic(Rows);
        double[] own = new double[2];
        double expected = objective.ValueAndGradient(Point, own);

        double[] sum = [10, 20];
        double value = objective.AccumulateGradient(Point, sum);

        Assert.Equal(expected, value);
        Assert.Equal([10 + own[0], 20 + own[1]], sum);
    }

    [Fact]
    public void SumOverBatchesIsTheGradientOfTheWhole()
    {
        var objective = new Quadratic(Rows);
        double[] whole = new double[2];
        objective.ValueAndGradient(Point, whole);

        double[] sum = new double[2];
        objective.AccumulateGradient(0, 2, Point, sum);
        objective.AccumulateGradient(2, 2, Point, sum);

        Assert.Equal(whole[0], sum[0] / 2, 1e-15);
        Assert.Equal(whole[1], sum[1] / 2, 1e-15);
    }

    [Fact]
    public void ItWorksThroughTheInterface()
    {
        double[] sum = [1, 1];
        Assert.Equal(new Quadratic(Rows).Value(Point), Accumulate(new Quadratic(Rows), sum));
        Assert.NotEqual([1.0, 1.0], sum);

        static double Accumulate(IObjective<double> objective, double[] sum) =>
            objective.AccumulateGradient(Point, sum);
    }

    [Fact]
    public void WarmCallAllocatesNothing()
    {
        var objective = new Quadratic(Rows);
        double[] sum = new double[2];
        Assert.Equal(0, Allocation.OfWarm(() =>
        {
            objective.AccumulateGradient(Point, sum);
            objective.AccumulateGradient(1, 2, Point, sum);
        }));
    }

    [Fact]
    public void ShortOrOverlappingGradientIsRefusedBeforeAnythingIsWritten()
    {
        var objective = new Quadratic(Rows);
        double[] shared = [1, 2, 3];

        ArgumentException tooShort =
            Assert.Throws<ArgumentException>(() => objective.AccumulateGradient(Point, new double[1]));
        Assert.Throws<ArgumentException>(
            () => objective.AccumulateGradient(shared.AsSpan(0, 2), shared.AsSpan(1, 2)));

        Assert.Equal("gradient", tooShort.ParamName);
        Assert.Contains("1 elements", tooShort.Message, StringComparison.Ordinal);
        Assert.Equal([1.0, 2.0, 3.0], shared);
    }
}
