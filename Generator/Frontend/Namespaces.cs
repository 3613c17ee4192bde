using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>Where types of the base library and of the runtime assembly live.</summary>
internal static class Namespaces
{
    public static bool IsSystem(INamedTypeSymbol type) => IsIn(type, "System");

    public static bool IsFluxion(INamedTypeSymbol type) => IsIn(type, "Fluxion");

    private static bool IsIn(INamedTypeSymbol type, string name) =>
        type.ContainingNamespace is { ContainingNamespace.IsGlobalNamespace: true } space && space.Name == name;
}
