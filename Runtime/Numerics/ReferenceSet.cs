using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Numerics;

/// <summary>A set of references in pooled memory: once warm, to fill one allocates nothing.</summary>
internal readonly ref struct ReferenceSet
{
    private readonly object?[] _slots;
    private readonly int _mask;

    /// <param name="capacity">The number of references that will be added at most.</param>
    public ReferenceSet(int capacity)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * capacity));
        _slots = ArrayPool<object?>.Shared.Rent(size);
        _mask = size - 1;
        Array.Clear(_slots, 0, size);
    }

    /// <summary>Adds a reference; null is never in the set.</summary>
    /// <returns>Whether it was not there before.</returns>
    public bool Add(object? reference)
    {
        if (reference is null)
        {
            return true;
        }

        int slot = RuntimeHelpers.GetHashCode(reference) & _mask;

        while (_slots[slot] is { } other)
        {
            if (ReferenceEquals(other, reference))
            {
                return false;
            }

            slot = (slot + 1) & _mask;
        }

        _slots[slot] = reference;
        return true;
    }

    public void Dispose() => ArrayPool<object?>.Shared.Return(_slots, clearArray: true);
}
