using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Numerics;

/// <summary>
/// The functions of <see cref="Math"/> and <see cref="MathF"/> on vectors, for vectorised loops in generated code. Each
/// is within 4 units in the last place of the scalar one everywhere, and equal to it at infinities, NaN and zeros; what
/// a lane receives depends on that lane alone.
/// </summary>
/// <remarks>
/// <c>ExpM1</c> and <c>LogP1</c> are within 4 units of the exact value, from which the framework's own are far near 0.
/// Functions of <c>float</c> that need many digits on the way are computed in double arithmetic and rounded once more.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class VectorMath
{
    // The scalar function for the rare lanes that are outside of what the vector form covers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector<double> Patch(
        Vector<double> result, Vector<long> isRare, Vector<double> x, Func<double, double> function)
    {
        for (int i = 0; i < Vector<double>.Count; i++)
        {
            result = isRare[i] == 0 ? result : result.WithElement(i, function(x[i]));
        }

        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector<double> Patch(
        Vector<double> result,
        Vector<long> isRare,
        Vector<double> x,
        Vector<double> y,
        Func<double, double, double> function)
    {
        for (int i = 0; i < Vector<double>.Count; i++)
        {
            result = isRare[i] == 0 ? result : result.WithElement(i, function(x[i], y[i]));
        }

        return result;
    }

    private static bool Any(Vector<long> mask) => mask != Vector<long>.Zero;
}
