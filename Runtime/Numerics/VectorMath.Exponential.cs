using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace Fluxion.Numerics;

// x = n ln 2 + r with an integer n and |r| ≤ ln 2 / 2, so that exp x = 2ⁿ exp r, and a polynomial does for exp r − 1.
// Those here are minimax fits (Remez' algorithm, error relative to exp r − 1: 2⁻⁵⁵ for double, 2⁻²⁶ for float).

/// <summary>Exponentials.</summary>
public static partial class VectorMath
{
    // Adding it rounds to an integer, whose lowest bits are then the lowest of the sum.
    private const double Rounder = 6755399441055744.0;
    private const float RounderSingle = 12582912f;

    private const double Log2E = 1.4426950408889634;
    private const double Ln2 = 0.6931471805599453;
    private const double Ln10 = 2.302585092994046;

    // The first part has trailing zeros, so that multiples of it are exact (fdlibm, e_exp.c; FreeBSD, e_expf.c).
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const float Ln2HighSingle = 6.9314575195e-1f;
    private const float Ln2LowSingle = 1.4286067653e-6f;

    /// <summary>e to the power of <c>x</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Exp(Vector<double> x)
    {
        if (!LessThanAll(Vector.Abs(x), Create(708.0)))
        {
            return ExpOfAny(x);
        }

        // What is neither subnormal nor infinite takes its power of 2 by an addition to the exponent.
        Vector<double> rounded = MultiplyAddEstimate(x, Create(Log2E), Create(Rounder));
        Vector<double> value = Vector<double>.One + ExpM1Near0(Reduce(x, rounded - Create(Rounder)));
        return AsVectorDouble(AsVectorInt64(value) + (AsVectorInt64(rounded) << 52));
    }

    /// <inheritdoc cref="Exp(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Exp(Vector<float> x)
    {
        if (!LessThanAll(Vector.Abs(x), Create(87f)))
        {
            return ExpOfAny(x);
        }

        Vector<float> rounded = MultiplyAddEstimate(x, Create((float)Log2E), Create(RounderSingle));
        Vector<float> value = Vector<float>.One + ExpM1Near0(Reduce(x, rounded - Create(RounderSingle)));
        return AsVectorSingle(AsVectorInt32(value) + (AsVectorInt32(rounded) << 23));
    }

    /// <summary>2 to the power of <c>x</c>.</summary>
    public static Vector<double> Exp2(Vector<double> x)
    {
        x = MaxNative(Create(-1076.0), MinNative(Create(1025.0), x));
        Vector<double> rounded = x + Create(Rounder);
        Vector<double> rest = (x - (rounded - Create(Rounder))) * Create(Ln2);
        return TimesPowerOf2(Vector<double>.One + ExpM1Near0(rest), rounded);
    }

    /// <inheritdoc cref="Exp2(Vector{double})"/>
    public static Vector<float> Exp2(Vector<float> x) => Narrow(Exp2(WidenLower(x)), Exp2(WidenUpper(x)));

    /// <summary>10 to the power of <c>x</c>.</summary>
    public static Vector<double> Exp10(Vector<double> x)
    {
        x = MaxNative(Create(-324.0), MinNative(Create(309.0), x));
        Vector<double> rounded = MultiplyAddEstimate(x, Create(Log2Of10), Create(Rounder));
        Vector<double> n = rounded - Create(Rounder);
        Vector<double> rest = MultiplyAddEstimate(-n, Create(Log10Of2High), x);
        rest = MultiplyAddEstimate(-n, Create(Log10Of2Low), rest) * Create(Ln10);
        return TimesPowerOf2(Vector<double>.One + ExpM1Near0(rest), rounded);
    }

    /// <inheritdoc cref="Exp10(Vector{double})"/>
    public static Vector<float> Exp10(Vector<float> x) => Narrow(Exp10(WidenLower(x)), Exp10(WidenUpper(x)));

    /// <summary>e to the power of <c>x</c>, less 1: accurate near 0 too, where the subtraction is not.</summary>
    public static Vector<double> ExpM1(Vector<double> x)
    {
        Vector<double> result = ExpM1Clamped(MaxNative(Create(-50.0), MinNative(Create(710.0), x)));

        // x²/2 is below half a unit in the last place: keeps −0, and subnormals from losing bits.
        return ConditionalSelect(LessThan(Vector.Abs(x), Create(1e-17)), x, result);
    }

    /// <inheritdoc cref="ExpM1(Vector{double})"/>
    public static Vector<float> ExpM1(Vector<float> x)
    {
        Vector<float> result = ExpM1Clamped(MaxNative(Create(-20f), MinNative(Create(89f), x)));
        return ConditionalSelect(LessThan(Vector.Abs(x), Create(1e-9f)), x, result);
    }

    /// <summary><c>1 / (1 + Exp(-x))</c> without overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Sigmoid(Vector<double> x)
    {
        Vector<double> small = ExpUpTo(-Vector.Abs(x));
        Vector<double> above = ConditionalSelect(LessThan(x, Vector<double>.Zero), small, Vector<double>.One);
        return above / (Vector<double>.One + small);
    }

    /// <inheritdoc cref="Sigmoid(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Sigmoid(Vector<float> x)
    {
        Vector<float> small = ExpUpTo(-Vector.Abs(x));
        Vector<float> above = ConditionalSelect(LessThan(x, Vector<float>.Zero), small, Vector<float>.One);
        return above / (Vector<float>.One + small);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector<double> ExpOfAny(Vector<double> x) => ExpUpTo(MinNative(Create(710.0), x));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector<float> ExpOfAny(Vector<float> x) => ExpUpTo(MinNative(Create(89f), x));

    // Below −746 all is 0, above 710 infinite.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> ExpUpTo(Vector<double> x)
    {
        x = MaxNative(Create(-746.0), x);
        Vector<double> rounded = MultiplyAddEstimate(x, Create(Log2E), Create(Rounder));
        return TimesPowerOf2(Vector<double>.One + ExpM1Near0(Reduce(x, rounded - Create(Rounder))), rounded);
    }

    // From −50 to 710. With half the power of 2, which does not overflow.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> ExpM1Clamped(Vector<double> x)
    {
        Vector<double> rounded = MultiplyAddEstimate(x, Create(Log2E), Create(Rounder));
        Vector<double> near = ExpM1Near0(Reduce(x, rounded - Create(Rounder)));
        Vector<double> half = PowerOf2(AsVectorInt64(rounded) - Vector<long>.One);
        Vector<double> result = MultiplyAddEstimate(half, near, half - Create(0.5));
        return result + result;
    }

    // Below −104 all is 0, above 89 infinite.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> ExpUpTo(Vector<float> x)
    {
        x = MaxNative(Create(-104f), x);
        Vector<float> rounded = MultiplyAddEstimate(x, Create((float)Log2E), Create(RounderSingle));
        return TimesPowerOf2(Vector<float>.One + ExpM1Near0(Reduce(x, rounded - Create(RounderSingle))), rounded);
    }

    // From −20 to 89.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> ExpM1Clamped(Vector<float> x)
    {
        Vector<float> rounded = MultiplyAddEstimate(x, Create((float)Log2E), Create(RounderSingle));
        Vector<float> near = ExpM1Near0(Reduce(x, rounded - Create(RounderSingle)));
        Vector<float> half = PowerOf2(AsVectorInt32(rounded) - Vector<int>.One);
        Vector<float> result = MultiplyAddEstimate(half, near, half - Create(0.5f));
        return result + result;
    }

    // x − n ln 2
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Reduce(Vector<double> x, Vector<double> n) =>
        MultiplyAddEstimate(n, Create(-Ln2Low), MultiplyAddEstimate(n, Create(-Ln2High), x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Reduce(Vector<float> x, Vector<float> n) =>
        MultiplyAddEstimate(n, Create(-Ln2LowSingle), MultiplyAddEstimate(n, Create(-Ln2HighSingle), x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> ExpM1Near0(Vector<double> r)
    {
        Vector<double> sum = Create(2.5112394815846594e-08);
        sum = MultiplyAddEstimate(sum, r, Create(2.7622346284667326e-07));
        sum = MultiplyAddEstimate(sum, r, Create(2.7557235058146993e-06));
        sum = MultiplyAddEstimate(sum, r, Create(2.4801516069041886e-05));
        sum = MultiplyAddEstimate(sum, r, Create(0.00019841269894376254));
        sum = MultiplyAddEstimate(sum, r, Create(0.0013888888920710759));
        sum = MultiplyAddEstimate(sum, r, Create(0.008333333333318958));
        sum = MultiplyAddEstimate(sum, r, Create(0.04166666666661954));
        sum = MultiplyAddEstimate(sum, r, Create(0.1666666666666668));
        sum = MultiplyAddEstimate(sum, r, Create(0.5));
        return MultiplyAddEstimate(sum, r * r, r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> ExpM1Near0(Vector<float> r)
    {
        Vector<float> sum = Create(0.001394646956f);
        sum = MultiplyAddEstimate(sum, r, Create(0.008366606733f));
        sum = MultiplyAddEstimate(sum, r, Create(0.04166628142f));
        sum = MultiplyAddEstimate(sum, r, Create(0.1666654286f));
        sum = MultiplyAddEstimate(sum, r, Create(0.5000000062f));
        return MultiplyAddEstimate(sum, r * r, r);
    }

    // In two steps: 2ⁿ alone can overflow, or be subnormal, where the product is neither.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> TimesPowerOf2(Vector<double> value, Vector<double> rounded)
    {
        Vector<double> half = MultiplyAddEstimate(rounded - Create(Rounder), Create(0.5), Create(Rounder));
        Vector<double> first = PowerOf2(AsVectorInt64(half));
        return value * first * PowerOf2(AsVectorInt64(rounded) - AsVectorInt64(half));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> TimesPowerOf2(Vector<float> value, Vector<float> rounded)
    {
        Vector<float> half = MultiplyAddEstimate(rounded - Create(RounderSingle), Create(0.5f), Create(RounderSingle));
        Vector<float> first = PowerOf2(AsVectorInt32(half));
        return value * first * PowerOf2(AsVectorInt32(rounded) - AsVectorInt32(half));
    }

    // The lowest bits of n go where the exponent is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> PowerOf2(Vector<long> n) => AsVectorDouble((n << 52) + Create(0x3FF0000000000000));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> PowerOf2(Vector<int> n) => AsVectorSingle((n << 23) + Create(0x3F800000));
}
