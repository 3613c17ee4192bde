using System.Globalization;

namespace Fluxion.Benchmarks.Racing;

/// <summary>What is fast must be right first.</summary>
internal static class Agreement
{
    /// <summary>Compares value and gradient with another's, relative to the largest.</summary>
    public static void Check(ReadOnlySpan<double> actual, ReadOnlySpan<double> expected, double tolerance)
    {
        if (actual.Length != expected.Length)
        {
            throw new InvalidOperationException($"{actual.Length} numbers where {expected.Length} are expected.");
        }

        double scale = 0;

        foreach (double value in expected)
        {
            scale = Math.Max(scale, Math.Abs(value));
        }

        for (int i = 0; i < actual.Length; i++)
        {
            // why: a NaN is never within the tolerance.
            if (!(Math.Abs(actual[i] - expected[i]) <= tolerance * scale))
            {
                throw new InvalidOperationException(string.Create(
                    CultureInfo.InvariantCulture, $"Number {i} is {actual[i]:R} and should be {expected[i]:R}."));
            }
        }
    }
}
