using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace Fluxion.Numerics;

// x = 2ᵏ (1 + f) with 1 + f from √½ to √2, and log(1 + f) = 2 artanh s = f − f²/2 + s (f²/2 + R(s²)) with s = f / (2
// + f): the method and the polynomials of fdlibm's e_log.c and FreeBSD's e_logf.c.

/// <summary>Logarithms.</summary>
public static partial class VectorMath
{
    private const double SmallestNormal = 2.2250738585072014e-308;
    private const float SmallestNormalSingle = 1.17549435e-38f;

    private const double Log2Of10 = 3.3219280948873623;
    private const double Log10E = 0.4342944819032518;

    // The first part has trailing zeros, as that of ln 2 (fdlibm, e_log10.c).
    private const double Log10Of2High = 3.01029995663611771306e-01;
    private const double Log10Of2Low = 3.69423907715893078616e-13;

    /// <summary>The natural logarithm; NaN below 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Log(Vector<double> x)
    {
        // From the smallest normal number to below infinity: one comparison of bits, without their signs.
        if (!LessThanAll(AsVectorUInt64(x) - Create(0x0010000000000000UL), Create(0x7FE0000000000000UL)))
        {
            return LogOfAny(x);
        }

        Vector<double> f = SplitNormal(x, out Vector<double> k);
        return LogOfOnePlus(f, k);
    }

    /// <inheritdoc cref="Log(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Log(Vector<float> x)
    {
        if (!LessThanAll(AsVectorUInt32(x) - Create(0x00800000U), Create(0x7F000000U)))
        {
            return LogOfAny(x);
        }

        Vector<float> f = SplitNormal(x, out Vector<float> k);
        return LogOfOnePlus(f, k);
    }

    /// <summary>The natural logarithm of <c>1 + x</c>: accurate near 0 too, where the addition is not.</summary>
    public static Vector<double> LogP1(Vector<double> x)
    {
        Vector<double> sum = Vector<double>.One + x;

        // What the addition lost, where that can be seen: not at −1, nor where the sum is infinite.
        Vector<double> lost = (x - (sum - Vector<double>.One)) / sum;
        lost = ConditionalSelect(LessThan(Vector.Abs(lost), Vector<double>.One), lost, Vector<double>.Zero);
        return ConditionalSelect(Vector.Equals(x, Vector<double>.Zero), x, Log(sum) + lost);
    }

    /// <inheritdoc cref="LogP1(Vector{double})"/>
    public static Vector<float> LogP1(Vector<float> x)
    {
        Vector<float> sum = Vector<float>.One + x;
        Vector<float> lost = (x - (sum - Vector<float>.One)) / sum;
        lost = ConditionalSelect(LessThan(Vector.Abs(lost), Vector<float>.One), lost, Vector<float>.Zero);
        return ConditionalSelect(Vector.Equals(x, Vector<float>.Zero), x, Log(sum) + lost);
    }

    /// <summary>The logarithm to the base 2; NaN below 0.</summary>
    public static Vector<double> Log2(Vector<double> x)
    {
        Vector<double> f = Split(x, out Vector<double> k);
        Vector<double> log = LogOfOnePlus(f, Vector<double>.Zero);
        return LogSpecials(x, MultiplyAddEstimate(log, Create(Log2E), k));
    }

    /// <inheritdoc cref="Log2(Vector{double})"/>
    public static Vector<float> Log2(Vector<float> x) => Narrow(Log2(WidenLower(x)), Log2(WidenUpper(x)));

    /// <summary>The logarithm to the base 10; NaN below 0.</summary>
    public static Vector<double> Log10(Vector<double> x)
    {
        Vector<double> f = Split(x, out Vector<double> k);
        Vector<double> log = LogOfOnePlus(f, Vector<double>.Zero);
        Vector<double> low = MultiplyAddEstimate(log, Create(Log10E), k * Create(Log10Of2Low));
        return LogSpecials(x, MultiplyAddEstimate(k, Create(Log10Of2High), low));
    }

    /// <inheritdoc cref="Log10(Vector{double})"/>
    public static Vector<float> Log10(Vector<float> x) => Narrow(Log10(WidenLower(x)), Log10(WidenUpper(x)));

    /// <summary><c>Log(1 + Exp(x))</c> without overflow.</summary>
    public static Vector<double> SoftPlus(Vector<double> x)
    {
        Vector<double> small = ExpUpTo(-Vector.Abs(x));
        Vector<long> isHalved = GreaterThan(small, Create(0.41421356237309503));
        Vector<double> f = ConditionalSelect(isHalved, (small - Vector<double>.One) * Create(0.5), small);
        Vector<double> k = ConditionalSelect(isHalved, Vector<double>.One, Vector<double>.Zero);
        return Vector.Max(x, Vector<double>.Zero) + LogOfOnePlus(f, k);
    }

    /// <inheritdoc cref="SoftPlus(Vector{double})"/>
    public static Vector<float> SoftPlus(Vector<float> x)
    {
        Vector<float> small = ExpUpTo(-Vector.Abs(x));
        Vector<int> isHalved = GreaterThan(small, Create(0.41421357f));
        Vector<float> f = ConditionalSelect(isHalved, (small - Vector<float>.One) * Create(0.5f), small);
        Vector<float> k = ConditionalSelect(isHalved, Vector<float>.One, Vector<float>.Zero);
        return Vector.Max(x, Vector<float>.Zero) + LogOfOnePlus(f, k);
    }

    // f and k of x above 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Split(Vector<double> x, out Vector<double> k)
    {
        Vector<long> isSubnormal = LessThan(x, Create(SmallestNormal));
        Vector<double> f = SplitNormal(
            ConditionalSelect(isSubnormal, x * Create(18014398509481984.0), x), out Vector<double> exponent);
        k = exponent - ConditionalSelect(isSubnormal, Create(54.0), Vector<double>.Zero);
        return f;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Split(Vector<float> x, out Vector<float> k)
    {
        Vector<int> isSubnormal = LessThan(x, Create(SmallestNormalSingle));
        Vector<float> f = SplitNormal(
            ConditionalSelect(isSubnormal, x * Create(33554432f), x), out Vector<float> exponent);
        k = exponent - ConditionalSelect(isSubnormal, Create(25f), Vector<float>.Zero);
        return f;
    }

    // The exponent becomes a number as the lowest bits of 2⁵².
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> SplitNormal(Vector<double> x, out Vector<double> k)
    {
        Vector<long> bits = AsVectorInt64(x);
        Vector<long> exponent = (bits + Create(0x3FF0000000000000 - 0x3FE6A09E667F3BCD)) >>> 52;
        k = AsVectorDouble(exponent | Create(0x4330000000000000)) - Create(4503599627370496.0 + 1023);
        return AsVectorDouble(bits - (exponent << 52) + Create(0x3FF0000000000000)) - Vector<double>.One;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> SplitNormal(Vector<float> x, out Vector<float> k)
    {
        Vector<int> bits = AsVectorInt32(x);
        Vector<int> exponent = (bits + Create(0x3F800000 - 0x3F3504F3)) >>> 23;
        k = ConvertToSingle(exponent) - Create(127f);
        return AsVectorSingle(bits - (exponent << 23) + Create(0x3F800000)) - Vector<float>.One;
    }

    // k ln 2 + log(1 + f)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> LogOfOnePlus(Vector<double> f, Vector<double> k)
    {
        Vector<double> s = f / (Create(2.0) + f);
        Vector<double> z = s * s;
        Vector<double> sum = Create(1.479819860510658591e-01);
        sum = MultiplyAddEstimate(sum, z, Create(1.531383769920937332e-01));
        sum = MultiplyAddEstimate(sum, z, Create(1.818357216161805012e-01));
        sum = MultiplyAddEstimate(sum, z, Create(2.222219843214978396e-01));
        sum = MultiplyAddEstimate(sum, z, Create(2.857142874366239149e-01));
        sum = MultiplyAddEstimate(sum, z, Create(3.999999999940941908e-01));
        sum = MultiplyAddEstimate(sum, z, Create(6.666666666666735130e-01));

        Vector<double> square = Create(0.5) * f * f;
        Vector<double> low = MultiplyAddEstimate(s, MultiplyAddEstimate(sum, z, square), k * Create(Ln2Low));
        return MultiplyAddEstimate(k, Create(Ln2High), f - (square - low));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> LogOfOnePlus(Vector<float> f, Vector<float> k)
    {
        Vector<float> s = f / (Create(2f) + f);
        Vector<float> z = s * s;
        Vector<float> sum = Create(0.24279078841f);
        sum = MultiplyAddEstimate(sum, z, Create(0.28498786688f));
        sum = MultiplyAddEstimate(sum, z, Create(0.40000972152f));
        sum = MultiplyAddEstimate(sum, z, Create(0.66666662693f));

        Vector<float> square = Create(0.5f) * f * f;
        Vector<float> low = MultiplyAddEstimate(s, MultiplyAddEstimate(sum, z, square), k * Create(9.0580006145e-6f));
        return MultiplyAddEstimate(k, Create(6.9313812256e-1f), f - (square - low));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector<double> LogOfAny(Vector<double> x)
    {
        Vector<double> f = Split(x, out Vector<double> k);
        return LogSpecials(x, LogOfOnePlus(f, k));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> LogSpecials(Vector<double> x, Vector<double> log)
    {
        log = ConditionalSelect(LessThan(x, Create(double.PositiveInfinity)), log, x);
        log = ConditionalSelect(LessThan(x, Vector<double>.Zero), Create(double.NaN), log);
        return ConditionalSelect(Vector.Equals(x, Vector<double>.Zero), Create(double.NegativeInfinity), log);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector<float> LogOfAny(Vector<float> x)
    {
        Vector<float> f = Split(x, out Vector<float> k);
        return LogSpecials(x, LogOfOnePlus(f, k));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> LogSpecials(Vector<float> x, Vector<float> log)
    {
        log = ConditionalSelect(LessThan(x, Create(float.PositiveInfinity)), log, x);
        log = ConditionalSelect(LessThan(x, Vector<float>.Zero), Create(float.NaN), log);
        return ConditionalSelect(Vector.Equals(x, Vector<float>.Zero), Create(float.NegativeInfinity), log);
    }
}
