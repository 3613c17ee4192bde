using Microsoft.CodeAnalysis.Text;

namespace Fluxion.Generator.Tests.Infrastructure;

/// <summary>A source in which <c>[|</c> and <c>|]</c> mark where a diagnostic is expected.</summary>
internal sealed record MarkedSource(string Text, TextSpan Span)
{
    public static MarkedSource Parse(string marked)
    {
        int start = marked.IndexOf("[|", StringComparison.Ordinal);
        int end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        Assert.True(start >= 0 && end >= start, "No span is marked in: " + marked);
        string text = marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        return new MarkedSource(text, TextSpan.FromBounds(start, end));
    }
}
