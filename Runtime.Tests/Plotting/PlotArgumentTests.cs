using Fluxion.Plotting;

namespace Fluxion.Tests.Plotting;

public sealed class PlotArgumentTests
{
    [Fact]
    public void LengthsThatDifferAreNamed()
    {
        ArgumentException error = Assert.Throws<ArgumentException>("y", () => new Plot().Scatter([1, 2, 3], [1, 2]));
        Assert.StartsWith("x has 3 values, but y has 2.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EmptyDataIsNamed()
    {
        Assert.Throws<ArgumentException>("x", () => new Plot().Line([], []));
        Assert.Throws<ArgumentException>("y", () => new Plot().Descent([1], (double[]?)null));
        Assert.Throws<ArgumentException>("costs", () => new Plot().History([]));
        Assert.Throws<ArgumentException>("figures", () => new Panels());
    }

    [Fact]
    public void RangesAreFiniteAndAscending()
    {
        Assert.Throws<ArgumentException>("XRange", () => new Plot { XRange = (1, 1) });
        Assert.Throws<ArgumentException>("YRange", () => new Plot { YRange = (0, double.NaN) });
        Assert.Throws<ArgumentException>("x", () => new Plot().Contour((x, y) => x, (2, 1), (0, 1)));
        Assert.Throws<ArgumentException>("range", () => new Plot { XScale = AxisScale.Log }.Curve(Math.Exp, (0, 1)));
    }

    [Fact]
    public void LogarithmicAxisCannotStartAtZero()
    {
        var plot = new Plot { YRange = (0, 1), YScale = AxisScale.Log };
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => plot.ToSvg());
        Assert.Contains("YRange starts at 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SizesAndCountsHaveLimits()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Width", () => new Plot { Width = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>("Height", () => new Plot { Height = 10 });
        Assert.Throws<ArgumentOutOfRangeException>("Columns", () => new Panels(new Plot()) { Columns = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ContourOptions { Levels = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ContourOptions { Cells = 1001 });
    }
}
