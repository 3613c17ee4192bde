using Fluxion.Plotting.Axes;
using Fluxion.Plotting.Layers;
using Fluxion.Plotting.Svg;

namespace Fluxion.Plotting;

/// <summary>Lays a plot out: title, legend, frame with axes, and the layers in it.</summary>
internal static class PlotPainter
{
    public const double Padding = 18;

    private const double TitleHeight = 28;
    private const double AxisLabelHeight = 22;
    private const double TickLabelHeight = 22;
    private const double TickLabelGap = 9;

    public static void Draw(Plot plot, SvgWriter svg)
    {
        (Axis xAxis, Axis yAxis) = PlotAxes.Fit(plot);
        double top = DrawHeading(plot, svg);
        double bottom = plot.Height - Padding + 4 - AxisLabelHeight - TickLabelHeight;
        TickSet yTicks = yAxis.Ticks((int)((bottom - top) / 58));
        double left = Padding + AxisLabelHeight + TickLabelGap + WidestLabel(yTicks);
        double width = plot.Width - Padding - 8 - left;
        TickSet xTicks = xAxis.Ticks((int)(width / 95));

        var frame = new Frame(left, top, width, bottom - top, xAxis, yAxis);
        var painter = new AxisPainter(svg, frame);

        if (plot.Layers.Any(layer => layer.FillsFrame))
        {
            frame = frame with { Occupied = [.. plot.Layers.SelectMany(layer => layer.VisiblePixels(frame))] };
        }
        else
        {
            painter.DrawGrid(xTicks, yTicks);
        }

        foreach (Layer layer in plot.Layers)
        {
            layer.Draw(svg, frame);
        }

        painter.DrawHorizontal(xTicks, plot.XLabel, plot.Height - Padding);
        painter.DrawVertical(yTicks, plot.YLabel, Padding + 8);
    }

    /// <summary>Draws title and legend; what remains starts where the result says.</summary>
    private static double DrawHeading(Plot plot, SvgWriter svg)
    {
        double top = Padding;

        if (!string.IsNullOrEmpty(plot.Title))
        {
            svg.Element("text", plot.Title, ("class", "title ink"), ("x", Padding), ("y", top + 12));
            top += TitleHeight;
        }

        return Legend.Draw(svg, plot.Layers, new Pixel(Padding, top), plot.Width - (2 * Padding));
    }

    private static double WidestLabel(TickSet ticks) =>
        ticks.Ticks.Max(tick => tick.Label?.Width(Theme.FontSize)) ?? 0;
}
