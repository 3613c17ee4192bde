namespace Fluxion.Numerics;

/// <summary>
/// Sums over an index, as the expression trees of a differentiable method have them: <c>Σ f(i)</c> is
/// <c>Reduction.Sum(0, n, i =&gt; f(i))</c>.
/// </summary>
public static class Reduction
{
    /// <summary>The sum of the terms of all indices from <paramref name="start"/> to one before <paramref name="end"/>.</summary>
    /// <param name="start">The first index.</param>
    /// <param name="end">The index after the last one; at or below <paramref name="start"/> the sum is empty, and 0.</param>
    /// <param name="term">The term at an index. Terms are added in the order of their indices.</param>
    /// <returns>The sum; NaN if a term is.</returns>
    public static double Sum(int start, int end, Func<int, double> term)
    {
        ArgumentNullException.ThrowIfNull(term);
        double sum = 0;

        for (int i = start; i < end; i++)
        {
            sum += term(i);
        }

        return sum;
    }

    /// <inheritdoc cref="Sum(int, int, Func{int, double})"/>
    public static float Sum(int start, int end, Func<int, float> term)
    {
        ArgumentNullException.ThrowIfNull(term);
        float sum = 0;

        for (int i = start; i < end; i++)
        {
            sum += term(i);
        }

        return sum;
    }

    /// <inheritdoc cref="Sum(int, int, Func{int, double})"/>
    /// <remarks>Wraps around as integers do.</remarks>
    public static int Sum(int start, int end, Func<int, int> term)
    {
        ArgumentNullException.ThrowIfNull(term);
        int sum = 0;

        for (int i = start; i < end; i++)
        {
            sum = unchecked(sum + term(i));
        }

        return sum;
    }
}
