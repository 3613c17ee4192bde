using System.Numerics;

namespace Fluxion.Verification;

/// <summary>How large a function's rounding errors are.</summary>
/// <remarks>
/// At points very near to each other a smooth function's higher differences vanish; what is left of them is noise.
/// J. Moré, S. Wild, "Estimating computational noise", SIAM J. Sci. Comput. 33 (2011).
/// </remarks>
internal static class NoiseLevel
{
    private const double GoldenSection = 0.6180339887498949;
    private const int Reach = 3;
    private const int Order = 4;

    // The variance of a fourth difference of independent errors of variance 1: 8! / 4!².
    private const double Variance = 70;

    // Few differences are a small sample: three standard deviations.
    private const double Safety = 3;

    /// <summary>Estimates a bound of the errors around a point.</summary>
    /// <param name="function">The function.</param>
    /// <param name="point">The point.</param>
    /// <param name="distance">About how far apart the function is evaluated.</param>
    /// <returns>The bound; 0 if the function showed no noise or was not finite.</returns>
    internal static double Around<T>(Func<T, double> function, T point, double distance)
        where T : IFloatingPointIeee754<T>
    {
        // Not a round number: steps that are multiples of the rounding would not show it.
        T step = T.CreateTruncating(distance * GoldenSection);
        Span<double> values = stackalloc double[(2 * Reach) + 1];

        for (int i = 0; i < values.Length; i++)
        {
            values[i] = function(point + (T.CreateTruncating(i - Reach) * step));
        }

        for (int order = 1; order <= Order; order++)
        {
            for (int i = 0; i < values.Length - order; i++)
            {
                values[i] = values[i + 1] - values[i];
            }
        }

        double sum = 0;
        Span<double> differences = values[..^Order];

        foreach (double difference in differences)
        {
            sum += difference * difference;
        }

        double noise = Safety * Math.Sqrt(sum / (Variance * differences.Length));
        return double.IsFinite(noise) ? noise : 0;
    }
}
