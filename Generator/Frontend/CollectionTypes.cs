using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>Which types of the library stand for those of <see cref="CollectionSource"/>, member by member.</summary>
internal static class CollectionTypes
{
    /// <summary>Whether there is a type of our own for it.</summary>
    public static bool IsKnown(ITypeSymbol? type) => type is INamedTypeSymbol { Arity: 1 } named
        && (NumericTypes.IsNullable(named) || (IsGeneric(named) && named.Name is "List" or "Stack" or "Queue"));

    /// <summary>Whether it is one of our own whose elements can be gone through.</summary>
    public static bool IsCollection(ITypeSymbol? type) =>
        IsOwn(type) && type!.Name is "List" or "Stack" or "Queue";

    /// <summary>Whether it is our own for what may have no value.</summary>
    public static bool IsNullable(ITypeSymbol? type) => IsOwn(type) && type!.Name == "Nullable";

    /// <summary>The member of our own type that does what one of the library's does; null where there is none.</summary>
    public static TMember? Find<TMember>(INamedTypeSymbol own, TMember member)
        where TMember : class, ISymbol
    {
        string[] types = ParametersOf(member);
        return (member is IMethodSymbol { MethodKind: MethodKind.Constructor }
                ? own.InstanceConstructors.Cast<ISymbol>()
                : own.GetMembers(member.Name))
            .OfType<TMember>()
            .FirstOrDefault(m => m.DeclaredAccessibility == Accessibility.Public && ParametersOf(m).SequenceEqual(types));
    }

    /// <summary>Whether a generic method of our own has the parameters of one of the library's.</summary>
    public static bool IsLike(IMethodSymbol own, IMethodSymbol method) =>
        own.Arity == method.Arity && own.DeclaredAccessibility == Accessibility.Public
        && ParametersOf(own).SequenceEqual(ParametersOf(method));

    private static string[] ParametersOf(ISymbol member) => member.OriginalDefinition switch
    {
        IMethodSymbol method => [.. method.Parameters.Select(static p => TextOf(p.Type))],
        IPropertySymbol property => [.. property.Parameters.Select(static p => TextOf(p.Type))],
        _ => [],
    };

    // Names alone: the library's types are in another place than our own.
    private static string TextOf(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));

    private static bool IsGeneric(INamedTypeSymbol type) => type.ContainingNamespace is
    {
        Name: "Generic",
        ContainingNamespace: { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } },
    };

    private static bool IsOwn(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Arity: 1 } && type.ContainingNamespace?.ToDisplayString() == NumericSource.Namespace;
}
