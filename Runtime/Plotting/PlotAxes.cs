using Fluxion.Plotting.Axes;
using Fluxion.Plotting.Layers;

namespace Fluxion.Plotting;

/// <summary>Decides how far the axes of a plot reach.</summary>
internal static class PlotAxes
{
    private const double Room = 0.04;

    public static (Axis X, Axis Y) Fit(Plot plot)
    {
        CheckLogRange(plot.XRange, plot.XScale, nameof(Plot.XRange));
        CheckLogRange(plot.YRange, plot.YScale, nameof(Plot.YRange));

        Layer[] filling = [.. plot.Layers.Where(layer => layer.FillsFrame)];
        IReadOnlyList<Layer> deciding = filling.Length > 0 ? filling : plot.Layers;
        DataBounds bounds = Extent(plot, deciding);

        double yRoom = filling.Length > 0 ? 0 : Room;
        double xRoom = deciding.Any(layer => layer.NeedsRoom) ? yRoom : 0;

        return (
            Axis(plot.XScale, plot.XRange, (bounds.Left, bounds.Right), xRoom),
            Axis(plot.YScale, plot.YRange, (bounds.Bottom, bounds.Top), yRoom));
    }

    /// <summary>The extent of the layers; those that diverge count only near the others, if there are others.</summary>
    private static DataBounds Extent(Plot plot, IReadOnlyList<Layer> layers)
    {
        var bounds = new DataBounds(plot.XScale, plot.YScale);

        foreach (Layer layer in layers.Where(layer => !layer.Diverges))
        {
            layer.Extend(bounds);
        }

        HistoryLayer[] runaways = [.. layers.OfType<HistoryLayer>().Where(layer => layer.Diverges)];

        if (!bounds.IsEmpty && runaways.Length > 0)
        {
            double highest = runaways.Max(layer => layer.FirstFinite);
            double top = Math.Max(bounds.Top, double.IsNaN(highest) ? bounds.Top : highest);
            bounds.Ceiling = plot.YScale == AxisScale.Log ? 10 * top : top + (0.25 * (top - bounds.Bottom));
        }

        foreach (HistoryLayer layer in runaways)
        {
            layer.Extend(bounds);
        }

        return bounds;
    }

    private static Axis Axis(
        AxisScale scale, (double From, double To)? range, (double From, double To) extent, double room)
    {
        return range is (double from, double to)
            ? AxisFit.Exactly(scale, from, to)
            : AxisFit.Around(scale, extent.From, extent.To, room);
    }

    private static void CheckLogRange((double From, double To)? range, AxisScale scale, string name)
    {
        if (scale == AxisScale.Log && range is { From: <= 0 } wrong)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"{name} starts at {wrong.From}, which a logarithmic axis cannot show."));
        }
    }
}
