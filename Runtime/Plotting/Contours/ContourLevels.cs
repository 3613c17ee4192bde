namespace Fluxion.Plotting.Contours;

/// <summary>
/// Chooses levels by the area they enclose, in the ratio 1 : 4 : 9 …: in a quadratic bowl the rings are evenly spaced,
/// and a cost that spans ten decades gets as many lines in its valley as on its walls.
/// </summary>
internal static class ContourLevels
{
    /// <summary>The levels, ascending; none if the cost is the same everywhere.</summary>
    /// <param name="sorted">The finite values of the grid, ascending.</param>
    /// <param name="count">How many levels are wanted; fewer may come out.</param>
    public static double[] Choose(double[] sorted, int count)
    {
        if (sorted.Length == 0 || sorted[0] == sorted[^1])
        {
            return [];
        }

        double[] raw = [.. Enumerable.Range(1, count).Select(i => Quantile(sorted, Square(i / (count + 0.5))))];
        var levels = new List<double>();

        for (int i = 0; i < raw.Length; i++)
        {
            double below = i == 0 ? sorted[0] : raw[i - 1];
            double level = RoundWithin(raw[i], raw[i] - below);

            if (level > (levels.Count == 0 ? sorted[0] : levels[^1]) && level < sorted[^1])
            {
                levels.Add(level);
            }
        }

        return [.. levels];
    }

    private static double Square(double value) => value * value;

    private static double Quantile(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];

    /// <summary>The value with no more digits than it takes to tell it from the level below.</summary>
    private static double RoundWithin(double value, double gap)
    {
        if (!(gap > 0) || !double.IsFinite(gap))
        {
            return value;
        }

        int decimals = -(int)Math.Floor(Math.Log10(gap / 2));
        return decimals is >= 0 and <= 15
            ? Math.Round(value, decimals)
            : Math.Round(value / Math.Pow(10, -decimals)) * Math.Pow(10, -decimals);
    }
}
