using System.Text;

namespace Fluxion.Training;

/// <summary>
/// The records of a text of separated fields, as RFC 4180 has them: a field that begins with a quote ends with the next
/// single one, and a doubled quote in it stands for one. Empty lines are no records.
/// </summary>
/// <param name="reader">The text.</param>
/// <param name="file">What it is called in messages.</param>
/// <param name="separator">What stands between fields.</param>
internal sealed class CsvRecords(TextReader reader, string file, string separator)
{
    private readonly List<string> _fields = [];

    /// <summary>The fields of the record that was read last.</summary>
    public string[] Record { get; private set; } = [];

    /// <summary>The line, from 1, on which that record ends.</summary>
    public int Line { get; private set; }

    public bool Read()
    {
        while (NextLine() is string line)
        {
            if (line.Length > 0)
            {
                Record = line.Contains('"', StringComparison.Ordinal) ? Split(line) : line.Split(separator);
                return true;
            }
        }

        return false;
    }

    public InvalidDataException Refusal(string what, int? line = null) =>
        new(FormattableString.Invariant($"'{file}', line {line ?? Line}: {what}."));

    private string? NextLine()
    {
        string? line = reader.ReadLine();
        Line += line is null ? 0 : 1;
        return line;
    }

    private string[] Split(string line)
    {
        _fields.Clear();

        for (int start = 0; start <= line.Length; start += separator.Length)
        {
            if (start < line.Length && line[start] == '"')
            {
                _fields.Add(ReadQuoted(ref line, ref start));
            }
            else
            {
                int end = line.IndexOf(separator, start, StringComparison.Ordinal);
                end = end < 0 ? line.Length : end;
                _fields.Add(line[start..end]);
                start = end;
            }
        }

        return [.. _fields];
    }

    /// <summary>Reads from the quote at <paramref name="start"/>, over ends of lines, to the separator after its field.</summary>
    private string ReadQuoted(ref string line, ref int start)
    {
        StringBuilder field = new();
        int first = Line;
        int from = start + 1;

        while (true)
        {
            int quote = line.IndexOf('"', from);

            if (quote < 0)
            {
                field.Append(line, from, line.Length - from).Append('\n');
                line = NextLine() ?? throw Refusal("a quote is opened here and never closed", first);
                from = 0;
            }
            else if (quote + 1 < line.Length && line[quote + 1] == '"')
            {
                field.Append(line, from, quote + 1 - from);
                from = quote + 2;
            }
            else
            {
                field.Append(line, from, quote - from);
                start = quote + 1;
                return start == line.Length || line.AsSpan(start).StartsWith(separator, StringComparison.Ordinal)
                    ? field.ToString()
                    : throw Refusal("something stands between a closing quote and the separator");
            }
        }
    }
}
