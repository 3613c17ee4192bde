using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Fluxion;

/// <summary>
/// Values recorded by a loop whose trip count is not known beforehand, read back last first by the reverse sweep.
/// </summary>
/// <remarks>Used by generated code. Comes from <see cref="Tape.Stack{T}"/>, whose call it must not outlive.</remarks>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Naming", "CA1711", Justification = "It is a stack, though not of the framework's family.")]
public sealed class TapeStack<T>
{
    private const int FirstCapacity = 16;

    private T[] _items = [];
    private int _count;

    internal TapeStack()
    {
    }

    /// <summary>The number of values pushed and not yet popped.</summary>
    public int Count => _count;

    internal int Capacity => _items.Length;

    /// <summary>The capacity the owner has counted so far.</summary>
    internal int CountedCapacity { get; set; }

    /// <summary>Records a value.</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(T value)
    {
        T[] items = _items;
        int count = _count;

        if ((uint)count < (uint)items.Length)
        {
            items[count] = value;
            _count = count + 1;
        }
        else
        {
            GrowAndPush(value);
        }
    }

    /// <summary>Takes back the value recorded last.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The stack is empty.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Pop()
    {
        T[] items = _items;
        int last = _count - 1;

        if ((uint)last >= (uint)items.Length)
        {
            ThrowEmpty();
        }

        _count = last;
        return items[last];
    }

    internal void Reset()
    {
        // Popped slots too still hold what was in them.
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            Array.Clear(_items);
        }

        _count = 0;
    }

    private static void ThrowEmpty() => throw new InvalidOperationException("The stack is empty.");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void GrowAndPush(T value)
    {
        int capacity = Math.Max(FirstCapacity, (int)Math.Min(2L * _items.Length, Array.MaxLength));

        if (capacity == _items.Length)
        {
            throw new InvalidOperationException("The reverse sweep needs more values than an array can hold.");
        }

        Array.Resize(ref _items, capacity);
        _items[_count++] = value;
    }
}
