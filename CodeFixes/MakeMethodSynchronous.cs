using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using Fluxion.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Fluxion.CodeFixes;

/// <summary>Makes a differentiable method wait for nothing: what it awaits becomes parameters.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MakeMethodSynchronous : EditingFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticDescriptors.AsyncMethod.Id];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not MethodDeclarationSyntax method
            || model.GetTypeInfo(method.ReturnType, cancellation).Type is not INamedTypeSymbol { TypeArguments: [ITypeSymbol result] }
            || method.DescendantTokens().Any(static t => t.IsKind(SyntaxKind.AwaitKeyword) && t.Parent is not AwaitExpressionSyntax))
        {
            yield break;
        }

        LiftedValues lifted = new(method, model);
        List<StatementSyntax> waits = [];

        foreach (AwaitExpressionSyntax awaited in method.DescendantNodes().OfType<AwaitExpressionSyntax>())
        {
            if (awaited.Parent is ExpressionStatementSyntax statement)
            {
                waits.Add(statement);
            }
            else if (model.GetTypeInfo(awaited, cancellation).Type is ITypeSymbol type)
            {
                ExpressionSyntax task = Task(awaited.Expression);
                lifted.Add(awaited, task.ToString(), Name(task), type);
            }
        }

        string title = lifted.Any ? "Wait before the call, and pass what is awaited as parameters" : "Make the method synchronous";
        yield return new Edit(title, editor =>
        {
            lifted.Apply(editor);
            waits.ForEach(editor.RemoveNode);
            string type = result.ToMinimalDisplayString(model, method.ReturnType.SpanStart);
            editor.ReplaceNode(method.ReturnType, SyntaxFactory.ParseTypeName(type).WithTriviaFrom(method.ReturnType));
            editor.SetModifiers(method, editor.Generator.GetModifiers(method).WithAsync(false));
        });
    }

    private static ExpressionSyntax Task(ExpressionSyntax awaited) => awaited is InvocationExpressionSyntax
    {
        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: ExpressionSyntax task },
    } ? task : awaited;

    private static string Name(ExpressionSyntax task) => task switch
    {
        InvocationExpressionSyntax call => Name(call.Expression),
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "value",
    };
}
