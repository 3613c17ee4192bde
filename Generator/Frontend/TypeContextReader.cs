using System.Collections.Immutable;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Models;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>The types around a method, as the generated file repeats them.</summary>
internal static class TypeContextReader
{
    /// <summary>Names that generated text uses without saying where they come from.</summary>
    public static readonly string[] Names =
    [
        "ArgumentException", "ArgumentOutOfRangeException", "Array", "IBatchObjective", "IObjective", "IReadOnlyList",
        "Math", "MathF", "MemoryExtensions", "ReadOnlyMemory", "ReadOnlySpan", "Reduction", "Span", "String", "Tape",
        "Vector",
    ];

    private static readonly string[] KnownNamespaces =
        ["System", "System.Collections.Generic", "System.Numerics", "Fluxion", "Fluxion.Numerics"];

    public static TypeContext Read(IMethodSymbol method, SemanticModel model, SyntaxNode declaration)
    {
        INamespaceSymbol space = method.ContainingType.ContainingNamespace;
        ImmutableArray<IImportScope> imports = model.GetImportScopes(declaration.SpanStart);

        return new TypeContext(
            space.IsGlobalNamespace ? "" : space.ToDisplayString(),
            Declarations(method.ContainingType).Reverse().ToEquatable(),
            Names.Any(name => IsHidden(name, method, imports)));
    }

    private static IEnumerable<string> Declarations(INamedTypeSymbol innermost)
    {
        for (INamedTypeSymbol? type = innermost; type is not null; type = type.ContainingType)
        {
            string parameters = string.Join(", ", type.TypeParameters.Select(static p => Identifiers.Escape(p.Name)));
            string name = Identifiers.Escape(type.Name) + (parameters.Length > 0 ? $"<{parameters}>" : "");
            yield return $"partial {Keyword(type)} {name}";
        }
    }

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsRecord: true } => "record",
        _ => "class",
    };

    /// <summary>
    /// Whether a simple name means something else inside a method: looked for as C# does, from the inside out.
    /// </summary>
    private static bool IsHidden(string name, IMethodSymbol method, ImmutableArray<IImportScope> imports) =>
        method.Parameters.Any(parameter => parameter.Name == name)
        || IsHiddenByTypes(name, method.ContainingType)
        || IsHiddenByNamespaces(name, method.ContainingNamespace)
        || imports.Any(scope => scope.Aliases.Any(alias => alias.Name == name));

    private static bool IsHiddenByTypes(string name, INamedTypeSymbol innermost)
    {
        for (INamedTypeSymbol? outer = innermost; outer is not null; outer = outer.ContainingType)
        {
            if (outer.TypeParameters.Any(parameter => parameter.Name == name))
            {
                return true;
            }

            for (INamedTypeSymbol? type = outer; type is not null; type = type.BaseType)
            {
                if (type.GetMembers(name).Length > 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsHiddenByNamespaces(string name, INamespaceSymbol innermost)
    {
        for (INamespaceSymbol? space = innermost; space is not null; space = space.ContainingNamespace)
        {
            if (space.GetMembers(name).Any(static symbol => !IsKnown(symbol)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsKnown(INamespaceOrTypeSymbol symbol) =>
        symbol is INamedTypeSymbol { ContainingType: null } type
        && KnownNamespaces.Contains(type.ContainingNamespace.ToDisplayString());
}
