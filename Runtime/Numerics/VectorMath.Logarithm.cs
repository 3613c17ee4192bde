using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Numerics;

/// <summary>Logarithms.</summary>
public static partial class VectorMath
{
    /// <summary>The natural logarithm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Log(Vector<double> x) => EachLane(x, Math.Log);

    /// <inheritdoc cref="Log(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Log(Vector<float> x) => EachLane(x, MathF.Log);

    /// <summary>The natural logarithm of <c>1 + x</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> LogP1(Vector<double> x) => EachLane(x, double.LogP1);

    /// <inheritdoc cref="LogP1(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> LogP1(Vector<float> x) => EachLane(x, float.LogP1);

    /// <summary>The logarithm to the base 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Log2(Vector<double> x) => EachLane(x, Math.Log2);

    /// <inheritdoc cref="Log2(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Log2(Vector<float> x) => EachLane(x, MathF.Log2);

    /// <summary>The logarithm to the base 10.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Log10(Vector<double> x) => EachLane(x, Math.Log10);

    /// <inheritdoc cref="Log10(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Log10(Vector<float> x) => EachLane(x, MathF.Log10);

    /// <summary><c>Log(1 + Exp(x))</c> without overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> SoftPlus(Vector<double> x) => EachLane(x, ScalarSoftPlus);

    /// <inheritdoc cref="SoftPlus(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> SoftPlus(Vector<float> x) => EachLane(x, ScalarSoftPlus);
}
