using Fluxion.Plotting.Svg;

namespace Fluxion.Plotting.Layers;

/// <summary>A mark at every point; where many fall on the same pixels, one.</summary>
internal sealed class ScatterLayer(double[] x, double[] y, string? label, SeriesStyle style)
    : SeriesLayer(x, y, label, style)
{
    private const double KeyRadius = 4;

    /// <summary>More than this many overlap, and their outlines would cover them.</summary>
    private const int MostOutlined = 300;

    /// <summary>More than this many are dots, whatever their marker: shapes so small cannot be told apart.</summary>
    private const int MostShaped = 2000;

    public override bool NeedsRoom => true;

    /// <summary>Many points get small marks, or they would be one blot.</summary>
    private double Radius => XValues.Length switch
    {
        <= MostOutlined => 3.8,
        <= MostShaped => 2.8,
        <= 20000 => 2,
        _ => 1.5,
    };

    public override void Draw(SvgWriter svg, Frame frame)
    {
        // Marks nearer than that look like one: a million points become what fits on the picture.
        double cell = XValues.Length > MostShaped ? Radius : Radius / 2;
        var taken = new HashSet<(int Column, int Row)>();
        IEnumerable<Pixel> apart = VisiblePixels(frame)
            .Where(pixel => taken.Add(((int)(pixel.X / cell), (int)(pixel.Y / cell))));

        if (XValues.Length > MostShaped)
        {
            DrawDots(svg, apart);
            return;
        }

        string dense = XValues.Length > MostOutlined ? " dense" : "";
        DrawMarks(svg, $"marker{dense} {Style.ColorClass}", Style.Marker, Radius, apart);
    }

    public override void DrawKey(SvgWriter svg, Pixel start) =>
        DrawMarks(
            svg, $"marker {Style.ColorClass}", Style.Marker, KeyRadius, [start with { X = start.X + (KeyWidth / 2) }]);

    /// <summary>Lines of no length with round ends: a quarter of the bytes of circles.</summary>
    private void DrawDots(SvgWriter svg, IEnumerable<Pixel> centers)
    {
        var path = new PathData();

        foreach (Pixel center in centers)
        {
            path.MoveTo(Math.Round(center.X, 1), Math.Round(center.Y, 1)).Relative("h0");
        }

        if (!path.IsEmpty)
        {
            svg.Empty(
                "path", ("class", $"dots {Style.ColorClass}"), ("stroke-width", 2 * Radius), ("d", path.ToString()));
        }
    }
}
