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
    private const double Growth = 4;
    private const int Reach = 3;
    private const int Order = 4;

    // The variance of a fourth difference of independent errors of variance 1: 8! / 4!².
    private const double Variance = 70;

    // Few differences are a small sample: three standard deviations.
    private const double Safety = 3;

    /// <summary>Finds the least amount by which the function's value can be seen to change.</summary>
    /// <remarks>
    /// A function that adds large numbers and takes them away again, or adds 1 to a small one, has values that are
    /// coarser than its result lets one think.
    /// </remarks>
    /// <param name="function">The function.</param>
    /// <param name="point">The point.</param>
    /// <param name="scale">The size of the numbers that stand for the point.</param>
    /// <returns>The amount; 0 if the parameter's last digits change the value, or nothing nearby does.</returns>
    internal static double SmallestChange<T>(Func<T, double> function, T point, double scale)
        where T : IFloatingPointIeee754<T>
    {
        double value = function(point);
        double epsilon = NumericSlope<T>.Epsilon;
        double absorbed = Growth * epsilon * Math.Max(1, Math.Abs(value));

        for (double distance = Growth * epsilon; distance < 1; distance *= Growth)
        {
            T step = T.CreateTruncating(distance * scale);
            double above = Math.Abs(function(point + step) - value);
            double below = Math.Abs(value - function(point - step));
            double change = Math.Max(above, below);

            if (change > 0 && double.IsFinite(change))
            {
                // At once: nothing is coarse. Far away and large: some other piece of the function.
                bool isRounding = distance < Math.Cbrt(epsilon) || change <= absorbed;
                return isRounding && distance > Growth * epsilon ? change : 0;
            }
        }

        return 0;
    }

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
