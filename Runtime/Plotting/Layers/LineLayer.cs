using Fluxion.Plotting.Svg;

namespace Fluxion.Plotting.Layers;

/// <summary>A line through points in the order given.</summary>
internal sealed class LineLayer(double[] x, double[] y, string? label, SeriesStyle style)
    : SeriesLayer(x, y, label, style)
{
    // A line of one point is a dot, and a dot at the edge of the frame would be half a dot.
    public override bool NeedsRoom => XValues.Length == 1;

    public override void Draw(SvgWriter svg, Frame frame)
    {
        DrawLine(svg, frame);

        if (XValues.Length == 1)
        {
            DrawMarks(svg, $"marker {Style.ColorClass}", Marker.Circle, 3, VisiblePixels(frame));
        }
    }

    public override void DrawKey(SvgWriter svg, Pixel start) => DrawLineKey(svg, start);
}
