using Fluxion.Plotting.Layers;
using Fluxion.Plotting.Svg;

namespace Fluxion.Plotting;

/// <summary>The labels of the layers with samples, in rows above the frame, where they cannot cover data.</summary>
internal static class Legend
{
    private const double RowHeight = 21;
    private const double TextGap = 7;
    private const double EntryGap = 22;
    private const double GapBelow = 12;

    /// <summary>Draws the legend, if any layer has a label.</summary>
    /// <returns>Where the space below it starts.</returns>
    public static double Draw(SvgWriter svg, IEnumerable<Layer> layers, Pixel origin, double width)
    {
        (double x, double y) = (origin.X, origin.Y);
        Layer[] labelled = [.. layers.Where(layer => !string.IsNullOrEmpty(layer.Label))];

        foreach (Layer layer in labelled)
        {
            TextRun text = layer.Label!;
            double entry = Layer.KeyWidth + TextGap + text.Width(Theme.FontSize);

            if (x > origin.X && x + entry > origin.X + width)
            {
                (x, y) = (origin.X, y + RowHeight);
            }

            layer.DrawKey(svg, new Pixel(x, y + (RowHeight / 2)));
            svg.Element(
                "text", text, ("class", "ink"), ("x", x + Layer.KeyWidth + TextGap), ("y", y + (RowHeight / 2) + 4.5));
            x += entry + EntryGap;
        }

        return labelled.Length == 0 ? y + (GapBelow / 2) : y + RowHeight + GapBelow;
    }
}
