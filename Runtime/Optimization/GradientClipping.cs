using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>Makes gradients that are too long shorter, in place.</summary>
public static class GradientClipping
{
    /// <summary>Scales a gradient so that its norm is at most a given one, as <c>clip_grad_norm_</c> does.</summary>
    /// <remarks>
    /// The factor is <c>maximumNorm / (norm + 10⁻⁶)</c> where that is below 1. A norm that is NaN makes the whole
    /// gradient NaN, an infinite one makes it 0, or NaN where it is infinite; as in PyTorch.
    /// </remarks>
    /// <typeparam name="T">The type of the gradient.</typeparam>
    /// <param name="gradient">The gradient; changed in place.</param>
    /// <param name="maximumNorm">The greatest norm: 0 or greater.</param>
    /// <param name="order">The order of the norm: above 0, infinity for the greatest absolute value.</param>
    /// <returns>The norm before.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A setting is NaN or outside its range.</exception>
    public static T ByNorm<T>(Span<T> gradient, double maximumNorm, double order = 2)
        where T : IFloatingPointIeee754<T>
    {
        Settings.NotNegative(maximumNorm);
        Settings.Positive(order);
        T norm = Norm<T>(gradient, order);
        T factor = T.CreateTruncating(maximumNorm) / (norm + T.CreateTruncating(1e-6));

        if (!(factor >= T.One))
        {
            foreach (ref T element in gradient)
            {
                element *= factor;
            }
        }

        return norm;
    }

    /// <summary>Limits every element of a gradient, as <c>clip_grad_value_</c> does.</summary>
    /// <typeparam name="T">The type of the gradient.</typeparam>
    /// <param name="gradient">The gradient; changed in place. NaN stays.</param>
    /// <param name="maximumValue">The greatest absolute value of an element: 0 or greater.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximumValue"/> is negative or NaN.</exception>
    public static void ByValue<T>(Span<T> gradient, double maximumValue)
        where T : IFloatingPointIeee754<T>
    {
        T limit = T.CreateTruncating(Settings.NotNegative(maximumValue));

        foreach (ref T element in gradient)
        {
            element = T.Min(T.Max(element, -limit), limit);
        }
    }

    private static T Norm<T>(ReadOnlySpan<T> gradient, double order)
        where T : IFloatingPointIeee754<T>
    {
        if (order == 2)
        {
            return T.Sqrt(Sums.Dot(gradient, gradient));
        }

        if (double.IsPositiveInfinity(order))
        {
            return Sums.GreatestAbsolute(gradient);
        }

        T exponent = T.CreateTruncating(order);
        T sum = T.Zero;

        foreach (T element in gradient)
        {
            sum += T.Pow(T.Abs(element), exponent);
        }

        return T.Pow(sum, T.One / exponent);
    }
}
