using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Fluxion;

/// <summary>
/// Values of any number types recorded by methods that call themselves, read back last first by their reverse sweeps.
/// </summary>
/// <remarks>
/// Used by generated code. Comes from <see cref="Tape.Records"/>, whose call it must not outlive. Whoever reads must ask
/// for the types that were written, in the opposite order.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TapeRecords
{
    private const int FirstCapacity = 256;

    private byte[] _bytes = [];
    private int _count;

    internal TapeRecords()
    {
    }

    /// <summary>The bytes pushed and not yet popped.</summary>
    public int Count => _count;

    /// <summary>Records a value.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push<T>(T value)
        where T : unmanaged
    {
        int count = _count;

        if (count > _bytes.Length - Unsafe.SizeOf<T>())
        {
            Grow(Unsafe.SizeOf<T>());
        }

        Unsafe.WriteUnaligned(ref _bytes[count], value);
        _count = count + Unsafe.SizeOf<T>();
    }

    /// <summary>Takes back the value recorded last.</summary>
    /// <typeparam name="T">The type it was recorded with.</typeparam>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Pop<T>()
        where T : unmanaged
    {
        int last = _count - Unsafe.SizeOf<T>();

        if (last < 0)
        {
            ThrowEmpty();
        }

        _count = last;
        return Unsafe.ReadUnaligned<T>(ref _bytes[last]);
    }

    /// <summary>Forgets what is left, and gives back memory beyond what was kept before.</summary>
    internal void Reset()
    {
        if (_bytes.Length > TapeStore.KeptBytes)
        {
            _bytes = [];
        }

        _count = 0;
    }

    private static void ThrowEmpty() => throw new InvalidOperationException("Nothing is recorded.");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int size)
    {
        long capacity = Math.Max(FirstCapacity, Math.Min(2L * _bytes.Length, Array.MaxLength));

        if (capacity < (long)_count + size)
        {
            throw new InvalidOperationException("The reverse sweep needs more values than an array can hold.");
        }

        Array.Resize(ref _bytes, (int)capacity);
    }
}
