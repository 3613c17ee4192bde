using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace Fluxion.Numerics;

// x = n π/2 + r, |r| ≤ π/4. π/2 is taken off in three parts, the first with product and difference rounded once
// together, which makes the difference exact, and r in two numbers, so that it has all its digits however close x is
// to a multiple. The polynomials are those of fdlibm's k_sin.c and k_cos.c.

/// <summary>The circular functions of <c>double</c>.</summary>
public static partial class VectorMath
{
    // Up to here n is exact, and a fourth part of π/2 not needed.
    private const double LargestAngle = 1 << 30;

    private const double PiHalf1 = 1.5707963267948966;
    private const double PiHalf2 = 6.123233995736766e-17;
    private const double PiHalf3 = -1.4973849048591698e-33;

    /// <summary>The sine of an angle in radians.</summary>
    public static Vector<double> Sin(Vector<double> x)
    {
        Vector<double> r = Quadrant(x, out Vector<double> low, out Vector<long> n);
        Vector<double> value = ConditionalSelect(IsOdd(n), CosNear0(r, low), SinNear0(r, low));

        // Keeps −0.
        value = ConditionalSelect(Vector.Equals(x, Vector<double>.Zero), x, value);
        value = AsVectorDouble(AsVectorInt64(value) ^ ((n & Create(2L)) << 62));

        Vector<long> isRare = GreaterThan(Vector.Abs(x), Create(LargestAngle));
        return Any(isRare) ? Patch(value, isRare, x, Math.Sin) : value;
    }

    /// <summary>The cosine of an angle in radians.</summary>
    public static Vector<double> Cos(Vector<double> x)
    {
        Vector<double> r = Quadrant(x, out Vector<double> low, out Vector<long> n);
        Vector<double> value = ConditionalSelect(IsOdd(n), SinNear0(r, low), CosNear0(r, low));
        value = AsVectorDouble(AsVectorInt64(value) ^ (((n + Vector<long>.One) & Create(2L)) << 62));

        Vector<long> isRare = GreaterThan(Vector.Abs(x), Create(LargestAngle));
        return Any(isRare) ? Patch(value, isRare, x, Math.Cos) : value;
    }

    /// <summary>The tangent of an angle in radians.</summary>
    public static Vector<double> Tan(Vector<double> x)
    {
        Vector<double> r = Quadrant(x, out Vector<double> low, out Vector<long> n);
        Vector<double> sin = SinNear0(r, low);
        Vector<double> cos = CosNear0(r, low);
        Vector<long> isOdd = IsOdd(n);
        Vector<double> value = ConditionalSelect(isOdd, -cos, sin) / ConditionalSelect(isOdd, sin, cos);
        value = ConditionalSelect(Vector.Equals(x, Vector<double>.Zero), x, value);

        Vector<long> isRare = GreaterThan(Vector.Abs(x), Create(LargestAngle));
        return Any(isRare) ? Patch(value, isRare, x, Math.Tan) : value;
    }

    // r + low is x − n π/2 to more than the last place.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Quadrant(Vector<double> x, out Vector<double> low, out Vector<long> n)
    {
        Vector<double> rounded = MultiplyAddEstimate(x, Create(2 / Math.PI), Create(Rounder));
        Vector<double> multiple = Create(Rounder) - rounded;
        n = AsVectorInt64(rounded);

        Vector<double> first = FusedMultiplyAdd(multiple, Create(PiHalf1), x);
        Vector<double> second = multiple * Create(PiHalf2);
        Vector<double> secondLow = FusedMultiplyAdd(multiple, Create(PiHalf2), -second);

        // Either can be the larger one (D. Knuth's sum).
        Vector<double> r = first + second;
        Vector<double> added = r - first;
        Vector<double> lost = first - (r - added) + (second - added);
        low = MultiplyAddEstimate(multiple, Create(PiHalf3), secondLow) + lost;
        return r;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<long> IsOdd(Vector<long> n) => Vector.Equals(n & Vector<long>.One, Vector<long>.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> SinNear0(Vector<double> r, Vector<double> low)
    {
        Vector<double> z = r * r;
        Vector<double> sum = Create(1.58969099521155010221e-10);
        sum = MultiplyAddEstimate(sum, z, Create(-2.50507602534068634195e-08));
        sum = MultiplyAddEstimate(sum, z, Create(2.75573137070700676789e-06));
        sum = MultiplyAddEstimate(sum, z, Create(-1.98412698298579493134e-04));
        sum = MultiplyAddEstimate(sum, z, Create(8.33333333332248946124e-03));
        sum = MultiplyAddEstimate(sum, z, Create(-1.66666666666666324348e-01));
        return r + MultiplyAddEstimate(sum, z * r, low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> CosNear0(Vector<double> r, Vector<double> low)
    {
        Vector<double> z = r * r;
        Vector<double> sum = Create(-1.13596475577881948265e-11);
        sum = MultiplyAddEstimate(sum, z, Create(2.08757232129817482790e-09));
        sum = MultiplyAddEstimate(sum, z, Create(-2.75573143513906633035e-07));
        sum = MultiplyAddEstimate(sum, z, Create(2.48015872894767294178e-05));
        sum = MultiplyAddEstimate(sum, z, Create(-1.38888888888741095749e-03));
        sum = MultiplyAddEstimate(sum, z, Create(4.16666666666666019037e-02));

        // 1 − z/2, and what its rounding lost.
        Vector<double> half = z * Create(0.5);
        Vector<double> top = Vector<double>.One - half;
        Vector<double> lost = Vector<double>.One - top - half;
        return top + MultiplyAddEstimate(sum, z * z, lost - r * low);
    }
}
