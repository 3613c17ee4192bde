using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Numerics;

/// <summary>Powers, roots and lengths.</summary>
public static partial class VectorMath
{
    /// <summary><c>x</c> to the power of <c>y</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Pow(Vector<double> x, Vector<double> y) => EachLane(x, y, Math.Pow);

    /// <inheritdoc cref="Pow(Vector{double}, Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Pow(Vector<float> x, Vector<float> y) => EachLane(x, y, MathF.Pow);

    /// <summary>The cube root.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Cbrt(Vector<double> x) => EachLane(x, Math.Cbrt);

    /// <inheritdoc cref="Cbrt(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Cbrt(Vector<float> x) => EachLane(x, MathF.Cbrt);

    /// <summary>The length of (<c>x</c>, <c>y</c>) without overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Hypot(Vector<double> x, Vector<double> y) => EachLane(x, y, double.Hypot);

    /// <inheritdoc cref="Hypot(Vector{double}, Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Hypot(Vector<float> x, Vector<float> y) => EachLane(x, y, float.Hypot);

    /// <summary>The square root.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Sqrt(Vector<double> x) => Vector.SquareRoot(x);

    /// <inheritdoc cref="Sqrt(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Sqrt(Vector<float> x) => Vector.SquareRoot(x);
}
