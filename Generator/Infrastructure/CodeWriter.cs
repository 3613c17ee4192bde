using System.Text;

namespace Fluxion.Generator.Infrastructure;

/// <summary>Collects indented lines that end in <c>\n</c> on every machine.</summary>
internal sealed class CodeWriter
{
    private const int IndentSize = 4;
    private const int MaxLength = 120;

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>The columns that are left of a line at the present depth.</summary>
    public int Indentation => _depth * IndentSize;

    public void Line(string line) => _text.Append(' ', line.Length == 0 ? 0 : Indentation).Append(line).Append('\n');

    /// <summary>Items between a head and a tail, on one line if it is not too long, else on lines of their own.</summary>
    public void List(string head, IEnumerable<string> items, string tail)
    {
        string all = head + string.Join(", ", items) + tail;

        if (Indentation + all.Length <= MaxLength)
        {
            Line(all);
            return;
        }

        Line(head);
        _depth++;
        string line = "";

        foreach (string item in items)
        {
            if (line.Length > 0 && Indentation + line.Length + item.Length + 2 + tail.Length > MaxLength)
            {
                Line(line + ",");
                line = "";
            }

            line += (line.Length > 0 ? ", " : "") + item;
        }

        Line(line + tail);
        _depth--;
    }

    public void Blank() => _text.Append('\n');

    /// <summary>Opens braces under a header, or bare ones; disposing closes them.</summary>
    public Scope Block(string header = "", string end = "}")
    {
        if (header.Length > 0)
        {
            Line(header);
        }

        Line("{");
        _depth++;
        return new Scope(this, end);
    }

    public override string ToString() => _text.ToString();

    /// <summary>An open block.</summary>
    internal readonly struct Scope(CodeWriter writer, string end) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            writer.Line(end);
        }
    }
}
