using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using Fluxion.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Fluxion.CodeFixes;

/// <summary>Marks <c>[NoDerivative]</c> a parameter that the result does not depend on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class HoldParameterConstant : EditingFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticDescriptors.UnusedParameter.Id];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<ParameterSyntax>() is ParameterSyntax parameter)
        {
            string attribute = Code.NameOf("NoDerivativeAttribute", "NoDerivative", model, parameter.SpanStart);
            yield return new Edit($"Mark '{parameter.Identifier.ValueText}' [NoDerivative]", editor =>
                editor.AddAttribute(parameter, editor.Generator.Attribute(attribute)));
        }
    }
}
