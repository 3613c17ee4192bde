using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace Fluxion.Numerics;

/// <summary>The hyperbolic functions and their inverses.</summary>
public static partial class VectorMath
{
    /// <summary>The hyperbolic sine.</summary>
    public static Vector<double> Sinh(Vector<double> x)
    {
        Vector<double> a = Vector.Abs(x);
        Vector<double> half = HalfExp(a);
        Vector<double> far = half - Create(0.25) / half;

        // Where the difference would cancel: minimax fit of (sinh a − a) / a³ (Remez' algorithm, relative error 2⁻⁶³).
        Vector<double> z = a * a;
        Vector<double> sum = Create(7.759424956076302e-13);
        sum = MultiplyAddEstimate(sum, z, Create(1.6057236723363155e-10));
        sum = MultiplyAddEstimate(sum, z, Create(2.505212344366881e-08));
        sum = MultiplyAddEstimate(sum, z, Create(2.755731915506214e-06));
        sum = MultiplyAddEstimate(sum, z, Create(0.0001984126984143852));
        sum = MultiplyAddEstimate(sum, z, Create(0.008333333333333137));
        sum = MultiplyAddEstimate(sum, z, Create(0.16666666666666669));
        Vector<double> near = MultiplyAddEstimate(sum, z * a, a);

        return Vector.CopySign(ConditionalSelect(LessThan(a, Vector<double>.One), near, far), x);
    }

    /// <inheritdoc cref="Sinh(Vector{double})"/>
    public static Vector<float> Sinh(Vector<float> x) => Narrow(Sinh(WidenLower(x)), Sinh(WidenUpper(x)));

    /// <summary>The hyperbolic cosine.</summary>
    public static Vector<double> Cosh(Vector<double> x)
    {
        Vector<double> half = HalfExp(Vector.Abs(x));
        return half + Create(0.25) / half;
    }

    /// <inheritdoc cref="Cosh(Vector{double})"/>
    public static Vector<float> Cosh(Vector<float> x) => Narrow(Cosh(WidenLower(x)), Cosh(WidenUpper(x)));

    /// <summary>The hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Tanh(Vector<double> x)
    {
        Vector<double> a = Vector.Abs(x);
        Vector<long> isNear = LessThan(a, Create(0.625));

        // a + a³ P(a²) / Q(a²), as in S. Moshier's Cephes, tanh.c.
        Vector<double> z = a * a;
        Vector<double> p = Create(-9.64399179425052238628e-1);
        p = MultiplyAddEstimate(p, z, Create(-9.92877231001918586564e1));
        p = MultiplyAddEstimate(p, z, Create(-1.61468768441708447952e3));
        Vector<double> q = z + Create(1.12811678491632931402e2);
        q = MultiplyAddEstimate(q, z, Create(2.23548839060100448583e3));
        q = MultiplyAddEstimate(q, z, Create(4.84406305325125486048e3));

        // 1 − 2 / (exp 2a + 1): from 20 on 1 to the last bit.
        Vector<double> growth = ExpM1Clamped(MinNative(Create(40.0), a + a)) + Create(2.0);
        Vector<double> above = ConditionalSelect(isNear, p * z * a, Create(-2.0));
        Vector<double> below = ConditionalSelect(isNear, q, growth);
        return Vector.CopySign(ConditionalSelect(isNear, a, Vector<double>.One) + above / below, x);
    }

    /// <inheritdoc cref="Tanh(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Tanh(Vector<float> x)
    {
        Vector<float> a = Vector.Abs(x);
        Vector<float> growth = ExpM1Clamped(MinNative(Create(20f), a + a)) + Create(2f);
        Vector<float> far = Vector<float>.One - Create(2f) / growth;

        // a + a³ P(a²), as in S. Moshier's Cephes, tanhf.c.
        Vector<float> z = a * a;
        Vector<float> sum = Create(-5.70498872745e-3f);
        sum = MultiplyAddEstimate(sum, z, Create(2.06390887954e-2f));
        sum = MultiplyAddEstimate(sum, z, Create(-5.37397155531e-2f));
        sum = MultiplyAddEstimate(sum, z, Create(1.33314422036e-1f));
        sum = MultiplyAddEstimate(sum, z, Create(-3.33332819422e-1f));
        Vector<float> near = MultiplyAddEstimate(sum, z * a, a);

        return Vector.CopySign(ConditionalSelect(LessThan(a, Create(0.625f)), near, far), x);
    }

    /// <summary>The inverse of the hyperbolic sine.</summary>
    public static Vector<double> Asinh(Vector<double> x)
    {
        Vector<double> a = Vector.Abs(x);
        Vector<double> square = a * a;
        Vector<double> growth = a + square / (Vector<double>.One + SquareRoot(square + Vector<double>.One));
        return Vector.CopySign(LogOfGrowth(a, growth), x);
    }

    /// <inheritdoc cref="Asinh(Vector{double})"/>
    public static Vector<float> Asinh(Vector<float> x) => Narrow(Asinh(WidenLower(x)), Asinh(WidenUpper(x)));

    /// <summary>The inverse of the hyperbolic cosine; NaN below 1.</summary>
    public static Vector<double> Acosh(Vector<double> x)
    {
        Vector<double> t = x - Vector<double>.One;
        Vector<double> value = LogOfGrowth(x, t + SquareRoot(MultiplyAddEstimate(t, t, t + t)));
        return ConditionalSelect(LessThan(x, Vector<double>.One), Create(double.NaN), value);
    }

    /// <inheritdoc cref="Acosh(Vector{double})"/>
    public static Vector<float> Acosh(Vector<float> x) => Narrow(Acosh(WidenLower(x)), Acosh(WidenUpper(x)));

    /// <summary>The inverse of the hyperbolic tangent; NaN outside −1 to 1.</summary>
    public static Vector<double> Atanh(Vector<double> x)
    {
        Vector<double> a = Vector.Abs(x);
        Vector<double> twice = a + a;

        // 2a / (1 − a), but where 1 − a is rounded only the quotient's part above 2a depends on it.
        Vector<long> isNear = LessThan(a, Create(0.5));
        Vector<double> quotient = ConditionalSelect(isNear, twice * a, twice) / (Vector<double>.One - a);
        Vector<double> value = Create(0.5) * LogP1(ConditionalSelect(isNear, twice, Vector<double>.Zero) + quotient);
        return Vector.CopySign(ConditionalSelect(LessThan(a, Create(1e-9)), a, value), x);
    }

    /// <inheritdoc cref="Atanh(Vector{double})"/>
    public static Vector<float> Atanh(Vector<float> x) => Narrow(Atanh(WidenLower(x)), Atanh(WidenUpper(x)));

    // log(1 + growth), or log 2a where that is the same and the growth might have overflowed.
    private static Vector<double> LogOfGrowth(Vector<double> a, Vector<double> growth)
    {
        Vector<long> isLarge = GreaterThan(a, Create(1e20));
        return LogP1(ConditionalSelect(isLarge, a, growth))
            + ConditionalSelect(isLarge, Create(Ln2), Vector<double>.Zero);
    }

    // Half of exp a, which is finite where the hyperbolic functions are. a is not negative.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> HalfExp(Vector<double> a)
    {
        a = MinNative(Create(711.0), a);
        Vector<double> rounded = MultiplyAddEstimate(a, Create(Log2E), Create(Rounder));
        Vector<double> near = Vector<double>.One + ExpM1Near0(Reduce(a, rounded - Create(Rounder)));
        return TimesPowerOf2(near, rounded - Vector<double>.One);
    }
}
