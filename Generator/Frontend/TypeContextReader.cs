using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fluxion.Generator.Frontend;

/// <summary>The types around a method, as the generated file repeats them.</summary>
internal static class TypeContextReader
{
    /// <summary>Names that generated text uses without saying where they come from.</summary>
    private static readonly string[] Names =
    [
        "ArgumentException", "ArgumentOutOfRangeException", "Array", "IBatchObjective", "IObjective", "IReadOnlyList",
        "Math", "MathF", "MemoryExtensions", "ReadOnlyMemory", "ReadOnlySpan", "Span", "String", "Tape", "Vector",
    ];

    private static readonly string[] KnownNamespaces =
        ["System", "System.Collections.Generic", "System.Numerics", "Fluxion"];

    public static TypeContext Read(IMethodSymbol method, SemanticModel model, SyntaxNode declaration)
    {
        INamespaceSymbol space = method.ContainingType.ContainingNamespace;

        return new TypeContext(
            space.IsGlobalNamespace ? "" : space.ToDisplayString(),
            Declarations(method.ContainingType).Reverse().ToEquatable(),
            Names.Any(name => IsHidden(name, method, model, declaration)));
    }

    private static IEnumerable<string> Declarations(INamedTypeSymbol innermost)
    {
        for (INamedTypeSymbol? type = innermost; type is not null; type = type.ContainingType)
        {
            yield return $"partial {Keyword(type)} {type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat.WithMemberOptions(SymbolDisplayMemberOptions.None)).Split('.').Last()}";
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

    private static bool IsHidden(string name, IMethodSymbol method, SemanticModel model, SyntaxNode declaration)
    {
        int position = declaration is MethodDeclarationSyntax { Body: BlockSyntax body }
            ? body.OpenBraceToken.Span.End
            : declaration.Span.End - 1;

        return method.Parameters.Any(parameter => parameter.Name == name)
            || model.LookupSymbols(position, name: name).Any(static symbol => !IsKnown(symbol));
    }

    private static bool IsKnown(ISymbol symbol) =>
        symbol is INamedTypeSymbol { ContainingType: null } type
        && KnownNamespaces.Contains(type.ContainingNamespace.ToDisplayString());
}
