using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>
/// Puts lines and blocks on paper: empty lines around blocks, and the comments of the reverse sweep in front of the code
/// they belong to. A comment is kept back until there is such code.
/// </summary>
internal sealed class CommentedWriter(CodeWriter writer)
{
    private Last _last = Last.Start;
    private string _section = "";
    private string _quote = "";
    private string _lastQuote = "";
    private bool _isReverse;

    private enum Last
    {
        Start,
        Line,
        Comment,
        Block,
    }

    public int Indentation => writer.Indentation;

    public void Remark(Statement.Remark remark)
    {
        if (remark.Kind == RemarkKind.Section)
        {
            _section = remark.Text;
            _isReverse = remark.Text.StartsWith("Reverse", StringComparison.Ordinal);
            _quote = "";
            _lastQuote = "";
        }
        else if (_isReverse || remark.Kind == RemarkKind.Note)
        {
            _quote = remark.Text;
        }
    }

    public void Line(string line)
    {
        Separate(_last == Last.Block);
        writer.Line(line);
        _last = Last.Line;
    }

    /// <summary>A line that an empty one sets apart from what is before it.</summary>
    public void LastLine(string line)
    {
        ForgetRemarks();
        Separate(_last != Last.Start);
        writer.Line(line);
        _last = Last.Line;
    }

    /// <summary>A block; one that is a loop has no quoted statement of its own.</summary>
    public Scope Block(string header, bool isLoop = false)
    {
        if (isLoop)
        {
            _quote = "";
        }

        Separate(_last is Last.Line or Last.Block);
        return Open(header);
    }

    /// <summary>A block that goes on where one has ended: <c>else</c>.</summary>
    public Scope Continue(string header) => Open(header);

    private void ForgetRemarks()
    {
        _section = "";
        _quote = "";
    }

    private Scope Open(string header)
    {
        CodeWriter.Scope scope = writer.Block(header);
        _last = Last.Start;
        return new Scope(this, scope, _isReverse);
    }

    private void Separate(bool isApart)
    {
        if (_last != Last.Start && _last != Last.Comment && (isApart || _section.Length > 0))
        {
            writer.Blank();
        }

        Comment(_section);

        if (_quote != _lastQuote)
        {
            Comment(_quote);
            _lastQuote = _quote;
        }

        ForgetRemarks();
    }

    private void Comment(string text)
    {
        if (text.Length > 0)
        {
            writer.Line("// " + text);
            _last = Last.Comment;
        }
    }

    /// <summary>An open block.</summary>
    internal readonly struct Scope(CommentedWriter owner, CodeWriter.Scope scope, bool isReverse) : IDisposable
    {
        public void Dispose()
        {
            scope.Dispose();
            owner._last = Last.Block;
            owner._isReverse = isReverse;
        }
    }
}
