namespace Fluxion.Plotting.Axes;

/// <summary>Ticks at multiples of 1, 2 or 5 times a power of ten.</summary>
internal static class LinearTicks
{
    public static TickSet Choose(double low, double high, int count)
    {
        double step = NiceStep((high - low) / Math.Max(1, count));
        double[] values = [.. Multiples(low, high, step)];
        double largest = values.Length == 0 ? 0 : values.Max(Math.Abs);
        int exponent = CommonExponent(largest);
        int decimals = Math.Clamp(exponent - NumberText.Exponent(step), 0, 15);
        double unit = Math.Pow(10, exponent);
        return new TickSet([.. values.Select(v => new Tick(v, NumberText.Fixed(v / unit, decimals)))], exponent);
    }

    /// <summary>The multiples of a step in a range.</summary>
    public static IEnumerable<double> Multiples(double low, double high, double step)
    {
        // A hair of tolerance keeps the ends of a range such as 0 to 0.3 in steps of 0.1.
        double first = Math.Ceiling((low / step) - 1e-9);
        double last = Math.Floor((high / step) + 1e-9);

        for (double k = first; k <= last; k++)
        {
            // Rounding 3 × 0.1 to 0.3 keeps the value that its label says.
            yield return double.Abs(step) < 1 ? k / Math.Round(1 / step, 9) : k * step;
        }
    }

    public static double NiceStep(double rough)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));

        return (rough / power) switch
        {
            <= 1.5 => power,
            <= 3.5 => 2 * power,
            <= 7.5 => 5 * power,
            _ => 10 * power,
        };
    }

    /// <summary>Long numbers share a factor, which the axis names once.</summary>
    private static int CommonExponent(double largest) => largest switch
    {
        0 => 0,
        >= 1e6 or < 1e-3 => NumberText.Exponent(largest),
        _ => 0,
    };
}
