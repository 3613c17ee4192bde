using System.Buffers.Binary;
using System.Security.Cryptography;
using Fluxion.Optimization;

namespace Fluxion.Training;

/// <summary>Files that hold the state of a training.</summary>
/// <remarks>
/// <para>
/// A file is the 8 bytes <c>FLUXCKPT</c>, the version (4 bytes, 1), the length of the state (8 bytes), the state as
/// <see cref="StateTransfer"/> writes it, and the SHA-256 of everything before it (32 bytes); numbers are
/// little-endian.
/// </para>
/// <para>
/// It is written beside its place, to the same name with <c>.tmp</c>, forced to disk and renamed: whenever the process
/// is killed, the former file or the new one is there, and whole. Two processes must not write one file.
/// </para>
/// </remarks>
public static class Checkpoint
{
    private const int Version = 1;
    private const int HeaderSize = 20;

    private static ReadOnlySpan<byte> Magic => "FLUXCKPT"u8;

    /// <summary>Writes a file, in the place of the one that may be there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="source">What is saved.</param>
    public static void Save(string path, IStateful source)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using MemoryStream content = new();
        content.Write(new byte[HeaderSize]);
        StateTransfer.Save(content, source);
        Span<byte> bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[8..], Version);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[12..], bytes.Length - HeaderSize);
        string temporary = path + ".tmp";

        using (FileStream file = File.Create(temporary))
        {
            file.Write(bytes);
            file.Write(SHA256.HashData(bytes));
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="target">What is restored, made with the settings of what was saved.</param>
    /// <exception cref="InvalidDataException">
    /// The file is no checkpoint, is of another version, truncated or altered, or was saved with other settings; only
    /// in the last case may a part have been restored.
    /// </exception>
    public static void Load(string path, IStateful target)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] bytes = File.ReadAllBytes(path);
        int length = Check(path, bytes);
        using MemoryStream state = new(bytes, HeaderSize, length);

        try
        {
            StateTransfer.Restore(state, target);
        }
        catch (InvalidDataException refusal)
        {
            throw new InvalidDataException($"'{path}': {refusal.Message}", refusal);
        }

        if (state.Position != length)
        {
            throw new InvalidDataException($"'{path}' holds {length} bytes of state; {state.Position} are expected.");
        }
    }

    private static int Check(string path, ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(Magic[..Math.Min(Magic.Length, bytes.Length)]))
        {
            throw new InvalidDataException($"'{path}' is no checkpoint.");
        }

        if (bytes.Length < HeaderSize)
        {
            throw new InvalidDataException($"'{path}' is truncated: it has {bytes.Length} bytes.");
        }

        int version = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        long length = BinaryPrimitives.ReadInt64LittleEndian(bytes[12..]);

        if (version != Version)
        {
            throw new InvalidDataException($"'{path}' has version {version}; this is version {Version}.");
        }

        if (length != (long)bytes.Length - HeaderSize - SHA256.HashSizeInBytes)
        {
            throw new InvalidDataException(
                $"'{path}' is truncated or altered: it has {bytes.Length} bytes and says it holds {length} of state.");
        }

        if (!SHA256.HashData(bytes[..^SHA256.HashSizeInBytes]).AsSpan().SequenceEqual(bytes[^SHA256.HashSizeInBytes..]))
        {
            throw new InvalidDataException($"'{path}' has been altered: its checksum is not that of its content.");
        }

        return (int)length;
    }
}
