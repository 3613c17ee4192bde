using System.Runtime.CompilerServices;

namespace Fluxion;

/// <summary>The arrays of one type and length: the first ones in use, the others free.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="length">The length of each array.</param>
internal sealed class TapeBucket<T>(int length)
{
    // An object's header, its type, its length, and the place that refers to it.
    private const int Overhead = 32;

    private T[]?[] _arrays = new T[]?[1];
    private int _count;
    private int _used;

    internal int Length { get; } = length;

    internal long BytesPerArray => ((long)Length * Unsafe.SizeOf<T>()) + Overhead;

    internal bool InUse => _used > 0;

    /// <summary>The next of the buckets the call under way uses.</summary>
    internal TapeBucket<T>? NextUsed { get; set; }

    /// <summary>Takes a free array, if there is one.</summary>
    internal T[]? TryTake() => _used < _count ? _arrays[_used++] : null;

    /// <summary>Makes an array and takes it.</summary>
    internal T[] Add()
    {
        // Whoever needs zeros clears the array himself, a used one just as a new one.
        T[] array = GC.AllocateUninitializedArray<T>(Length);

        if (_count == _arrays.Length)
        {
            Array.Resize(ref _arrays, 2 * _count);
        }

        _arrays[_count++] = array;
        _used++;
        return array;
    }

    internal void Reset()
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            for (int i = 0; i < _used; i++)
            {
                Array.Clear(_arrays[i]!);
            }
        }

        _used = 0;
        NextUsed = null;
    }

    /// <summary>Drops the arrays that are free.</summary>
    /// <returns>The bytes that are no longer kept.</returns>
    internal long DropUnused()
    {
        long bytes = (_count - _used) * BytesPerArray;
        Array.Clear(_arrays, _used, _count - _used);
        _count = _used;
        return bytes;
    }
}
