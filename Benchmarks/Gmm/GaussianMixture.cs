namespace Fluxion.Benchmarks.Gmm;

/// <summary>ADBench's first objective: the log-likelihood of a Gaussian mixture with a Wishart term.</summary>
/// <remarks>
/// Each component has a logarithm of its weight, a mean, and the factor of its inverse covariance: the logarithms of
/// the diagonal, then what is below the diagonal, column after column.
/// </remarks>
internal static partial class GaussianMixture
{
    // why: the benchmark's own, shorter than Math.PI.
    public const double Pi = 3.14159265359;

    [Differentiable]
    public static double LogLikelihood(
        double[] alphas,
        double[] means,
        double[] icf,
        [NoDerivative] double[] points,
        int dimension,
        [NoDerivative] double constant)
    {
        int components = alphas.Length;
        int count = points.Length / dimension;
        int stride = dimension * (dimension + 1) / 2;

        double[] diagonals = new double[components * dimension];
        double[] logDeterminants = new double[components];

        for (int k = 0; k < components; k++)
        {
            for (int i = 0; i < dimension; i++)
            {
                logDeterminants[k] += icf[k * stride + i];
                diagonals[k * dimension + i] = Math.Exp(icf[k * stride + i]);
            }
        }

        double[] centred = new double[dimension];
        double[] product = new double[dimension];
        double[] terms = new double[components];
        double sum = 0;

        for (int n = 0; n < count; n++)
        {
            for (int k = 0; k < components; k++)
            {
                for (int i = 0; i < dimension; i++)
                {
                    centred[i] = points[n * dimension + i] - means[k * dimension + i];
                    product[i] = diagonals[k * dimension + i] * centred[i];
                }

                int column = k * stride + dimension;

                for (int i = 0; i < dimension; i++)
                {
                    for (int j = i + 1; j < dimension; j++)
                    {
                        product[j] += icf[column + j - i - 1] * centred[i];
                    }

                    column += dimension - i - 1;
                }

                terms[k] = alphas[k] + logDeterminants[k] - 0.5 * SquaredNorm(product);
            }

            sum += LogSumExp(terms);
        }

        return constant + sum - count * LogSumExp(alphas) + Penalty(diagonals, icf, dimension, stride);
    }

    private static double SquaredNorm(double[] values)
    {
        double sum = 0;

        for (int i = 0; i < values.Length; i++)
        {
            sum += values[i] * values[i];
        }

        return sum;
    }

    private static double LogSumExp(double[] values)
    {
        double max = values[0];

        for (int i = 1; i < values.Length; i++)
        {
            max = Math.Max(max, values[i]);
        }

        double sum = 0;

        for (int i = 0; i < values.Length; i++)
        {
            sum += Math.Exp(values[i] - max);
        }

        return Math.Log(sum) + max;
    }

    // With ADBench's gamma of 1 and m of 0.
    private static double Penalty(double[] diagonals, double[] icf, int dimension, int stride)
    {
        double squares = SquaredNorm(diagonals);

        for (int start = dimension; start < icf.Length; start += stride)
        {
            for (int i = start; i < start - dimension + stride; i++)
            {
                squares += icf[i] * icf[i];
            }
        }

        return 0.5 * squares;
    }
}
