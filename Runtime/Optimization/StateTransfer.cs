using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Fluxion.Optimization;

/// <summary>Saves or restores state, a named value at a time.</summary>
/// <remarks>
/// <para>
/// The format, little-endian throughout: each value is its name (UTF-8, its length before it in 7-bit groups), one byte
/// for its kind, and the value: an integer in 8 bytes, a number as IEEE double, a text like a name, an array as the
/// size of an element (1 byte), the count (4 bytes) and the elements as they are. A name or a kind that is not the
/// expected one refuses the state.
/// </para>
/// <para>After a refusal the object that was being restored is not to be used: a part of it may have been.</para>
/// </remarks>
public sealed class StateTransfer
{
    private const int Version = 1;
    private const string Magic = "Fluxion state";
    private const int Piece = 1 << 20;

    private readonly BinaryWriter? _writer;
    private readonly BinaryReader? _reader;

    private StateTransfer(BinaryWriter? writer, BinaryReader? reader)
    {
        _writer = writer;
        _reader = reader;
    }

    private enum Kind : byte
    {
        Integer = 1,
        Number = 2,
        Text = 3,
        Array = 4,
        Section = 5,
    }

    /// <summary>Whether values are restored; otherwise they are saved.</summary>
    public bool IsRestoring => _reader is not null;

    /// <summary>Saves the state of an object.</summary>
    /// <param name="stream">Receives the state; stays open.</param>
    /// <param name="source">The object.</param>
    public static void Save(Stream stream, IStateful source)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(source);
        using BinaryWriter writer = new(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        StateTransfer state = new(writer, null);
        state.Setting(Magic, Version);
        source.Transfer(state);
    }

    /// <summary>Restores the state of an object.</summary>
    /// <param name="stream">Holds the state; stays open, behind it.</param>
    /// <param name="target">The object, made with the settings of the one that was saved.</param>
    /// <exception cref="InvalidDataException">
    /// The stream does not hold the state of such an object, with such settings.
    /// </exception>
    public static void Restore(Stream stream, IStateful target)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(target);
        using BinaryReader reader = new(stream, System.Text.Encoding.UTF8, leaveOpen: true);

        try
        {
            StateTransfer state = new(null, reader);
            state.Setting(Magic, Version);
            target.Transfer(state);
        }
        catch (EndOfStreamException end)
        {
            throw new InvalidDataException("The state ends too early.", end);
        }
    }

    /// <summary>Transfers an integer.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">What is saved, or receives what was.</param>
    public void Value(string name, ref long value)
    {
        Head(name, Kind.Integer);
        _writer?.Write(value);
        value = _reader?.ReadInt64() ?? value;
    }

    /// <summary>Transfers an integer.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">What is saved, or receives what was.</param>
    public void Value(string name, ref int value)
    {
        long wide = value;
        Value(name, ref wide);
        value = wide is >= int.MinValue and <= int.MaxValue ? (int)wide : throw Refusal($"'{name}' is {wide}.");
    }

    /// <summary>Transfers a number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">What is saved, or receives what was.</param>
    public void Value(string name, ref double value)
    {
        Head(name, Kind.Number);
        _writer?.Write(value);
        value = _reader?.ReadDouble() ?? value;
    }

    /// <summary>Transfers a number that may be missing.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">What is saved, or receives what was.</param>
    public void Value(string name, ref double? value)
    {
        long present = value is null ? 0 : 1;
        double number = value ?? 0;
        Value(name + " present", ref present);
        Value(name, ref number);
        value = present == 0 ? null : number;
    }

    /// <summary>Transfers an array, as long as it may be.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="values">What is saved, or receives what was, in place if the length is the same.</param>
    public void Numbers<T>(string name, ref T[] values)
        where T : INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        Head(name, Kind.Array);

        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            throw new NotSupportedException($"{typeof(T)} is no plain number.");
        }

        if (_reader is null)
        {
            _writer!.Write((byte)Unsafe.SizeOf<T>());
            _writer.Write(values.Length);
            Write(values);
            return;
        }

        int size = _reader.ReadByte();
        int count = _reader.ReadInt32();

        if (size != Unsafe.SizeOf<T>())
        {
            throw Refusal($"'{name}' has elements of {size} bytes; {Unsafe.SizeOf<T>()} are expected.");
        }

        if (count < 0)
        {
            throw Refusal($"'{name}' has {count} elements.");
        }

        Read(count, ref values);
    }

    /// <summary>Makes sure that an integer setting is the one that was saved.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The setting.</param>
    public void Setting(string name, long value)
    {
        long saved = value;
        Value(name, ref saved);
        Agree(name, saved, value, saved == value);
    }

    /// <summary>Makes sure that a switch is set as it was when it was saved.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The setting.</param>
    public void Setting(string name, bool value) => Setting(name, value ? 1L : 0L);

    /// <summary>Makes sure that a setting is the one that was saved, bit for bit.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The setting.</param>
    public void Setting(string name, double value)
    {
        double saved = value;
        Value(name, ref saved);
        Agree(name, saved, value, saved.Equals(value));
    }

    /// <summary>Makes sure that a text is the one that was saved.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The text.</param>
    public void Setting(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Head(name, Kind.Text);
        _writer?.Write(value);
        string saved = _reader?.ReadString() ?? value;
        Agree(name, saved, value, string.Equals(saved, value, StringComparison.Ordinal));
    }

    /// <summary>Transfers the state of a part.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="part">The part.</param>
    public void Part(string name, IStateful part)
    {
        ArgumentNullException.ThrowIfNull(part);
        Head(name, Kind.Section);
        part.Transfer(this);
    }

    internal static InvalidDataException Refusal(FormattableString message) =>
        new(message.ToString(CultureInfo.InvariantCulture));

    private static void Agree(string name, object saved, object expected, bool agree)
    {
        if (!agree)
        {
            throw Refusal($"'{name}' was {saved} when the state was saved; here it is {expected}.");
        }
    }

    private static Span<byte> Bytes<T>(Span<T> values) =>
        MemoryMarshal.CreateSpan(
            ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(values)), values.Length * Unsafe.SizeOf<T>());

    private static void ReverseUnlessLittleEndian<T>(Span<T> values)
    {
        for (int i = 0; i < values.Length && !BitConverter.IsLittleEndian; i++)
        {
            Bytes(values.Slice(i, 1)).Reverse();
        }
    }

    private void Head(string name, Kind kind)
    {
        ArgumentNullException.ThrowIfNull(name);
        _writer?.Write(name);
        _writer?.Write((byte)kind);

        if (_reader is not null && (_reader.ReadString(), (Kind)_reader.ReadByte()) is var found
            && found != (name, kind))
        {
            throw Refusal($"The state has '{found.Item1}' ({found.Item2}) where '{name}' ({kind}) is expected.");
        }
    }

    private void Write<T>(T[] values)
    {
        T[] ordered = BitConverter.IsLittleEndian ? values : [.. values];
        ReverseUnlessLittleEndian<T>(ordered);

        // In pieces: a span of bytes has an int's length, an array of numbers may be longer than that.
        for (int start = 0; start < ordered.Length; start += Piece)
        {
            _writer!.Write(Bytes(ordered.AsSpan(start, Math.Min(Piece, ordered.Length - start))));
        }
    }

    private void Read<T>(int count, ref T[] values)
    {
        if (count != values.Length)
        {
            // A damaged count must not take all memory before the end of the stream shows.
            List<T> grown = [];
            T[] piece = new T[Math.Min(count, Piece)];

            while (grown.Count < count)
            {
                Span<T> part = piece.AsSpan(0, Math.Min(count - grown.Count, piece.Length));
                _reader!.BaseStream.ReadExactly(Bytes(part));
                grown.AddRange(part);
            }

            values = [.. grown];
        }
        else
        {
            for (int start = 0; start < count; start += Piece)
            {
                _reader!.BaseStream.ReadExactly(Bytes(values.AsSpan(start, Math.Min(Piece, count - start))));
            }
        }

        ReverseUnlessLittleEndian<T>(values);
    }
}
