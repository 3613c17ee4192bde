using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Numerics;

/// <summary>What the processor has instructions for.</summary>
public static partial class VectorMath
{
    /// <summary>The absolute value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Abs(Vector<double> x) => Vector.Abs(x);

    /// <inheritdoc cref="Abs(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Abs(Vector<float> x) => Vector.Abs(x);

    /// <summary>The smaller one; NaN if either is; −0 is below 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Min(Vector<double> x, Vector<double> y) => Vector.Min(x, y);

    /// <inheritdoc cref="Min(Vector{double}, Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Min(Vector<float> x, Vector<float> y) => Vector.Min(x, y);

    /// <summary>The larger one; NaN if either is; −0 is below 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Max(Vector<double> x, Vector<double> y) => Vector.Max(x, y);

    /// <inheritdoc cref="Max(Vector{double}, Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Max(Vector<float> x, Vector<float> y) => Vector.Max(x, y);

    /// <summary>The magnitude of <c>x</c> with the sign of <c>y</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> CopySign(Vector<double> x, Vector<double> y) => Vector.CopySign(x, y);

    /// <inheritdoc cref="CopySign(Vector{double}, Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> CopySign(Vector<float> x, Vector<float> y) => Vector.CopySign(x, y);

    /// <summary>The largest integer not above <c>x</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Floor(Vector<double> x) => Vector.Floor(x);

    /// <inheritdoc cref="Floor(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Floor(Vector<float> x) => Vector.Floor(x);

    /// <summary>The smallest integer not below <c>x</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Ceiling(Vector<double> x) => Vector.Ceiling(x);

    /// <inheritdoc cref="Ceiling(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Ceiling(Vector<float> x) => Vector.Ceiling(x);

    /// <summary>The integer part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Truncate(Vector<double> x) => Vector.Truncate(x);

    /// <inheritdoc cref="Truncate(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Truncate(Vector<float> x) => Vector.Truncate(x);

    /// <summary>The nearest integer; of two equally near ones the even one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Round(Vector<double> x) => Vector.Round(x);

    /// <inheritdoc cref="Round(Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Round(Vector<float> x) => Vector.Round(x);

    /// <summary><c>x</c>, or the bound it is beyond; NaN stays NaN.</summary>
    /// <exception cref="ArgumentException">A lower bound is above its upper one.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Clamp(Vector<double> x, Vector<double> low, Vector<double> high)
    {
        if (Vector.GreaterThanAny(low, high))
        {
            ThrowUnordered();
        }

        return Vector.ConditionalSelect(
            Vector.LessThan(x, low), low, Vector.ConditionalSelect(Vector.GreaterThan(x, high), high, x));
    }

    /// <inheritdoc cref="Clamp(Vector{double}, Vector{double}, Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Clamp(Vector<float> x, Vector<float> low, Vector<float> high)
    {
        if (Vector.GreaterThanAny(low, high))
        {
            ThrowUnordered();
        }

        return Vector.ConditionalSelect(
            Vector.LessThan(x, low), low, Vector.ConditionalSelect(Vector.GreaterThan(x, high), high, x));
    }

    [DoesNotReturn]
    private static void ThrowUnordered() => throw new ArgumentException("A lower bound is above its upper bound.");
}
