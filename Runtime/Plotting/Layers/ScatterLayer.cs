using Fluxion.Plotting.Svg;

namespace Fluxion.Plotting.Layers;

/// <summary>A mark at every point; where many fall on the same pixels, one.</summary>
internal sealed class ScatterLayer(double[] x, double[] y, string? label, SeriesStyle style)
    : SeriesLayer(x, y, label, style)
{
    private const double KeyRadius = 4;

    public override bool NeedsRoom => true;

    /// <summary>Many points get small marks, or they would be one blot.</summary>
    private double Radius => XValues.Length switch
    {
        <= 300 => 3.8,
        <= 2000 => 2.8,
        <= 20000 => 2,
        _ => 1.5,
    };

    public override void Draw(SvgWriter svg, Frame frame)
    {
        // Marks closer than half a radius look like one: a million points become what fits on the picture.
        double cell = Radius / 2;
        var taken = new HashSet<(int Column, int Row)>();
        IEnumerable<Pixel> apart = VisiblePixels(frame)
            .Where(pixel => taken.Add(((int)(pixel.X / cell), (int)(pixel.Y / cell))));

        DrawMarks(svg, $"marker {Style.ColorClass}", Style.Marker, Radius, apart);
    }

    public override void DrawKey(SvgWriter svg, Pixel start) =>
        DrawMarks(
            svg, $"marker {Style.ColorClass}", Style.Marker, KeyRadius, [start with { X = start.X + (KeyWidth / 2) }]);
}
