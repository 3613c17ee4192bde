using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using Fluxion.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fluxion.CodeFixes;

/// <summary>Declares an accumulator as <c>double</c> and converts what is computed from it back.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AccumulateInDouble : EditingFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticDescriptors.SingleAccumulator.Id];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is not AssignmentExpressionSyntax assignment
            || model.GetSymbolInfo(assignment.Left, cancellation).Symbol is not ILocalSymbol sum
            || sum.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not VariableDeclaratorSyntax
            { Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration }
            || node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not MethodDeclarationSyntax method)
        {
            yield break;
        }

        ExpressionSyntax[] results = [.. method.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == sum.Name
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, sum))
            .Select(name => Result(name, sum.Name)).OfType<ExpressionSyntax>().Distinct()];

        yield return new Edit($"Accumulate '{sum.Name}' in double", editor =>
        {
            editor.ReplaceNode(declaration.Type, SyntaxFactory.ParseTypeName("double").WithTriviaFrom(declaration.Type));

            foreach (ExpressionSyntax result in results)
            {
                editor.ReplaceNode(result, Code.Expression($"(float){Code.Operand(result)}").WithTriviaFrom(result));
            }
        });
    }

    /// <summary>The largest arithmetic around a use that must be a <c>float</c> again; null where it need not.</summary>
    private static ExpressionSyntax? Result(ExpressionSyntax use, string sum)
    {
        ExpressionSyntax result = use;

        while (result.Parent is ExpressionSyntax outer && IsArithmetic(outer, result))
        {
            result = outer;
        }

        return result.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Left == result || assignment.Left.ToString() == sum => null,
            BinaryExpressionSyntax or CastExpressionSyntax or IfStatementSyntax => null,
            _ => result,
        };
    }

    private static bool IsArithmetic(ExpressionSyntax outer, ExpressionSyntax inner) => outer.Kind() switch
    {
        SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression
            or SyntaxKind.UnaryMinusExpression or SyntaxKind.ParenthesizedExpression => true,
        SyntaxKind.ConditionalExpression => ((ConditionalExpressionSyntax)outer).Condition != inner,
        _ => false,
    };
}
