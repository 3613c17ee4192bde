using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using Fluxion.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fluxion.CodeFixes;

/// <summary>Replaces a call that has no derivative by an expression that means the same and has one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CallSupportedTwin : EditingFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticDescriptors.CallWithoutSource.Id];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is InvocationExpressionSyntax call
            && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method
            && SupportedTwins.Of(call, method, model) is string twin)
        {
            ExpressionSyntax replacement = Code.Expression(NeedsParentheses(call, twin) ? $"({twin})" : twin);
            yield return new Edit($"Write '{twin}'", editor => editor.ReplaceNode(call, replacement.WithTriviaFrom(call)));
        }
    }

    private static bool NeedsParentheses(ExpressionSyntax call, string twin) => Code.Expression(twin) switch
    {
        CastExpressionSyntax => call.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax,
        BinaryExpressionSyntax => call.Parent is MemberAccessExpressionSyntax or PrefixUnaryExpressionSyntax
            or BinaryExpressionSyntax { RawKind: not ((int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression) },
        _ => false,
    };
}
