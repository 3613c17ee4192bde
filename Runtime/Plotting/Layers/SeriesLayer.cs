using Fluxion.Plotting.Axes;
using Fluxion.Plotting.Svg;

namespace Fluxion.Plotting.Layers;

/// <summary>A layer made of points.</summary>
internal abstract class SeriesLayer(double[] x, double[] y, string? label, SeriesStyle style) : Layer(label, style)
{
    protected double[] XValues { get; } = x;

    protected double[] YValues { get; } = y;

    public override void Extend(DataBounds bounds)
    {
        for (int i = 0; i < XValues.Length; i++)
        {
            bounds.Include(XValues[i], YValues[i]);
        }
    }

    public override IEnumerable<Pixel> VisiblePixels(Frame frame)
    {
        for (int i = 0; i < XValues.Length; i++)
        {
            if (frame.TryMap(XValues[i], YValues[i], out Pixel pixel) && frame.Contains(pixel))
            {
                yield return pixel;
            }
        }
    }

    protected void DrawLine(SvgWriter svg, Frame frame)
    {
        string path = LinePath.Trace(XValues, YValues, frame);

        if (path.Length > 0)
        {
            svg.Empty("path", ("class", $"line {Style.ColorClass}"), ("stroke-dasharray", Style.Dash), ("d", path));
        }
    }

    protected void DrawLineKey(SvgWriter svg, Pixel start) =>
        svg.Empty(
            "path",
            ("class", $"line {Style.ColorClass}"),
            ("stroke-dasharray", Style.Dash),
            ("d", new PathData().MoveTo(start.X + 1, start.Y).LineTo(start.X + KeyWidth - 1, start.Y).ToString()));

    protected static void DrawMarks(
        SvgWriter svg, string classes, Marker marker, double radius, IEnumerable<Pixel> centers)
    {
        var path = new PathData();

        foreach (Pixel center in centers)
        {
            marker.AppendTo(path, center, radius);
        }

        if (!path.IsEmpty)
        {
            svg.Empty("path", ("class", classes), ("d", path.ToString()));
        }
    }
}
