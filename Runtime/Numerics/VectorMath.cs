using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Numerics;

/// <summary>
/// The functions of <see cref="Math"/> and <see cref="MathF"/>, lane by lane on vectors, for vectorised loops in generated
/// code. Each is within 4 units in the last place of the scalar one everywhere, and equal to it at infinities, NaN and
/// zeros.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class VectorMath
{
    // For the rare lanes that are outside of what a vector form covers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector<T> EachLane<T>(Vector<T> x, Func<T, T> function)
        where T : unmanaged
    {
        Span<T> lanes = stackalloc T[Vector<T>.Count];

        for (int i = 0; i < lanes.Length; i++)
        {
            lanes[i] = function(x[i]);
        }

        return new Vector<T>(lanes);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector<T> EachLane<T>(Vector<T> x, Vector<T> y, Func<T, T, T> function)
        where T : unmanaged
    {
        Span<T> lanes = stackalloc T[Vector<T>.Count];

        for (int i = 0; i < lanes.Length; i++)
        {
            lanes[i] = function(x[i], y[i]);
        }

        return new Vector<T>(lanes);
    }

    private static double ScalarSigmoid(double x)
    {
        double small = Math.Exp(-Math.Abs(x));
        return (x < 0 ? small : 1) / (1 + small);
    }

    private static float ScalarSigmoid(float x) => (float)ScalarSigmoid((double)x);

    private static double ScalarSoftPlus(double x)
    {
        double small = Math.Exp(-Math.Abs(x));
        return Math.Max(x, 0) + (small < 1e-5 ? small - 0.5 * small * small : Math.Log(1 + small));
    }

    private static float ScalarSoftPlus(float x) => (float)ScalarSoftPlus((double)x);
}
