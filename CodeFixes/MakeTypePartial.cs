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

/// <summary>Makes partial the types around a differentiable method.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MakeTypePartial : EditingFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticDescriptors.TypeNotPartial.Id];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        TypeDeclarationSyntax[] types = [.. node.Ancestors().OfType<TypeDeclarationSyntax>()
            .Where(static type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))];

        if (types.Length > 0)
        {
            string names = string.Join(" and ", types.AsEnumerable().Reverse().Select(static type => $"'{type.Identifier.ValueText}'"));
            yield return new Edit($"Make {names} partial", editor =>
            {
                foreach (TypeDeclarationSyntax type in types)
                {
                    editor.SetModifiers(type, editor.Generator.GetModifiers(type).WithPartial(true));
                }
            });
        }
    }
}
