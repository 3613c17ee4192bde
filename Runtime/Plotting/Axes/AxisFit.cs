namespace Fluxion.Plotting.Axes;

/// <summary>Makes an axis long enough for the data, and not longer than reads well.</summary>
internal static class AxisFit
{
    /// <summary>Below this share of the numbers' size a difference is rounding, not data.</summary>
    private const double Negligible = 1e-10;

    /// <summary>An axis over exactly a range.</summary>
    public static Axis Exactly(AxisScale scale, double from, double to) =>
        new(scale, Axis.Transform(scale, from), Axis.Transform(scale, to));

    /// <summary>An axis over the extent of data, with room at both ends.</summary>
    /// <param name="scale">The scale.</param>
    /// <param name="from">The least number; greater than <paramref name="to"/> if there is no data.</param>
    /// <param name="to">The greatest.</param>
    /// <param name="room">The share of the length to be added at either end.</param>
    public static Axis Around(AxisScale scale, double from, double to, double room)
    {
        if (from > to)
        {
            return new Axis(scale, 0, 1);
        }

        double low = Axis.Transform(scale, from);
        double high = Axis.Transform(scale, to);

        if (high - low <= Negligible * Math.Max(Math.Abs(low), Math.Abs(high)))
        {
            return AroundOne(scale, low + ((high - low) / 2));
        }

        double padding = room * (high - low);
        return new Axis(scale, low - padding, high + padding);
    }

    private static Axis AroundOne(AxisScale scale, double value)
    {
        double reach = scale == AxisScale.Log ? 0.5 : value == 0 ? 1 : Math.Abs(value) / 2;
        return new Axis(scale, value - reach, value + reach);
    }
}
