using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace Fluxion.Numerics;

/// <summary>Powers, roots and lengths.</summary>
public static partial class VectorMath
{
    /// <summary><c>x</c> to the power of <c>y</c>.</summary>
    public static Vector<double> Pow(Vector<double> x, Vector<double> y)
    {
        Vector<double> log = LogInTwoParts(Vector.Abs(x), out Vector<double> logLow);

        // A larger exponent makes no difference: every logarithm but 0 takes this one beyond what is finite.
        Vector<double> exponent = MaxNative(Create(-1e25), MinNative(Create(1e25), y));
        Vector<double> product = exponent * log;
        Vector<double> low = MultiplyAddEstimate(exponent, logLow, FusedMultiplyAdd(exponent, log, -product));
        low = ConditionalSelect(LessThan(Vector.Abs(product), Create(800.0)), low, Vector<double>.Zero);
        product = MaxNative(Create(-746.0), MinNative(Create(710.0), product));

        Vector<double> rounded = MultiplyAddEstimate(product, Create(Log2E), Create(Rounder));
        Vector<double> near = ExpM1Near0(Reduce(product, rounded - Create(Rounder)) + low);
        Vector<double> power = TimesPowerOf2(Vector<double>.One + near, rounded);
        power = LessThanOrEqualAny(x, Vector<double>.Zero) ? PowOfNotPositive(x, y, power) : power;

        Vector<long> isRare = ~(IsFinite(x) & IsFinite(y));
        return Any(isRare) ? Patch(power, isRare, x, y, Math.Pow) : power;
    }

    /// <inheritdoc cref="Pow(Vector{double}, Vector{double})"/>
    public static Vector<float> Pow(Vector<float> x, Vector<float> y) =>
        Narrow(PowOfSingles(WidenLower(x), WidenLower(y)), PowOfSingles(WidenUpper(x), WidenUpper(y)));

    /// <summary>The cube root.</summary>
    public static Vector<double> Cbrt(Vector<double> x)
    {
        Vector<double> a = Vector.Abs(x);
        Vector<double> f = Split(a, out Vector<double> k);
        Vector<double> third = Vector.Floor((k + Create(0.5)) * Create(1.0 / 3));
        Vector<double> rest = k - (third + third + third);
        Vector<double> m = (f + Vector<double>.One) * PowerOf2(AsVectorInt64(rest + Create(Rounder)));

        // Minimax fit on √½ to √2 (Remez' algorithm, relative error 2⁻¹⁶); then each of Newton's steps doubles the
        // digits.
        Vector<double> root = Create(-0.037788351613756);
        root = MultiplyAddEstimate(root, f, Create(0.06578468060569392));
        root = MultiplyAddEstimate(root, f, Create(-0.11154701294837249));
        root = MultiplyAddEstimate(root, f, Create(0.3332172951128808));
        root = MultiplyAddEstimate(root, f, Create(1.0000042461127825));
        root *= ConditionalSelect(
            GreaterThan(rest, Create(1.5)),
            Create(1.5874010519681996),
            ConditionalSelect(GreaterThan(rest, Create(0.5)), Create(1.2599210498948732), Vector<double>.One));
        root = CloserCubeRoot(root, m);
        root = CloserCubeRoot(root, m) * PowerOf2(AsVectorInt64(third + Create(Rounder)));

        // Infinities, NaN and zeros are their own roots.
        Vector<long> isRegular = GreaterThan(a, Vector<double>.Zero) & LessThan(a, Create(double.PositiveInfinity));
        return ConditionalSelect(isRegular, Vector.CopySign(root, x), x);
    }

    /// <inheritdoc cref="Cbrt(Vector{double})"/>
    public static Vector<float> Cbrt(Vector<float> x) => Narrow(Cbrt(WidenLower(x)), Cbrt(WidenUpper(x)));

    /// <summary>The length of (<c>x</c>, <c>y</c>) without overflow; infinite if either is, even beside NaN.</summary>
    public static Vector<double> Hypot(Vector<double> x, Vector<double> y) => Vector.Hypot(x, y);

    /// <inheritdoc cref="Hypot(Vector{double}, Vector{double})"/>
    public static Vector<float> Hypot(Vector<float> x, Vector<float> y) => Vector.Hypot(x, y);

    /// <summary>The square root; NaN below 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Sqrt(Vector<double> x) => SquareRoot(x);

    /// <inheritdoc cref="Sqrt(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Sqrt(Vector<float> x) => SquareRoot(x);

    // In double arithmetic the plain formulas are more than enough, with minimax fits to 2⁻³⁶ and 2⁻²⁸ (Remez'
    // algorithm).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> PowOfSingles(Vector<double> x, Vector<double> y)
    {
        Vector<double> f = SplitNormal(Vector.Abs(x), out Vector<double> k);
        Vector<double> s = f / (Create(2.0) + f);
        Vector<double> z = s * s;
        Vector<double> log = Create(0.2358339902);
        log = MultiplyAddEstimate(log, z, Create(0.2853724826));
        log = MultiplyAddEstimate(log, z, Create(0.4000033604));
        log = MultiplyAddEstimate(log, z, Create(0.6666666564));
        log = MultiplyAddEstimate(log, z, Create(2.0)) * s;

        // Beyond what is finite in float, and well within what is in double.
        Vector<double> product = y * MultiplyAddEstimate(k, Create(Ln2), log);
        product = MaxNative(Create(-160.0), MinNative(Create(160.0), product));
        Vector<double> rounded = MultiplyAddEstimate(product, Create(Log2E), Create(Rounder));
        Vector<double> r = MultiplyAddEstimate(rounded - Create(Rounder), Create(-Ln2), product);
        Vector<double> power = Create(0.001394646956);
        power = MultiplyAddEstimate(power, r, Create(0.008366606733));
        power = MultiplyAddEstimate(power, r, Create(0.04166628142));
        power = MultiplyAddEstimate(power, r, Create(0.1666654286));
        power = MultiplyAddEstimate(power, r, Create(0.5000000062));
        power = MultiplyAddEstimate(power, r, Vector<double>.One);
        power = MultiplyAddEstimate(power, r, Vector<double>.One) * PowerOf2(AsVectorInt64(rounded));
        power = LessThanOrEqualAny(x, Vector<double>.Zero) ? PowOfNotPositive(x, y, power) : power;

        Vector<long> isRare = ~(IsFinite(x) & IsFinite(y));
        return Any(isRare) ? Patch(power, isRare, x, y, Math.Pow) : power;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<long> IsFinite(Vector<double> x) => LessThan(Vector.Abs(x), Create(double.PositiveInfinity));

    // The power of a negative base is real for integer exponents only, and negative for odd ones, as is that of −0.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector<double> PowOfNotPositive(Vector<double> x, Vector<double> y, Vector<double> power)
    {
        Vector<double> ofZero = ConditionalSelect(
            GreaterThan(y, Vector<double>.Zero), Vector<double>.Zero, Create(double.PositiveInfinity));
        ofZero = ConditionalSelect(Vector.Equals(y, Vector<double>.Zero), Vector<double>.One, ofZero);
        power = ConditionalSelect(Vector.Equals(x, Vector<double>.Zero), ofZero, power);

        Vector<double> half = y * Create(0.5);
        Vector<long> isInteger = Vector.Equals(Vector.Floor(y), y);
        Vector<long> isOdd = AndNot(isInteger, Vector.Equals(Vector.Floor(half), half));
        power = AsVectorDouble(AsVectorInt64(power) ^ (AsVectorInt64(x) & isOdd & Create(long.MinValue)));
        return ConditionalSelect(
            AndNot(LessThan(x, Vector<double>.Zero), isInteger), Create(double.NaN), power);
    }

    // The logarithm of x above 0 to about 65 bits, in two parts: 2s + ⅔s³ in double-double arithmetic, from s⁵ on in
    // double (minimax fit, Remez' algorithm).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> LogInTwoParts(Vector<double> x, out Vector<double> low)
    {
        Vector<double> f = Split(x, out Vector<double> k);

        // s = f / (2 + f); what the sum and the quotient lost goes into its second part.
        Vector<double> sum = Create(2.0) + f;
        Vector<double> sumLow = f - (sum - Create(2.0));
        Vector<double> reciprocal = Vector<double>.One / sum;
        Vector<double> s = f * reciprocal;
        Vector<double> sLow = MultiplyAddEstimate(-s, sumLow, FusedMultiplyAdd(-s, sum, f)) * reciprocal;

        Vector<double> z = s * s;
        Vector<double> zLow = MultiplyAddEstimate(s + s, sLow, FusedMultiplyAdd(s, s, -z));
        Vector<double> cube = s * z;
        Vector<double> cubeLow = FusedMultiplyAdd(s, z, -cube);
        cubeLow = MultiplyAddEstimate(s, zLow, MultiplyAddEstimate(sLow, z, cubeLow));

        Vector<double> third = cube * Create(2.0 / 3);
        Vector<double> thirdLow = FusedMultiplyAdd(cube, Create(2.0 / 3), -third);
        thirdLow = MultiplyAddEstimate(cubeLow, Create(2.0 / 3), thirdLow);
        thirdLow = MultiplyAddEstimate(cube, Create(3.700743415417188e-17), thirdLow);

        Vector<double> rest = Create(0.11990269083088635);
        rest = MultiplyAddEstimate(rest, z, Create(0.11674668034818769));
        rest = MultiplyAddEstimate(rest, z, Create(0.1333632481418216));
        rest = MultiplyAddEstimate(rest, z, Create(0.15384556679284905));
        rest = MultiplyAddEstimate(rest, z, Create(0.18181818873116184));
        rest = MultiplyAddEstimate(rest, z, Create(0.22222222217513718));
        rest = MultiplyAddEstimate(rest, z, Create(0.28571428571445207));
        rest = MultiplyAddEstimate(rest, z, Create(0.3999999999999998));

        // From the largest to the smallest, with what each sum's rounding lost.
        Vector<double> twice = s + s;
        Vector<double> ofFraction = twice + third;
        Vector<double> lost = twice - ofFraction + third;
        Vector<double> ofExponent = k * Create(Ln2High);
        Vector<double> log = ofExponent + ofFraction;
        lost += ofExponent - log + ofFraction;
        low = MultiplyAddEstimate(rest, cube * z, thirdLow + (sLow + sLow) + lost);
        low = MultiplyAddEstimate(k, Create(Ln2Low), low);

        Vector<double> high = log + low;
        low = log - high + low;
        return high;
    }

    // One of Newton's steps.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> CloserCubeRoot(Vector<double> root, Vector<double> m)
    {
        Vector<double> square = root * root;
        Vector<double> missing = FusedMultiplyAdd(-square, root, m);
        return root + missing / (Create(3.0) * square);
    }
}
