using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// Quotes the user's code on one line, the same whatever its layout and comments: spaces follow from the tokens alone.
/// Only as many tokens are looked at as are shown, so that a statement of any size costs nothing.
/// </summary>
internal static class StatementText
{
    private const int Limit = 100;

    public static string Of(SyntaxNode node)
    {
        StringBuilder text = new();
        SyntaxToken previous = default;

        foreach (SyntaxToken token in node.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.SemicolonToken))
            {
                continue;
            }

            if (text.Length > 0 && NeedsSpace(previous, token))
            {
                text.Append(' ');
            }

            text.Append(token.Text);
            previous = token;

            if (text.Length > Limit)
            {
                return OneLine(text.ToString(0, Limit).TrimEnd() + " ...");
            }
        }

        return OneLine(text.ToString());
    }

    private static bool NeedsSpace(SyntaxToken left, SyntaxToken right) =>
        !SticksToNext(left) && !SticksToPrevious(right);

    private static bool SticksToNext(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken
            or SyntaxKind.DotToken or SyntaxKind.ColonColonToken => true,
        SyntaxKind.CloseParenToken => token.Parent is CastExpressionSyntax,
        SyntaxKind.LessThanToken => token.Parent is TypeArgumentListSyntax,
        _ => token.Parent is PrefixUnaryExpressionSyntax,
    };

    private static bool SticksToPrevious(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.DotToken
            or SyntaxKind.CommaToken or SyntaxKind.ColonColonToken => true,
        SyntaxKind.OpenParenToken => token.Parent is ArgumentListSyntax,
        SyntaxKind.OpenBracketToken => token.Parent is BracketedArgumentListSyntax or ArrayRankSpecifierSyntax,
        SyntaxKind.LessThanToken or SyntaxKind.GreaterThanToken => token.Parent is TypeArgumentListSyntax,
        SyntaxKind.ColonToken => token.Parent is NameColonSyntax,
        SyntaxKind.QuestionToken => token.Parent is NullableTypeSyntax,
        _ => token.Parent is PostfixUnaryExpressionSyntax,
    };

    private static string OneLine(string text) =>
        string.Concat(text.Select(static c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
}
