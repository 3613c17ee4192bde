using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using Fluxion.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fluxion.CodeFixes;

/// <summary>Says with <c>Gradient.Stop</c> that a derivative is lost on purpose.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class StopDerivative : EditingFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        DiagnosticDescriptors.DerivativeLost.Id,
        DiagnosticDescriptors.StepFunction.Id,
        DiagnosticDescriptors.PrecisionCut.Id,
        DiagnosticDescriptors.ExactComparison.Id,
    ];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        ExpressionSyntax[] sources = [.. Sources(node).Where(source =>
            Code.IsFloating(model.GetTypeInfo(source, cancellation).Type) && !model.GetConstantValue(source, cancellation).HasValue)];

        if (sources.Length > 0)
        {
            yield return new Edit("Stop the derivative here on purpose, with Gradient.Stop", editor =>
            {
                foreach (ExpressionSyntax source in sources)
                {
                    editor.ReplaceNode(source, Code.Stop(source, model));
                }
            });
        }
    }

    /// <summary>Where the values come from whose derivative is lost.</summary>
    private static IEnumerable<ExpressionSyntax> Sources(SyntaxNode node) => node switch
    {
        ArgumentSyntax argument => Sources(argument.Expression),
        ParenthesizedExpressionSyntax parenthesized => Sources(parenthesized.Expression),
        CastExpressionSyntax cast => [cast.Expression],
        InvocationExpressionSyntax { ArgumentList.Arguments: [ArgumentSyntax first, ..] } => [first.Expression],
        BinaryExpressionSyntax comparison => [comparison.Left, comparison.Right],
        _ when node.FirstAncestorOrSelf<IsPatternExpressionSyntax>() is { } test && test.Pattern.Contains(node) => [test.Expression],
        _ => [],
    };
}
