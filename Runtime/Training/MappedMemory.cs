using System.Buffers;
using System.Runtime.CompilerServices;

namespace Fluxion.Training;

/// <summary>A stretch of a mapped file as memory.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="file">The file, which owns what is mapped.</param>
/// <param name="offset">The first byte.</param>
/// <param name="length">The number of values.</param>
internal sealed unsafe class MappedMemory<T>(MappedFile file, long offset, int length) : MemoryManager<T>
{
    public override Span<T> GetSpan() => file.Span<T>(offset, length);

    // The memory does not move: there is nothing to pin.
    public override MemoryHandle Pin(int elementIndex = 0) =>
        new(file.Address(offset + ((long)elementIndex * Unsafe.SizeOf<T>())));

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
