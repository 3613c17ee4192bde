using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Fluxion.Training;

/// <summary>A file whose bytes are read where the operating system keeps them.</summary>
internal sealed unsafe class MappedFile : IDisposable
{
    /// <summary>How many numbers are written at once: their bytes must not be more than a span can hold.</summary>
    internal const int Piece = 1 << 20;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private bool _isDisposed;

    internal MappedFile(string path)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _start = start + _view.PointerOffset;
    }

    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
            _file.Dispose();
        }
    }

    internal static void CheckEndianness()
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("The file is little-endian, this machine is not.");
        }
    }

    internal static ReadOnlySpan<byte> Bytes<T>(ReadOnlySpan<T> values) =>
        MemoryMarshal.CreateReadOnlySpan(
            ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(values)), values.Length * Unsafe.SizeOf<T>());

    internal Span<T> Span<T>(long offset, int length)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(DataSet<>));
        return MemoryMarshal.CreateSpan(ref Unsafe.AsRef<T>((void*)(_start + offset)), length);
    }

    internal void* Address(long offset) => _start + offset;
}
