using Fluxion.Plotting.Svg;

namespace Fluxion.Plotting.Layers;

/// <summary>A line over 0, 1, 2 …; if it runs away, a small arrow where it leaves the frame.</summary>
internal sealed class HistoryLayer(double[] values, string? label, SeriesStyle style)
    : SeriesLayer([.. Enumerable.Range(0, values.Length).Select(i => (double)i)], values, label, style)
{
    /// <summary>A cost that ends this many times its start above it has not been going down.</summary>
    private const double RunawayFactor = 9;

    /// <summary>Whether the last value is not finite or far above the first.</summary>
    public override bool Diverges
    {
        get
        {
            double first = FirstFinite;
            return !double.IsFinite(YValues[^1]) || YValues[^1] - first > RunawayFactor * Math.Abs(first);
        }
    }

    public override bool NeedsRoom => YValues.Length == 1;

    /// <summary>The value before training; NaN if none is finite.</summary>
    public double FirstFinite => YValues.Where(double.IsFinite).DefaultIfEmpty(double.NaN).First();

    public override void Draw(SvgWriter svg, Frame frame)
    {
        DrawLine(svg, frame);

        if (YValues.Length == 1)
        {
            DrawMarks(svg, $"marker {Style.ColorClass}", Marker.Circle, 3, VisiblePixels(frame));
        }

        if (Diverges && FindExit(frame) is Pixel exit)
        {
            DrawArrow(svg, exit);
        }
    }

    public override void DrawKey(SvgWriter svg, Pixel start) => DrawLineKey(svg, start);

    /// <summary>Where the line last crosses the upper edge of the frame on its way out.</summary>
    private Pixel? FindExit(Frame frame)
    {
        for (int i = YValues.Length - 1; i > 0; i--)
        {
            if (frame.TryMap(XValues[i - 1], YValues[i - 1], out Pixel inside)
                && frame.TryMap(XValues[i], YValues[i], out Pixel outside)
                && inside.Y >= frame.Top
                && outside.Y < frame.Top)
            {
                double share = (inside.Y - frame.Top) / (inside.Y - outside.Y);
                double x = inside.X + (share * (outside.X - inside.X));
                return x >= frame.Left && x <= frame.Right ? new Pixel(x, frame.Top) : null;
            }
        }

        return null;
    }

    private void DrawArrow(SvgWriter svg, Pixel tip)
    {
        PathData arrow = new PathData()
            .MoveTo(tip.X, tip.Y - 6)
            .LineTo(tip.X + 5.5, tip.Y + 4)
            .LineTo(tip.X - 5.5, tip.Y + 4)
            .Close();

        svg.Empty("path", ("class", $"marker {Style.ColorClass}"), ("d", arrow.ToString()));
    }
}
