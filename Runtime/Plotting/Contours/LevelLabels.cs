using Fluxion.Plotting.Axes;
using Fluxion.Plotting.Svg;

namespace Fluxion.Plotting.Contours;

/// <summary>Writes levels on their contours, where there is room and the curve runs level.</summary>
internal sealed class LevelLabels(Frame frame)
{
    private readonly List<(Pixel Center, double HalfWidth)> _placed = [];

    /// <summary>Writes a level on the longest of its curves, or not at all.</summary>
    public void Place(SvgWriter svg, double level, List<List<Pixel>> curves)
    {
        TextRun text = NumberText.Short(level);
        double halfWidth = text.Width(Theme.SmallSize) / 2;
        List<Pixel>? longest = curves.MaxBy(curve => curve.Count);

        if (longest is null || BestPlace(longest, halfWidth) is not Pixel center)
        {
            return;
        }

        _placed.Add((center, halfWidth));
        svg.Element(
            "text",
            text,
            ("class", "small halo muted"),
            ("text-anchor", "middle"),
            ("x", center.X),
            ("y", center.Y + (Theme.SmallSize * 0.35)));
    }

    /// <summary>The free place where the curve is nearest to horizontal; of equals the first.</summary>
    private Pixel? BestPlace(List<Pixel> curve, double halfWidth)
    {
        const int Reach = 3;
        Pixel? best = null;
        double leastSlope = double.PositiveInfinity;

        for (int i = Reach; i < curve.Count - Reach; i++)
        {
            double slope = Slope(curve[i - Reach], curve[i + Reach]);

            if (slope < leastSlope - 0.01 && IsFree(curve[i], halfWidth))
            {
                (best, leastSlope) = (curve[i], slope);
            }
        }

        return best;
    }

    /// <summary>0 for a horizontal direction, 1 for a vertical one.</summary>
    private static double Slope(Pixel from, Pixel to) => Math.Abs(to.Y - from.Y) / (from.DistanceTo(to) + 1e-9);

    private bool IsFree(Pixel center, double halfWidth)
    {
        double margin = halfWidth + 6;
        bool inside = center.X - margin > frame.Left
            && center.X + margin < frame.Right
            && center.Y - 14 > frame.Top
            && center.Y + 14 < frame.Bottom;

        return inside && !HidesData(center, halfWidth) && _placed.TrueForAll(other =>
            Math.Abs(center.X - other.Center.X) > halfWidth + other.HalfWidth + 4
            || Math.Abs(center.Y - other.Center.Y) > Theme.SmallSize + 6);
    }

    private bool HidesData(Pixel center, double halfWidth) =>
        frame.Occupied.Any(data =>
            Math.Abs(center.X - data.X) < halfWidth + 7 && Math.Abs(center.Y - data.Y) < Theme.SmallSize);
}
