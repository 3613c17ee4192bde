using System.Numerics;
using System.Runtime.InteropServices;

namespace Fluxion.Benchmarks.Ridge;

/// <summary>One pass over the rows: a dot product, then the row scaled and added while it is in the cache.</summary>
internal static class RidgeByHand
{
    public static double ValueAndGradient(
        double[] weights, double[] features, double[] targets, double penalty, double[] gradient)
    {
        int columns = weights.Length;
        Array.Clear(gradient);
        double sum = 0;
        double factor = 2.0 / targets.Length;

        for (int row = 0; row < targets.Length; row++)
        {
            ReadOnlySpan<double> values = features.AsSpan(row * columns, columns);
            double error = Dot(weights, values) - targets[row];
            sum += error * error;
            AddScaled(gradient, values, factor * error);
        }

        double squares = Dot(weights, weights);
        AddScaled(gradient, weights, 2 * penalty);
        return sum / targets.Length + penalty * squares;
    }

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        ref double l = ref MemoryMarshal.GetReference(left);
        ref double r = ref MemoryMarshal.GetReference(right);
        int width = Vector<double>.Count;
        Vector<double> a = default, b = default, c = default, d = default;
        int i = 0;

        for (; i <= left.Length - 4 * width; i += 4 * width)
        {
            nuint at = (nuint)i;
            a = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref l, at), Vector.LoadUnsafe(ref r, at), a);
            at += (nuint)width;
            b = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref l, at), Vector.LoadUnsafe(ref r, at), b);
            at += (nuint)width;
            c = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref l, at), Vector.LoadUnsafe(ref r, at), c);
            at += (nuint)width;
            d = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref l, at), Vector.LoadUnsafe(ref r, at), d);
        }

        double sum = Vector.Sum(a + b + (c + d));

        for (; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    private static void AddScaled(Span<double> destination, ReadOnlySpan<double> source, double factor)
    {
        ref double d = ref MemoryMarshal.GetReference(destination);
        ref double s = ref MemoryMarshal.GetReference(source);
        int width = Vector<double>.Count;
        Vector<double> factors = new(factor);
        int i = 0;

        for (; i <= destination.Length - 2 * width; i += 2 * width)
        {
            nuint at = (nuint)i;
            nuint next = at + (nuint)width;
            Vector<double> first = Vector.FusedMultiplyAdd(
                Vector.LoadUnsafe(ref s, at), factors, Vector.LoadUnsafe(ref d, at));
            Vector<double> second = Vector.FusedMultiplyAdd(
                Vector.LoadUnsafe(ref s, next), factors, Vector.LoadUnsafe(ref d, next));
            first.StoreUnsafe(ref d, at);
            second.StoreUnsafe(ref d, next);
        }

        for (; i < destination.Length; i++)
        {
            destination[i] += factor * source[i];
        }
    }
}
