namespace Fluxion.Verification;

/// <summary>A number known to some error.</summary>
/// <param name="Value">The number.</param>
/// <param name="Error">How far it may be off: truncation and rounding together.</param>
internal readonly record struct Estimate(double Value, double Error)
{
    /// <summary>Stands for a number that nothing is known about.</summary>
    internal static Estimate Unknown => new(double.NaN, double.PositiveInfinity);

    internal bool IsKnown => double.IsFinite(Value) && double.IsFinite(Error);
}
