using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Optimization;

/// <summary>The checks of hyper-parameters; each names the setting and its value, and NaN passes none.</summary>
internal static class Settings
{
    internal static T NotNegative<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : INumber<T> =>
        value >= T.Zero ? value : throw Refusal(name, value, "0 or greater");

    internal static T Positive<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : INumber<T> =>
        value > T.Zero ? value : throw Refusal(name, value, "greater than 0");

    /// <summary>From 0 to below 1.</summary>
    internal static double Decay(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and < 1 ? value : throw Refusal(name, value, "from 0 to below 1");

    /// <summary>From 0 to 1, both included.</summary>
    internal static double Share(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and <= 1 ? value : throw Refusal(name, value, "from 0 to 1");

    internal static double Number(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        !double.IsNaN(value) ? value : throw Refusal(name, value, "a number");

    internal static ArgumentOutOfRangeException Refusal(string name, object? value, string range) =>
        new(name, value, $"{name} must be {range}.");
}
