using Fluxion.Plotting;

namespace Fluxion.Tests.Plotting;

public sealed class AxisTests
{
    [Fact]
    public void TicksAreRoundNumbers()
    {
        var drawing = new Drawing(new Plot { XRange = (-0.2, 0.4), YRange = (0, 50_000) });
        Assert.Equal(["−0.2", "−0.1", "0.0", "0.1", "0.2", "0.3", "0.4"], drawing.XTicks);
        Assert.Equal(["0", "10,000", "20,000", "30,000", "40,000", "50,000"], drawing.YTicks);
    }

    [Fact]
    public void LongNumbersShareAFactor()
    {
        var drawing = new Drawing(new Plot { XLabel = "time", XRange = (0, 3e8), YRange = (0, 2e-5) });
        Assert.Equal(["0.0", "0.5", "1.0", "1.5", "2.0", "2.5", "3.0"], drawing.XTicks);
        Assert.Contains("time, ×108", drawing.AllText);
        Assert.Contains("×10−5", drawing.AllText);
    }

    [Fact]
    public void LogAxisHasPowersOfTenAndMinorTicks()
    {
        var plot = new Plot { YScale = AxisScale.Log, YRange = (1e-6, 1e-2) };
        Assert.Equal(["10−6", "10−5", "10−4", "10−3", "10−2"], new Drawing(plot).YTicks);

        // The axis itself, 5 powers and 8 minor ticks in each of 4 decades.
        Assert.Equal(1 + 5 + (4 * 8), Drawing.Pieces(new Drawing(plot).Paths("axis")[1]));
    }

    [Fact]
    public void LogAxisOverAFewDecadesHasPlainNumbers()
    {
        Assert.Equal(["0.01", "0.1", "1", "10", "100", "1,000"], LogTicks(0.01, 1000));
        Assert.Equal(["1", "2", "5", "10", "20"], LogTicks(1, 30));
        Assert.Equal(["12.0", "12.5", "13.0", "13.5", "14.0", "14.5", "15.0"], LogTicks(12, 15));
    }

    [Fact]
    public void LogAxisOverHundredsOfDecadesStaysReadable()
    {
        Assert.InRange(LogTicks(1e-300, 1e300).Length, 3, 9);
    }

    [Fact]
    public void HistoryThatDivergesLeavesTheFrameWithAnArrow()
    {
        double[] good = [100, 10, 1, 0.1];
        double[] divergent = [100, 1e4, 1e8, 1e16, double.PositiveInfinity];
        var drawing = new Drawing(new Plot { YScale = AxisScale.Log }.History(good, "a").History(divergent, "b"));
        Assert.Equal(["0.1", "1", "10", "100"], drawing.YTicks);
        Assert.Single(drawing.Paths("marker"));
    }

    [Fact]
    public void HistoryThatDivergesAloneIsShownWhole()
    {
        var drawing = new Drawing(new Plot { YScale = AxisScale.Log }.History([1, 1e4, 1e8]));
        Assert.Empty(drawing.Paths("marker"));
        Assert.Contains("108", drawing.YTicks);
    }

    private static string[] LogTicks(double from, double to) =>
        new Drawing(new Plot { YScale = AxisScale.Log, YRange = (from, to) }).YTicks;
}
