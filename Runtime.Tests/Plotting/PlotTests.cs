using System.Globalization;
using Fluxion.Plotting;

namespace Fluxion.Tests.Plotting;

public sealed class PlotTests
{
    private static readonly double[] X = [0, 1, 2, 3, 4];
    private static readonly double[] Y = [-1.5, 0.25, 2, 1, 3];

    [Fact]
    public void EveryPointGetsAMark()
    {
        string marks = Assert.Single(new Drawing(new Plot().Scatter(X, Y)).Paths("marker"));
        Assert.Equal(5, Drawing.Pieces(marks));
    }

    [Fact]
    public void LineIsBrokenAtNaNAndInfinity()
    {
        double[] y = [1, 2, double.NaN, 3, 2, double.PositiveInfinity, 1, 2];
        Plot plot = new Plot().Line([0, 1, 2, 3, 4, 5, 6, 7], y);
        Assert.Equal(3, Drawing.Pieces(Assert.Single(new Drawing(plot).Paths("line"))));
    }

    [Fact]
    public void LogAxisSkipsZeroAndNegativeNumbers()
    {
        Plot plot = new Plot { YScale = AxisScale.Log }.Scatter(X, [1, 0, -3, 10, 100]);
        Assert.Equal(3, Drawing.Pieces(Assert.Single(new Drawing(plot).Paths("marker"))));
    }

    [Fact]
    public void MillionPointsBecomeWhatAScreenShows()
    {
        double[] x = [.. Enumerable.Range(0, 1_000_000).Select(i => (double)i)];
        double[] y = [.. x.Select(v => Math.Sin(v * 0.37) * v)];
        Assert.InRange(new Plot().Line(x, y).ToSvg().Length, 10_000, 120_000);
    }

    [Fact]
    public void CrowdOfPointsIsDotsWithoutOutlines()
    {
        double[] x = [.. Enumerable.Range(0, 200_000).Select(i => i % 447 / 447.0)];
        double[] y = [.. Enumerable.Range(0, 200_000).Select(i => i / 447 / 447.0)];
        var drawing = new Drawing(new Plot().Scatter(x, y));
        Assert.Empty(drawing.Paths("marker"));
        Assert.InRange(Drawing.Pieces(Assert.Single(drawing.Paths("dots"))), 50_000, 120_000);
    }

    [Fact]
    public void ThinningKeepsTheHighestPoint()
    {
        double[] x = [.. Enumerable.Range(0, 100_000).Select(i => (double)i)];
        double[] y = new double[x.Length];
        y[54_321] = 1;
        Plot plot = new Plot { YRange = (0, 1) }.Line(x, y);
        string line = Assert.Single(new Drawing(plot).Paths("line"));
        Assert.Contains(" 24L", line, StringComparison.Ordinal);
    }

    [Fact]
    public void LineIsCutAtTheFrame()
    {
        Plot plot = new Plot { YRange = (0, 1) }.Line([0, 1, 2], [0.5, 1e200, 0.5]);
        string line = Assert.Single(new Drawing(plot).Paths("line"));
        Assert.Equal(2, Drawing.Pieces(line));
        Assert.DoesNotContain("E", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3.0)]
    [InlineData(0.0)]
    [InlineData(-1e-320)]
    [InlineData(1e299)]
    [InlineData(1e308)]
    [InlineData(double.NaN)]
    public void AnyConstantDraws(double value)
    {
        foreach (AxisScale scale in Enum.GetValues<AxisScale>())
        {
            Plot plot = new Plot { YScale = scale }
                .Line([1, 2, 3], [value, value, value], "line")
                .Scatter([1], [value])
                .History([value, value])
                .Descent([value], [value]);

            Assert.DoesNotContain("NaN", string.Concat(new Drawing(plot).Paths("line")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ForeignCultureChangesNothing()
    {
        string expected = Everything().ToSvg();
        CultureInfo before = CultureInfo.CurrentCulture;
        var foreign = (CultureInfo)CultureInfo.GetCultureInfo("sv-SE").Clone();
        foreign.NumberFormat.NegativeSign = "~";
        foreign.NumberFormat.NumberDecimalSeparator = ";";
        CultureInfo.CurrentCulture = foreign;

        try
        {
            Assert.Equal(expected, Everything().ToSvg());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void TextIsEscaped()
    {
        Plot plot = new Plot { Title = "a < b & \"c\" \0 \uD800 😀" }.Line(X, Y, "<script>");
        string[] text = new Drawing(plot).AllText;
        Assert.Contains("a < b & \"c\" \uFFFD \uFFFD 😀", text);
        Assert.Contains("<script>", text);
    }

    [Fact]
    public void SaveMakesFoldersAndReturnsTheFullPath()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        Plot plot = new Plot().Scatter(X, Y);
        string path = plot.Save(Path.Combine(folder, "figures", "a.svg"));
        Assert.Equal(plot.ToSvg(), File.ReadAllText(path));
        Assert.Equal((byte)'<', File.ReadAllBytes(path)[0]);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void FloatsListsAndSpansDrawAlike()
    {
        float[] x = [0, 1, 2];
        List<double> y = [1, 2, 4];
        string expected = new Plot().Line([0, 1, 2], [1, 2, 4]).ToSvg();
        Assert.Equal(expected, new Plot().Line(x, y).ToSvg());
        Assert.Equal(expected, new Plot().Line(x.AsSpan(), y.ToArray().AsSpan()).ToSvg());
        Assert.Equal(expected, new Plot().Line([.. x], Values.From(y.AsReadOnly())).ToSvg());
    }

    [Fact]
    public void PanelsStandInRows()
    {
        var panels = new Panels(Everything(), Everything(), Everything()) { Columns = 2, Title = "Three" };
        Assert.Equal(3, new Drawing(panels).AllText.Count(text => text == "All"));
        Assert.Contains("width=\"1440\" height=\"1000\"", panels.ToSvg(), StringComparison.Ordinal);
    }

    private static Plot Everything() =>
        new Plot { Title = "All", XLabel = "x", YLabel = "y" }
            .Contour((x, y) => (x * x) + (10 * y * y) - 0.5, (-2, 2), (-1, 1))
            .Descent([-1.5, 0.5, 0], [0.5, -0.2, 0], "descent")
            .Scatter(X, Y, "data")
            .Curve(Math.Sin, (-2, 2), "sine")
            .History([1, 0.5, -0.25], "cost");
}
