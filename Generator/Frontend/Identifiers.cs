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

    /// <summary>The name with a capital at the start.</summary>
    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>The name with a small letter at the start.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>What a variable that holds a member is called: <c>_scale</c> and <c>Scale</c> are <c>scale</c>.</summary>
    public static string Variable(string name) => name.Trim('_') is { Length: > 0 } plain ? Camel(plain) : name;
}
