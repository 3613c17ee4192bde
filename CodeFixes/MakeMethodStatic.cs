using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using Fluxion.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.CodeFixes;

/// <summary>Makes a differentiable method static, and parameters of what it reads from the instance.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MakeMethodStatic : EditingFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticDescriptors.MethodNotStatic.Id];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is MethodDeclarationSyntax method
            && !method.Modifiers.Any(static m => m.Kind() is SyntaxKind.VirtualKeyword or SyntaxKind.OverrideKeyword or SyntaxKind.AbstractKeyword)
            && Lift(method, model, cancellation) is LiftedValues lifted)
        {
            string name = method.Identifier.ValueText;
            string title = lifted.Any ? $"Make '{name}' static, and parameters of what it reads from the instance" : $"Make '{name}' static";
            yield return new Edit(title, editor =>
            {
                lifted.Apply(editor);
                editor.SetModifiers(method, editor.Generator.GetModifiers(method).WithIsStatic(true));
            });
        }
    }

    /// <summary>What is read from the instance; null if it is used in other ways too.</summary>
    private static LiftedValues? Lift(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
    {
        LiftedValues lifted = new(method, model);

        if (model.GetOperation(method, cancellation) is not IOperation body)
        {
            return null;
        }

        foreach (IInstanceReferenceOperation instance in body.Descendants().OfType<IInstanceReferenceOperation>()
            .Where(static i => i.ReferenceKind == InstanceReferenceKind.ContainingTypeInstance))
        {
            if (instance.Parent is not IMemberReferenceOperation { Syntax: ExpressionSyntax read, Type: ITypeSymbol type } member
                || member is not (IFieldReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: false })
                || IsWritten(member))
            {
                return null;
            }

            lifted.Add(read, member.Member.Name, member.Member.Name, type);
        }

        return lifted;
    }

    private static bool IsWritten(IOperation member) => member.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == member,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: not RefKind.None } => true,
        _ => false,
    };
}
