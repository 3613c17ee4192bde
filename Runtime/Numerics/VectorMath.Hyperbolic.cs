using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Numerics;

/// <summary>The hyperbolic functions and their inverses.</summary>
public static partial class VectorMath
{
    /// <summary>The hyperbolic sine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Sinh(Vector<double> x) => EachLane(x, Math.Sinh);

    /// <inheritdoc cref="Sinh(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Sinh(Vector<float> x) => EachLane(x, MathF.Sinh);

    /// <summary>The hyperbolic cosine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Cosh(Vector<double> x) => EachLane(x, Math.Cosh);

    /// <inheritdoc cref="Cosh(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Cosh(Vector<float> x) => EachLane(x, MathF.Cosh);

    /// <summary>The hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Tanh(Vector<double> x) => EachLane(x, Math.Tanh);

    /// <inheritdoc cref="Tanh(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Tanh(Vector<float> x) => EachLane(x, MathF.Tanh);

    /// <summary>The inverse of the hyperbolic sine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Asinh(Vector<double> x) => EachLane(x, Math.Asinh);

    /// <inheritdoc cref="Asinh(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Asinh(Vector<float> x) => EachLane(x, MathF.Asinh);

    /// <summary>The inverse of the hyperbolic cosine; NaN below 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Acosh(Vector<double> x) => EachLane(x, Math.Acosh);

    /// <inheritdoc cref="Acosh(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Acosh(Vector<float> x) => EachLane(x, MathF.Acosh);

    /// <summary>The inverse of the hyperbolic tangent; NaN outside −1 to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Atanh(Vector<double> x) => EachLane(x, Math.Atanh);

    /// <inheritdoc cref="Atanh(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Atanh(Vector<float> x) => EachLane(x, MathF.Atanh);
}
