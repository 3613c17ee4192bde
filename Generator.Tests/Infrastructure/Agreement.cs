using System.Collections;
using System.Runtime.CompilerServices;

namespace Fluxion.Generator.Tests.Infrastructure;

/// <summary>Compares numbers, and arrays and tuples of numbers.</summary>
internal static class Agreement
{
    /// <summary>Within a tolerance relative to the larger of one and what is expected; NaN is equal to NaN only.</summary>
    public static bool Near(double expected, double actual, double tolerance) =>
        double.IsFinite(expected)
            ? Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected))
            : expected.Equals(actual);

    public static void AssertNear(
        IReadOnlyList<double> expected, IReadOnlyList<double> actual, double tolerance, string context)
    {
        bool near = expected.Count == actual.Count && expected.Zip(actual).All(pair => Near(pair.First, pair.Second, tolerance));
        Assert.True(near, $"{context}: expected ({string.Join(", ", expected)}), got ({string.Join(", ", actual)})");
    }

    /// <summary>The bits of a number; all NaNs count as one.</summary>
    public static long Bits(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);

    /// <summary>Every number inside, in order.</summary>
    public static IEnumerable<double> Flatten(object? value) => value switch
    {
        null => [],
        double or float or int => [Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)],
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => Flatten(tuple[i])),
        IEnumerable items => items.Cast<object?>().SelectMany(Flatten),
        _ => throw new ArgumentException($"No numbers in a {value.GetType()}.", nameof(value)),
    };
}
