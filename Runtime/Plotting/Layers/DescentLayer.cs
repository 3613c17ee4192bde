using Fluxion.Plotting.Svg;

namespace Fluxion.Plotting.Layers;

/// <summary>The way an optimizer went: a ring at the start, a dot at every step, a large one at the end.</summary>
internal sealed class DescentLayer(double[] x, double[] y, string? label, SeriesStyle style)
    : SeriesLayer(x, y, label, style)
{
    private const double EndRadius = 5;
    private const double StepRadius = 2.4;

    /// <summary>Steps shorter than this in pixels get no dot of their own.</summary>
    private const double VisibleStep = 5;

    public override bool NeedsRoom => true;

    public override void Draw(SvgWriter svg, Frame frame)
    {
        DrawLine(svg, frame);
        List<Pixel> pixels = [.. VisiblePixels(frame)];
        string color = Style.ColorClass;
        DrawMarks(svg, $"marker {color}", Marker.Circle, StepRadius, Apart(pixels));

        if (pixels.Count > 0)
        {
            DrawMarks(svg, $"hollow {color}", Marker.Circle, EndRadius - 1, [pixels[0]]);
            DrawMarks(svg, $"marker {color}", Style.Marker, EndRadius, [pixels[^1]]);
        }
    }

    public override void DrawKey(SvgWriter svg, Pixel start)
    {
        DrawLineKey(svg, start);
        Pixel end = start with { X = start.X + KeyWidth - 4 };
        DrawMarks(svg, $"marker {Style.ColorClass}", Style.Marker, EndRadius - 1, [end]);
    }

    private static IEnumerable<Pixel> Apart(IEnumerable<Pixel> pixels)
    {
        Pixel? last = null;

        foreach (Pixel pixel in pixels)
        {
            if (last is null || pixel.DistanceTo(last.Value) >= VisibleStep)
            {
                last = pixel;
                yield return pixel;
            }
        }
    }
}
