using Fluxion.Generator.Ir;
using Fluxion.Generator.Models;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>Parameters with elements that are no plain numbers in an array or span: structs and tuples, or a list's numbers.</summary>
internal static class SequenceReader
{
    /// <summary>The elements of such a parameter; null for any other.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol type) => FormOf(type) is SequenceForm form && ElementIn(type) is ITypeSymbol element
        && (CompositeReader.IsComposite(element) || (form >= SequenceForm.List && TypeMap.Of(element) is IrType.Scalar))
            ? element
            : null;

    /// <summary>Whether the elements come from an interface that counts them and gives each by its index.</summary>
    public static bool IsIndexed(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "List" or "IReadOnlyList" or "IList" or "IReadOnlyCollection" or "ICollection" };

    /// <summary>What the elements consist of; null where the reason says why they cannot be taken apart.</summary>
    public static Sequence? Read(
        ITypeSymbol type, ParameterRole role, Compilation compilation, INamedTypeSymbol within, out string? reason)
    {
        reason = null;
        ITypeSymbol element = ElementOf(type)!;
        Composite? parts;

        if (TypeMap.Of(element) is IrType scalar)
        {
            ParameterRole own = scalar.IsFloating ? role : ParameterRole.Constant;
            parts = new Composite([new CompositePart("", scalar, own)], own == ParameterRole.Differentiable ? ["", ""] : []);
        }
        else
        {
            parts = CompositeReader.Read(element, role, compilation, within, out reason);

            if (parts?.Parts.Any(static part => part.Type is not IrType.Scalar) == true)
            {
                reason = "its elements hold more than numbers: pass an array for each of their members";
            }
        }

        return reason is null ? new Sequence(FormOf(type)!.Value, CompositeMembers.Text(element), parts!) : null;
    }

    /// <summary>Why a type with elements cannot be that of a parameter; null for one without.</summary>
    public static string? ReasonAgainst(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: > 1 } => "it has several dimensions, and its elements are not numbers: pass an array for each number in them",
        _ when FormOf(type) is not null =>
            "its elements are neither numbers nor structs or tuples of numbers: pass arrays of the numbers in them",
        INamedTypeSymbol { Arity: > 0 } named when named.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable)
            && named.DeclaringSyntaxReferences.IsEmpty =>
            "of collections, only arrays, spans, lists and what goes as IEnumerable are taken apart: pass an array of its elements",
        _ => null,
    };

    private static SequenceForm? FormOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } => SequenceForm.Array,
        _ when TypeMap.SpanKind(type) is not null => SequenceForm.Span,
        INamedTypeSymbol { Arity: 1, Name: "List" } named when IsGeneric(named) => SequenceForm.List,
        INamedTypeSymbol
        {
            Arity: 1, TypeKind: TypeKind.Interface,
            Name: "IEnumerable" or "IReadOnlyList" or "IList" or "IReadOnlyCollection" or "ICollection",
        } named when IsGeneric(named) => SequenceForm.Interface,
        _ => null,
    };

    private static ITypeSymbol? ElementIn(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [ITypeSymbol element] } => element,
        _ => null,
    };

    private static bool IsGeneric(INamedTypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString() == "System.Collections.Generic";
}
