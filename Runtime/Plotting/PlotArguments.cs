namespace Fluxion.Plotting;

/// <summary>Checks what users hand to a plot; every message names the argument.</summary>
internal static class PlotArguments
{
    private const double LargestBound = 1e300;

    public static (double From, double To)? Range((double From, double To)? range, string name)
    {
        if (range is (double from, double to)
            && !(from < to && Math.Abs(from) <= LargestBound && Math.Abs(to) <= LargestBound))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{name} must be finite and ascending, not {from} to {to}."), name);
        }

        return range;
    }

    public static double Size(double value, string name) =>
        value is >= 200 and <= 10_000
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} must be from 200 to 10,000 pixels.");

    public static void NotEmpty(Values values, string name)
    {
        if (values.Count == 0)
        {
            throw new ArgumentException($"{name} is empty.", name);
        }
    }

    public static void Pairs(Values x, Values y)
    {
        NotEmpty(x, nameof(x));
        NotEmpty(y, nameof(y));

        if (x.Count != y.Count)
        {
            throw new ArgumentException($"x has {x.Count} values, but y has {y.Count}.", nameof(y));
        }
    }
}
