using Fluxion.Generator.Symbolic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Fluxion.Generator.Frontend;

/// <summary>Where loops and quoted statements of the intermediate representation come from.</summary>
internal sealed class SourcePlaces
{
    private readonly Dictionary<int, SyntaxNode> _loops = [];
    private readonly Dictionary<string, SyntaxNode> _statements = new(StringComparer.Ordinal);

    public void AddLoop(int label, SyntaxNode syntax) => _loops[label] = syntax;

    public void AddStatement(string quote, SyntaxNode syntax)
    {
        if (!_statements.ContainsKey(quote))
        {
            _statements.Add(quote, syntax);
        }
    }

    /// <summary>The place of what stands in the way of a closed form; <c>null</c> if that is the method as a whole.</summary>
    public Location? Find(Obstacle obstacle) =>
        _loops.TryGetValue(obstacle.Loop, out SyntaxNode? loop) ? Head(loop)
        : _statements.TryGetValue(obstacle.Statement, out SyntaxNode? statement) ? statement.GetLocation()
        : null;

    // for (…), without the body.
    private static Location Head(SyntaxNode loop)
    {
        int end = loop switch
        {
            ForStatementSyntax syntax => syntax.CloseParenToken.Span.End,
            WhileStatementSyntax syntax => syntax.CloseParenToken.Span.End,
            CommonForEachStatementSyntax syntax => syntax.CloseParenToken.Span.End,
            DoStatementSyntax syntax => syntax.DoKeyword.Span.End,
            _ => loop.Span.End,
        };
        return Location.Create(loop.SyntaxTree, TextSpan.FromBounds(loop.SpanStart, end));
    }
}
