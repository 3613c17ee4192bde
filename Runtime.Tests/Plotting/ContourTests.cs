using Fluxion.Plotting;

namespace Fluxion.Tests.Plotting;

public sealed class ContourTests
{
    [Fact]
    public void LevelsOfABowlAreRoundAndNested()
    {
        var drawing = new Drawing(new Plot().Contour((x, y) => (x * x) + (y * y), (-1, 1), (-1, 1)));
        string[] bands = drawing.Paths("band");
        Assert.Equal(10, bands.Length);
        Assert.Equal(1, Drawing.Pieces(bands[^1]));
    }

    [Fact]
    public void SaddleHasTwoPieces()
    {
        var options = new ContourOptions { Levels = 1, LevelLabels = false };
        var drawing = new Drawing(new Plot().Contour((x, y) => (y * y) - (x * x), (-1, 1), (-1, 1), options));
        Assert.Equal(2, Drawing.Pieces(Assert.Single(drawing.Paths("band"))));
    }

    [Fact]
    public void ConstantCostAndNoCostHaveNoContour()
    {
        Assert.Empty(new Drawing(new Plot().Contour((_, _) => 3, (0, 1), (0, 1))).Paths("band"));
        Assert.Empty(new Drawing(new Plot().Contour((_, _) => double.NaN, (0, 1), (0, 1))).Paths("band"));
    }

    [Fact]
    public void CostMayBeInfiniteOrNaNInPlaces()
    {
        var drawing = new Drawing(new Plot().Contour((x, y) => Math.Log(x) / y, (-1, 1), (-1, 1)));
        Assert.NotEmpty(drawing.Paths("band"));
        Assert.DoesNotContain("NaN", string.Concat(drawing.Paths("band")), StringComparison.Ordinal);
    }

    [Fact]
    public void PathIsCutAtTheRegionOfTheContour()
    {
        Plot plot = new Plot().Contour((x, y) => x + y, (0, 1), (0, 1)).Descent([0.5, 50], [0.5, 50]);
        Assert.Equal("1.0", new Drawing(plot).XTicks[^1]);
    }
}
