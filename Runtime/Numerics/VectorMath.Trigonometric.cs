using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Numerics;

/// <summary>The circular functions.</summary>
public static partial class VectorMath
{
    /// <summary>The sine of an angle in radians.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Sin(Vector<double> x) => EachLane(x, Math.Sin);

    /// <inheritdoc cref="Sin(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Sin(Vector<float> x) => EachLane(x, MathF.Sin);

    /// <summary>The cosine of an angle in radians.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Cos(Vector<double> x) => EachLane(x, Math.Cos);

    /// <inheritdoc cref="Cos(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Cos(Vector<float> x) => EachLane(x, MathF.Cos);

    /// <summary>The tangent of an angle in radians.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Tan(Vector<double> x) => EachLane(x, Math.Tan);

    /// <inheritdoc cref="Tan(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Tan(Vector<float> x) => EachLane(x, MathF.Tan);
}
