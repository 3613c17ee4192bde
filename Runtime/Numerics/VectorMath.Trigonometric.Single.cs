using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace Fluxion.Numerics;

// The method of the functions of double, with the polynomials of S. Moshier's Cephes, sinf.c; what is too large for
// it is computed in double arithmetic. The tangent always is: its quotient would need more digits than the
// polynomials give.

/// <summary>The circular functions of <c>float</c>.</summary>
public static partial class VectorMath
{
    // Up to here rounding errors do not change n.
    private const float LargestAngleSingle = 1 << 17;

    private const float PiHalf1Single = 1.57079637f;
    private const float PiHalf2Single = -4.37113883e-8f;
    private const float PiHalf3Single = -1.71512489e-15f;

    /// <inheritdoc cref="Sin(Vector{double})"/>
    public static Vector<float> Sin(Vector<float> x)
    {
        Vector<float> r = Quadrant(x, out Vector<float> low, out Vector<int> n);
        Vector<float> value = ConditionalSelect(IsOdd(n), CosNear0(r, low), SinNear0(r, low));

        // Keeps −0.
        value = ConditionalSelect(Vector.Equals(x, Vector<float>.Zero), x, value);
        value = AsVectorSingle(AsVectorInt32(value) ^ ((n & Create(2)) << 30));

        Vector<int> isRare = GreaterThan(Vector.Abs(x), Create(LargestAngleSingle));
        return isRare == Vector<int>.Zero ? value : ConditionalSelect(isRare, WideSin(x), value);
    }

    /// <inheritdoc cref="Cos(Vector{double})"/>
    public static Vector<float> Cos(Vector<float> x)
    {
        Vector<float> r = Quadrant(x, out Vector<float> low, out Vector<int> n);
        Vector<float> value = ConditionalSelect(IsOdd(n), SinNear0(r, low), CosNear0(r, low));
        value = AsVectorSingle(AsVectorInt32(value) ^ (((n + Vector<int>.One) & Create(2)) << 30));

        Vector<int> isRare = GreaterThan(Vector.Abs(x), Create(LargestAngleSingle));
        return isRare == Vector<int>.Zero ? value : ConditionalSelect(isRare, WideCos(x), value);
    }

    /// <inheritdoc cref="Tan(Vector{double})"/>
    public static Vector<float> Tan(Vector<float> x) => Narrow(Tan(WidenLower(x)), Tan(WidenUpper(x)));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector<float> WideSin(Vector<float> x) => Narrow(Sin(WidenLower(x)), Sin(WidenUpper(x)));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector<float> WideCos(Vector<float> x) => Narrow(Cos(WidenLower(x)), Cos(WidenUpper(x)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Quadrant(Vector<float> x, out Vector<float> low, out Vector<int> n)
    {
        Vector<float> rounded = MultiplyAddEstimate(x, Create((float)(2 / Math.PI)), Create(RounderSingle));
        Vector<float> multiple = Create(RounderSingle) - rounded;
        n = AsVectorInt32(rounded);

        Vector<float> first = FusedMultiplyAdd(multiple, Create(PiHalf1Single), x);
        Vector<float> second = multiple * Create(PiHalf2Single);
        Vector<float> secondLow = FusedMultiplyAdd(multiple, Create(PiHalf2Single), -second);

        Vector<float> r = first + second;
        Vector<float> added = r - first;
        Vector<float> lost = first - (r - added) + (second - added);
        low = MultiplyAddEstimate(multiple, Create(PiHalf3Single), secondLow) + lost;
        return r;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> IsOdd(Vector<int> n) => Vector.Equals(n & Vector<int>.One, Vector<int>.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> SinNear0(Vector<float> r, Vector<float> low)
    {
        Vector<float> z = r * r;
        Vector<float> sum = Create(-1.9515295891e-4f);
        sum = MultiplyAddEstimate(sum, z, Create(8.3321608736e-3f));
        sum = MultiplyAddEstimate(sum, z, Create(-1.6666654611e-1f));
        return r + MultiplyAddEstimate(sum, z * r, low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> CosNear0(Vector<float> r, Vector<float> low)
    {
        Vector<float> z = r * r;
        Vector<float> sum = Create(2.443315711809948e-5f);
        sum = MultiplyAddEstimate(sum, z, Create(-1.388731625493765e-3f));
        sum = MultiplyAddEstimate(sum, z, Create(4.166664568298827e-2f));

        Vector<float> half = z * Create(0.5f);
        Vector<float> top = Vector<float>.One - half;
        Vector<float> lost = Vector<float>.One - top - half;
        return top + MultiplyAddEstimate(sum, z * z, lost - r * low);
    }
}
