using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Numerics;

/// <summary>Exponentials.</summary>
public static partial class VectorMath
{
    /// <summary>e to the power of <c>x</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Exp(Vector<double> x) => EachLane(x, Math.Exp);

    /// <inheritdoc cref="Exp(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Exp(Vector<float> x) => EachLane(x, MathF.Exp);

    /// <summary>2 to the power of <c>x</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Exp2(Vector<double> x) => EachLane(x, double.Exp2);

    /// <inheritdoc cref="Exp2(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Exp2(Vector<float> x) => EachLane(x, float.Exp2);

    /// <summary>10 to the power of <c>x</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Exp10(Vector<double> x) => EachLane(x, double.Exp10);

    /// <inheritdoc cref="Exp10(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Exp10(Vector<float> x) => EachLane(x, float.Exp10);

    /// <summary>e to the power of <c>x</c>, less 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> ExpM1(Vector<double> x) => EachLane(x, double.ExpM1);

    /// <inheritdoc cref="ExpM1(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> ExpM1(Vector<float> x) => EachLane(x, float.ExpM1);

    /// <summary><c>1 / (1 + Exp(-x))</c> without overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Sigmoid(Vector<double> x) => EachLane(x, ScalarSigmoid);

    /// <inheritdoc cref="Sigmoid(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Sigmoid(Vector<float> x) => EachLane(x, ScalarSigmoid);
}
