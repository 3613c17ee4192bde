using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>Sums over vectors, always in the same order.</summary>
/// <remarks>
/// <c>TensorPrimitives</c> may sum in another order where the memory is aligned differently; a run would not repeat
/// itself to the bit.
/// </remarks>
internal static class Sums
{
    internal static T Dot<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : IFloatingPointIeee754<T>
    {
        Vector<T> sums = Vector<T>.Zero;
        int i = 0;

        for (; i <= left.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            sums += new Vector<T>(left[i..]) * new Vector<T>(right[i..]);
        }

        T sum = T.Zero;

        for (; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return AddLanes(sum, sums);
    }

    internal static T OfAbsolutes<T>(ReadOnlySpan<T> values)
        where T : IFloatingPointIeee754<T>
    {
        T sum = T.Zero;

        foreach (T value in values)
        {
            sum += T.Abs(value);
        }

        return sum;
    }

    /// <summary>The greatest absolute value; NaN if there is one among them, 0 if there are none.</summary>
    internal static T GreatestAbsolute<T>(ReadOnlySpan<T> values)
        where T : IFloatingPointIeee754<T>
    {
        T greatest = T.Zero;

        foreach (T value in values)
        {
            greatest = T.Max(greatest, T.Abs(value));
        }

        return greatest;
    }

    /// <summary>The first element that is NaN or infinite, or −1.</summary>
    internal static int IndexOfNotFinite<T>(ReadOnlySpan<T> values)
        where T : IFloatingPointIeee754<T>
    {
        Vector<T> differences = Vector<T>.Zero;
        int i = 0;

        // The difference of an element with itself is NaN where it is not finite, and NaN stays in a sum.
        for (; i <= values.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> vector = new(values[i..]);
            differences += vector - vector;
        }

        int start = Vector.EqualsAll(differences, Vector<T>.Zero) ? i : 0;

        for (i = start; i < values.Length; i++)
        {
            if (!T.IsFinite(values[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static T AddLanes<T>(T sum, Vector<T> lanes)
        where T : IFloatingPointIeee754<T>
    {
        for (int lane = 0; lane < Vector<T>.Count; lane++)
        {
            sum += lanes[lane];
        }

        return sum;
    }
}
