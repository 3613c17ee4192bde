using System.Numerics;
using System.Runtime.InteropServices;

namespace Fluxion.Benchmarks.Gmm;

/// <summary>
/// The adjoint an expert would write: point by point, forward and back while what the components made of the point is in
/// the cache; the columns below the diagonal walked by vectors.
/// </summary>
internal sealed class GmmByHand(GmmProblem problem)
{
    private readonly int _dimension = problem.Dimension;
    private readonly int _stride = problem.Dimension * (problem.Dimension + 1) / 2;
    private readonly double _constant = problem.Constant;
    private readonly double[] _diagonals = new double[problem.Means.Length];
    private readonly double[] _logDeterminants = new double[problem.Components];
    private readonly double[] _centred = new double[problem.Means.Length];
    private readonly double[] _products = new double[problem.Means.Length];
    private readonly double[] _terms = new double[problem.Components];

    public double ValueAndGradient(Span<double> dAlphas, Span<double> dMeans, Span<double> dIcf)
    {
        dAlphas.Clear();
        dMeans.Clear();
        problem.Icf.CopyTo(dIcf);
        double value = _constant + Penalty(dIcf);

        for (int n = 0; n < problem.Count; n++)
        {
            ReadOnlySpan<double> point = problem.Points.AsSpan(n * _dimension, _dimension);

            for (int k = 0; k < _terms.Length; k++)
            {
                _terms[k] = problem.Alphas[k] + _logDeterminants[k] - 0.5 * Forward(k, point);
            }

            value += SoftMax(_terms);

            for (int k = 0; k < _terms.Length; k++)
            {
                dAlphas[k] += _terms[k];
                Back(k, _terms[k], dMeans.Slice(k * _dimension, _dimension), dIcf.Slice(k * _stride, _stride));
            }
        }

        problem.Alphas.CopyTo(_terms, 0);
        value -= problem.Count * SoftMax(_terms);

        for (int k = 0; k < _terms.Length; k++)
        {
            dAlphas[k] -= problem.Count * _terms[k];
        }

        return value;
    }

    private double Penalty(Span<double> dIcf)
    {
        double squares = 0;

        for (int k = 0; k < _terms.Length; k++)
        {
            double sum = 0;

            for (int i = 0; i < _dimension; i++)
            {
                double log = problem.Icf[k * _stride + i];
                double diagonal = Math.Exp(log);
                sum += log;
                _diagonals[k * _dimension + i] = diagonal;
                squares += diagonal * diagonal;
                dIcf[k * _stride + i] = diagonal * diagonal;
            }

            for (int i = _dimension; i < _stride; i++)
            {
                squares += problem.Icf[k * _stride + i] * problem.Icf[k * _stride + i];
            }

            _logDeterminants[k] = sum;
        }

        return 0.5 * squares;
    }

    private double Forward(int k, ReadOnlySpan<double> point)
    {
        int at = k * _dimension;
        Span<double> centred = _centred.AsSpan(at, _dimension), product = _products.AsSpan(at, _dimension);
        ReadOnlySpan<double> means = problem.Means.AsSpan(at, _dimension), diagonals = _diagonals.AsSpan(at, _dimension);
        ReadOnlySpan<double> column = problem.Icf.AsSpan(k * _stride + _dimension, _stride - _dimension);

        for (int i = 0; i < point.Length; i++)
        {
            centred[i] = point[i] - means[i];
            product[i] = diagonals[i] * centred[i];
        }

        for (int i = 0; i < point.Length; i++)
        {
            int below = point.Length - i - 1;
            AddScaled(product[(i + 1)..], column[..below], centred[i]);
            column = column[below..];
        }

        double sum = 0;

        foreach (double value in product)
        {
            sum += value * value;
        }

        return sum;
    }

    private void Back(int k, double weight, Span<double> dMeans, Span<double> dIcf)
    {
        int at = k * _dimension;
        Span<double> centred = _centred.AsSpan(at, _dimension), product = _products.AsSpan(at, _dimension);
        ReadOnlySpan<double> diagonals = _diagonals.AsSpan(at, _dimension);
        ReadOnlySpan<double> column = problem.Icf.AsSpan(k * _stride + _dimension, _stride - _dimension);
        Span<double> dColumn = dIcf[_dimension..];

        for (int i = 0; i < centred.Length; i++)
        {
            product[i] *= -weight;
        }

        for (int i = 0; i < centred.Length; i++)
        {
            int below = centred.Length - i - 1;
            double diagonal = diagonals[i] * product[i];
            dIcf[i] += diagonal * centred[i] + weight;
            dMeans[i] -= diagonal + AddScaledAndDot(dColumn[..below], centred[i], product[(i + 1)..], column[..below]);
            column = column[below..];
            dColumn = dColumn[below..];
        }
    }

    /// <summary>Replaces terms by their soft-max; the logarithm of the sum of their exponentials.</summary>
    private static double SoftMax(Span<double> terms)
    {
        double max = terms[0];

        foreach (double term in terms)
        {
            max = Math.Max(max, term);
        }

        double sum = 0;

        for (int k = 0; k < terms.Length; k++)
        {
            terms[k] = Math.Exp(terms[k] - max);
            sum += terms[k];
        }

        for (int k = 0; k < terms.Length; k++)
        {
            terms[k] /= sum;
        }

        return Math.Log(sum) + max;
    }

    private static void AddScaled(Span<double> destination, ReadOnlySpan<double> source, double factor)
    {
        ref double d = ref MemoryMarshal.GetReference(destination);
        ref double s = ref MemoryMarshal.GetReference(source);
        Vector<double> factors = new(factor);
        int i = 0;

        for (; i <= destination.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref s, (nuint)i), factors, Vector.LoadUnsafe(ref d, (nuint)i))
                .StoreUnsafe(ref d, (nuint)i);
        }

        for (; i < destination.Length; i++)
        {
            destination[i] += factor * source[i];
        }
    }

    private static double AddScaledAndDot(
        Span<double> destination, double factor, ReadOnlySpan<double> source, ReadOnlySpan<double> other)
    {
        ref double d = ref MemoryMarshal.GetReference(destination);
        ref double s = ref MemoryMarshal.GetReference(source);
        ref double o = ref MemoryMarshal.GetReference(other);
        Vector<double> factors = new(factor), dots = default;
        int i = 0;

        for (; i <= destination.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            Vector<double> values = Vector.LoadUnsafe(ref s, (nuint)i);
            Vector.FusedMultiplyAdd(values, factors, Vector.LoadUnsafe(ref d, (nuint)i)).StoreUnsafe(ref d, (nuint)i);
            dots = Vector.FusedMultiplyAdd(values, Vector.LoadUnsafe(ref o, (nuint)i), dots);
        }

        double dot = Vector.Sum(dots);

        for (; i < destination.Length; i++)
        {
            destination[i] += factor * source[i];
            dot += source[i] * other[i];
        }

        return dot;
    }
}
