using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Fluxion.Numerics;

/// <summary>
/// Vectors in and out of memory, for vectorised loops in generated code: single instructions without bounds checks. The
/// caller has made sure that all lanes lie inside.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Lanes
{
    /// <summary>Reads consecutive elements, the first at <paramref name="index"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Load<T>(T[] source, int index) =>
        Vector.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(source), (nuint)(uint)index);

    /// <summary>Reads consecutive elements, the first at <paramref name="index"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Load<T>(ReadOnlySpan<T> source, int index) =>
        Vector.LoadUnsafe(ref MemoryMarshal.GetReference(source), (nuint)(uint)index);

    /// <summary>Reads consecutive elements, the first at <paramref name="index"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Load<T>(Span<T> source, int index) =>
        Vector.LoadUnsafe(ref MemoryMarshal.GetReference(source), (nuint)(uint)index);

    /// <summary>Writes consecutive elements, the first at <paramref name="index"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector<T> value, T[] destination, int index) =>
        value.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(destination), (nuint)(uint)index);

    /// <summary>Writes consecutive elements, the first at <paramref name="index"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector<T> value, Span<T> destination, int index) =>
        value.StoreUnsafe(ref MemoryMarshal.GetReference(destination), (nuint)(uint)index);

    /// <summary>Reads one element for each lane, the first at <paramref name="index"/>, each of the others <paramref name="stride"/> further.</summary>
    /// <exception cref="IndexOutOfRangeException">One of them lies outside.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Gather<T>(T[] source, int index, int stride) =>
        Gather(new ReadOnlySpan<T>(source), index, stride);

    /// <inheritdoc cref="Gather{T}(T[], int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Gather<T>(Span<T> source, int index, int stride) =>
        Gather((ReadOnlySpan<T>)source, index, stride);

    /// <inheritdoc cref="Gather{T}(T[], int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Gather<T>(ReadOnlySpan<T> source, int index, int stride)
    {
        if (Vector<T>.Count == 4)
        {
            T a = source[index], b = source[index + stride], c = source[index + (2 * stride)], d = source[index + (3 * stride)];

            if (typeof(T) == typeof(double))
            {
                return Vector256.Create((double)(object)a!, (double)(object)b!, (double)(object)c!, (double)(object)d!).AsVector().As<double, T>();
            }
        }

        return GatherAny(source, index, stride);
    }

    /// <summary>
    /// Adds each lane to an element, the first to that at <paramref name="index"/>, each of the others to one
    /// <paramref name="stride"/> further; lane after lane, so that elements may coincide.
    /// </summary>
    /// <exception cref="IndexOutOfRangeException">One of them lies outside.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Scatter<T>(Vector<T> value, Span<T> destination, int index, int stride)
        where T : struct, IAdditionOperators<T, T, T>
    {
        for (int i = 0; i < Vector<T>.Count; i++)
        {
            destination[unchecked(index + (i * stride))] += value[i];
        }
    }

    /// <summary>Reads one element for each lane, the first in row <paramref name="row"/>, each of the others <paramref name="stride"/> rows further.</summary>
    /// <exception cref="IndexOutOfRangeException">One of them lies outside.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Gather<T>(T[,] source, int row, int stride, int column)
    {
        Unsafe.SkipInit(out Vector<T> result);
        ref T first = ref Unsafe.As<Vector<T>, T>(ref result);

        for (int i = 0; i < Vector<T>.Count; i++)
        {
            Unsafe.Add(ref first, i) = source[unchecked(row + (i * stride)), column];
        }

        return result;
    }

    /// <summary>Reads consecutive elements, the first at <paramref name="index"/>.</summary>
    /// <exception cref="IndexOutOfRangeException">One of them lies outside.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Neighbours<T>(T[] source, int index) => Neighbours(new ReadOnlySpan<T>(source), index);

    /// <inheritdoc cref="Neighbours{T}(T[], int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Neighbours<T>(Span<T> source, int index) => Neighbours((ReadOnlySpan<T>)source, index);

    /// <inheritdoc cref="Neighbours{T}(T[], int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Neighbours<T>(ReadOnlySpan<T> source, int index)
    {
        _ = source[index];
        _ = source[unchecked(index + Vector<T>.Count - 1)];
        return Load(source, index);
    }

    /// <summary>Adds each lane to the element in its place, the first to that at <paramref name="index"/>.</summary>
    /// <exception cref="IndexOutOfRangeException">One of them lies outside.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add<T>(Vector<T> value, Span<T> destination, int index)
    {
        _ = destination[index];
        _ = destination[unchecked(index + Vector<T>.Count - 1)];
        Store(Load(destination, index) + value, destination, index);
    }

    /// <summary>Whether a mask has a lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any<T>(Vector<T> mask) => mask != Vector<T>.Zero;

    /// <summary>The index, or the next one that is a multiple of the number of lanes; the index itself if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Align<T>(int index)
    {
        int next = unchecked((index + Vector<T>.Count - 1) & -Vector<T>.Count);
        return next < index ? index : next;
    }

    /// <summary>A row of a matrix; empty if there is none of this number, or if its indices do not start at zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<T> Row<T>(T[,] matrix, int row)
    {
        int columns = matrix.GetLength(1);

        if ((uint)row >= (uint)matrix.GetLength(0) || matrix.GetLowerBound(0) != 0 || matrix.GetLowerBound(1) != 0)
        {
            return default;
        }

        ref T first = ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(matrix));
        return MemoryMarshal.CreateSpan(ref Unsafe.Add(ref first, (nint)row * columns), columns);
    }

    /// <summary>The numbers <c>start</c>, <c>start + 1</c>, …, each as the conversion rounds it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> IndexSingle(int start) =>
        Vector.ConvertToSingle(Vector.Create(start) + Vector<int>.Indices);

    /// <summary>The numbers <c>start</c>, <c>start + 1</c>, ….</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> IndexDouble(int start) => Vector.Create((double)start) + Vector<double>.Indices;

    /// <summary><c>a * b + c</c>, rounded once where the processor has an instruction for that, else twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> MultiplyAdd(Vector<double> a, Vector<double> b, Vector<double> c) =>
        Vector.MultiplyAddEstimate(a, b, c);

    /// <inheritdoc cref="MultiplyAdd(Vector{double}, Vector{double}, Vector{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> MultiplyAdd(Vector<float> a, Vector<float> b, Vector<float> c) =>
        Vector.MultiplyAddEstimate(a, b, c);

    /// <summary>
    /// The sum of all lanes. The upper half is added to the lower one until a single lane is left, so that the order
    /// depends on the width alone: for four lanes <c>(v[0] + v[2]) + (v[1] + v[3])</c>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum<T>(Vector<T> value)
    {
        if (Vector<byte>.Count == Vector512<byte>.Count)
        {
            Vector512<T> lanes = value.AsVector512();
            return Sum(lanes.GetLower() + lanes.GetUpper());
        }

        return Vector<byte>.Count == Vector256<byte>.Count ? Sum(value.AsVector256()) : Sum(value.AsVector128());
    }

    private static Vector<T> GatherAny<T>(ReadOnlySpan<T> source, int index, int stride)
    {
        Unsafe.SkipInit(out Vector<T> result);
        ref T first = ref Unsafe.As<Vector<T>, T>(ref result);

        for (int i = 0; i < Vector<T>.Count; i++)
        {
            Unsafe.Add(ref first, i) = source[unchecked(index + (i * stride))];
        }

        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Sum<T>(Vector256<T> value) => Sum(value.GetLower() + value.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Sum<T>(Vector128<T> value)
    {
        if (typeof(T) == typeof(double))
        {
            Vector128<double> pair = value.AsDouble();
            return (T)(object)(pair.ToScalar() + pair.GetElement(1));
        }

        if (typeof(T) == typeof(float))
        {
            Vector128<float> four = value.AsSingle();
            Vector128<float> two = four + Vector128.Shuffle(four, Vector128.Create(2, 3, 2, 3));
            return (T)(object)(two.ToScalar() + two.GetElement(1));
        }

        // Integers: the order makes no difference.
        return Vector128.Sum(value);
    }
}
