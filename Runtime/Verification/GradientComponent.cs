namespace Fluxion.Verification;

/// <summary>A partial derivative, compared with numeric differences.</summary>
/// <param name="Index">The index of the parameter.</param>
/// <param name="Name">The name of the parameter.</param>
/// <param name="Parameter">The value of the parameter.</param>
/// <param name="Generated">The partial derivative that is checked.</param>
/// <param name="Numeric">The same by numeric differences; NaN if there is no such number.</param>
/// <param name="ErrorEstimate">How far <paramref name="Numeric"/> may be from the truth.</param>
/// <param name="Tolerance">How far the two may be apart and agree.</param>
/// <param name="Verdict">What that shows.</param>
/// <param name="Reason">Why the comparison is unreliable; otherwise empty.</param>
public sealed record GradientComponent(
    int Index,
    string Name,
    double Parameter,
    double Generated,
    double Numeric,
    double ErrorEstimate,
    double Tolerance,
    GradientVerdict Verdict,
    string Reason)
{
    /// <summary>How far the two are apart; NaN if one of them is.</summary>
    public double Difference => Math.Abs(Generated - Numeric);

    /// <summary>The difference as a multiple of the tolerance; infinite where it cannot be computed.</summary>
    internal double Severity
    {
        get
        {
            double severity = Difference == 0 ? 0 : Difference / Tolerance;
            return double.IsNaN(severity) ? double.PositiveInfinity : severity;
        }
    }
}
