using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Numerics;

/// <summary>The inverse circular functions.</summary>
public static partial class VectorMath
{
    /// <summary>The angle from −π/2 to π/2 whose sine is <c>x</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Asin(Vector<double> x) => EachLane(x, Math.Asin);

    /// <inheritdoc cref="Asin(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Asin(Vector<float> x) => EachLane(x, MathF.Asin);

    /// <summary>The angle from 0 to π whose cosine is <c>x</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Acos(Vector<double> x) => EachLane(x, Math.Acos);

    /// <inheritdoc cref="Acos(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Acos(Vector<float> x) => EachLane(x, MathF.Acos);

    /// <summary>The angle from −π/2 to π/2 whose tangent is <c>x</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Atan(Vector<double> x) => EachLane(x, Math.Atan);

    /// <inheritdoc cref="Atan(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Atan(Vector<float> x) => EachLane(x, MathF.Atan);

    /// <summary>The angle of the point (<c>x</c>, <c>y</c>), from −π to π.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Atan2(Vector<double> y, Vector<double> x) => EachLane(y, x, Math.Atan2);

    /// <inheritdoc cref="Atan2(Vector{double}, Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Atan2(Vector<float> y, Vector<float> x) => EachLane(y, x, MathF.Atan2);
}
