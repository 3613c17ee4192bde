using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fluxion.Generator.Frontend;

/// <summary>Names as C# text spells them.</summary>
internal static class Identifiers
{
    /// <summary>The name, with <c>@</c> where it is a keyword.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>The name by which a static member can be reached from anywhere.</summary>
    public static string Qualified(ISymbol member) =>
        $"{member.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{Escape(member.Name)}";

    /// <summary>The name by which a static method can be called from anywhere, with its type arguments.</summary>
    public static string QualifiedCall(IMethodSymbol method) => method.IsGenericMethod
        ? Qualified(method) + "<" + string.Join(", ", method.TypeArguments.Select(static argument =>
            argument.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))) + ">"
        : Qualified(method);
}
