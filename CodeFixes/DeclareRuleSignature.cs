using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Frontend;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Fluxion.CodeFixes;

/// <summary>Gives a <c>[DerivativeOf]</c> rule one of the two signatures that it can have.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DeclareRuleSignature : EditingFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticDescriptors.RuleSignature.Id];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not MethodDeclarationSyntax declaration
            || model.GetDeclaredSymbol(declaration, cancellation) is not IMethodSymbol rule
            || rule.GetAttributes().Where(DerivativeRules.IsRule).Select(a => RuleParser.Meant(rule, DerivativeRules.Targets(a)))
                .FirstOrDefault(static target => target is not null) is not IMethodSymbol target)
        {
            yield break;
        }

        string Type(ITypeSymbol type) => type.ToMinimalDisplayString(model, declaration.SpanStart);
        string[] parameters = [.. target.Parameters.Select((p, i) => $"{Type(p.Type)} {NameOf(rule, i, p.Name)}")];
        string adjoint = $"{Type(target.ReturnType)} {NameOf(rule, parameters.Length, "adjoint")}";
        string[] partials = [.. target.Parameters.Where(static p => Code.IsFloating(p.Type)).Select(p => Type(p.Type))];

        if (partials.Length > 0)
        {
            string result = partials.Length == 1 ? partials[0] : $"({string.Join(", ", partials)})";
            yield return Declare(declaration, "the partial derivatives", result, parameters);
            yield return Declare(declaration, "the partial derivatives times the adjoint", result, [.. parameters, adjoint]);
        }
    }

    /// <summary>The body's own names stay.</summary>
    private static string NameOf(IMethodSymbol rule, int index, string name) =>
        index < rule.Parameters.Length ? rule.Parameters[index].Name : name;

    private static Edit Declare(MethodDeclarationSyntax declaration, string what, string result, string[] parameters) => new(
        $"Declare it to return {what}",
        editor =>
        {
            editor.ReplaceNode(declaration.ReturnType, SyntaxFactory.ParseTypeName(result).WithTriviaFrom(declaration.ReturnType));
            editor.ReplaceNode(
                declaration.ParameterList,
                SyntaxFactory.ParseParameterList($"({string.Join(", ", parameters)})").WithTriviaFrom(declaration.ParameterList));

            if (!declaration.Modifiers.Any(SyntaxKind.StaticKeyword))
            {
                editor.SetModifiers(declaration, editor.Generator.GetModifiers(declaration).WithIsStatic(true));
            }
        },
        what);
}
