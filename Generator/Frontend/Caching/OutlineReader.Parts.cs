using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fluxion.Generator.Frontend.Caching;

/// <summary>What is a body, and what of bodies, tokens and trivia has an effect outside of them.</summary>
internal sealed partial class OutlineReader
{
    private static bool IsBody(SyntaxNode node) => node switch
    {
        BlockSyntax => node.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax,
        ArrowExpressionClauseSyntax or ConstructorInitializerSyntax => true,
        EqualsValueClauseSyntax => node.Parent switch
        {
            PropertyDeclarationSyntax => true,
            VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax field } =>
                !field.Modifiers.Any(SyntaxKind.ConstKeyword),
            _ => false,
        },
        ArgumentListSyntax => node.Parent is PrimaryConstructorBaseTypeSyntax,
        _ => false,
    };

    private void AddBody(SyntaxNode body)
    {
        _bodies.Add(body);
        _target.Append(body.RawKind);

        // The keyword 'field' in an accessor is what gives a property a field.
        if (body.Parent is AccessorDeclarationSyntax or BasePropertyDeclarationSyntax)
        {
            _target.Append(_text.IndexOf("field", body.SpanStart, body.Span.Length, StringComparison.Ordinal) < 0 ? 0 : 1);
        }

        // Whether a constructor of a struct only stores its parameters is read off its syntax.
        if (body.Parent is ConstructorDeclarationSyntax { Parent: StructDeclarationSyntax or RecordDeclarationSyntax })
        {
            _target.Append(_text, body.Span);
        }

        // What '#nullable' and the like say holds beyond the body they stand in.
        if (body.ContainsDirectives)
        {
            AddDirectives(body.DescendantTrivia());
        }
    }

    /// <summary>Top-level statements are a body, but the names they declare are in scope everywhere.</summary>
    private void VisitStatement(GlobalStatementSyntax statement)
    {
        List<SyntaxNode> outer = _bodies;
        _bodies = [statement.Statement];
        AddMember(statement, KeyOf(statement, _scope));
        _bodies = outer;
        _frame.Append(statement.RawKind);

        foreach (SyntaxNode node in statement.DescendantNodes())
        {
            string? name = node switch
            {
                VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
                SingleVariableDesignationSyntax variable => variable.Identifier.ValueText,
                LocalFunctionStatementSyntax function => function.Identifier.ValueText,
                _ => null,
            };

            if (name is not null)
            {
                _frame.Append(name);
            }
        }

        if (statement.ContainsDirectives)
        {
            AddDirectives(statement.DescendantTrivia());
        }
    }

    private void AddToken(SyntaxToken token)
    {
        _target.Append(token.RawKind);
        _target.Append(token.Text);

        // Text that the parser skipped can be why the rest was parsed as it was.
        if (token.ContainsDirectives || token.ContainsDiagnostics)
        {
            AddDirectives(token.LeadingTrivia);
            AddDirectives(token.TrailingTrivia);
        }
    }

    private void AddDirectives(IEnumerable<SyntaxTrivia> trivia)
    {
        foreach (SyntaxTrivia piece in trivia)
        {
            if (piece.IsDirective || piece.IsKind(SyntaxKind.SkippedTokensTrivia))
            {
                _frame.Append(_members.Count);
                _frame.Append(piece.ToFullString());
            }
        }
    }

    private void Note(SyntaxNode node)
    {
        switch (node)
        {
            case UsingDirectiveSyntax { Alias: NameEqualsSyntax alias } directive:
                _aliases.Add(new AliasOutline(
                    AttributeNames.Simple(alias.Name),
                    AttributeNames.Simple(directive.NamespaceOrType),
                    directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)));
                break;
            case AttributeArgumentListSyntax or EqualsValueClauseSyntax:
                AddConstants(node);
                break;
        }
    }

    private void AddConstants(SyntaxNode expression)
    {
        foreach (SyntaxToken token in expression.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.StringLiteralToken))
            {
                _constants.Add(token.ValueText);
            }
        }
    }
}
