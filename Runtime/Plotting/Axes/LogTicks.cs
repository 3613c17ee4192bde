using Fluxion.Plotting.Svg;

namespace Fluxion.Plotting.Axes;

/// <summary>Ticks at powers of ten, minor ones between; at 1, 2, 5 over few decades; linear within one.</summary>
internal static class LogTicks
{
    /// <summary>Beyond it the powers between two labels would be a black bar.</summary>
    private const int LargestMinorStride = 10;

    private static TextRun? Minor => null;

    public static TickSet Choose(double low, double high, int count)
    {
        if (high - low >= 2 || PowersBetween(low, high) >= 3)
        {
            return new TickSet(Decades(low, high, Math.Max(2, count)));
        }

        Tick[] ticks = [.. OneTwoFive(low, high)];
        return ticks.Count(tick => tick.Label is not null) >= 3
            ? new TickSet(ticks)
            : LinearTicks.Choose(Math.Pow(10, low), Math.Pow(10, high), count);
    }

    private static int PowersBetween(double low, double high) => (int)(Math.Floor(high) - Math.Ceiling(low)) + 1;

    /// <summary>Every power, or every second, fifth … where they would crowd.</summary>
    private static List<Tick> Decades(double low, double high, int count)
    {
        int stride = Stride((high - low) / count);
        bool plain = low >= -3.5 && high <= 4.5;
        var ticks = new List<Tick>();

        for (int power = (int)Math.Floor(low); power <= Math.Floor(high); power++)
        {
            bool major = power % stride == 0;

            if (power >= low && (major || stride <= LargestMinorStride))
            {
                ticks.Add(new Tick(Math.Pow(10, power), major ? NumberText.Power(power, plain) : Minor));
            }

            if (stride == 1)
            {
                ticks.AddRange(Between(power, low, high));
            }
        }

        return ticks;
    }

    private static int Stride(double decadesPerTick)
    {
        int[] strides = [1, 2, 3, 5, 10, 20, 50, 100];
        return strides.First(stride => stride >= decadesPerTick - 0.2 || stride == strides[^1]);
    }

    private static IEnumerable<Tick> Between(int power, double low, double high) =>
        from digit in Enumerable.Range(2, 8)
        let position = power + Math.Log10(digit)
        where position >= low && position <= high
        select new Tick(digit * Math.Pow(10, power), Minor);

    private static IEnumerable<Tick> OneTwoFive(double low, double high) =>
        from power in Enumerable.Range((int)Math.Floor(low), (int)(Math.Floor(high) - Math.Floor(low)) + 1)
        from digit in Enumerable.Range(1, 9)
        let position = power + Math.Log10(digit)
        where position >= low - 1e-9 && position <= high + 1e-9
        let value = power < 0 ? digit / Math.Pow(10, -power) : digit * Math.Pow(10, power)
        select new Tick(value, digit is 1 or 2 or 5 ? NumberText.Short(value) : Minor);
}
