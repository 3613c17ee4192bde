using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fluxion.Generator.Frontend.Caching;

/// <summary>
/// Which methods can be noticed only by code that spells their name; which fields and properties, only by such code and by
/// code that works on values of the type.
/// </summary>
internal static class Signatures
{
    private static readonly SyntaxKind[] Dispatching =
    [
        SyntaxKind.VirtualKeyword, SyntaxKind.OverrideKeyword, SyntaxKind.AbstractKeyword,
        SyntaxKind.PartialKeyword, SyntaxKind.ExternKeyword, SyntaxKind.NewKeyword, SyntaxKind.ConstKeyword,
        SyntaxKind.RequiredKeyword, SyntaxKind.FixedKeyword,
    ];

    /// <summary>Methods that the language calls where nobody has written their name.</summary>
    private static readonly HashSet<string> CalledByTheLanguage = new(
        [
            "GetEnumerator", "GetAsyncEnumerator", "MoveNext", "MoveNextAsync", "Dispose", "DisposeAsync", "GetAwaiter",
            "GetResult", "OnCompleted", "UnsafeOnCompleted", "Deconstruct", "Add", "Slice", "GetPinnableReference",
            "AppendLiteral", "AppendFormatted", "ToStringAndClear", "EnterScope", "Invoke", "Main",
            "Select", "SelectMany", "Where", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "GroupBy",
            "Length", "Count", "Current", "IsCompleted", "Value", "HasValue", "Item", "GroupJoin", "Join", "Cast", "Equals", "GetHashCode", "ToString", "PrintMembers",
            .. TypeContextReader.Names,
        ],
        StringComparer.Ordinal);

    public static bool IsSignature(MethodDeclarationSyntax method) =>
        IsPlain(method)
        && method.ExplicitInterfaceSpecifier is null
        && IsSpelt(method.Identifier)
        && Attributes(method).All(static name => name == AttributeNames.Differentiable);

    public static bool IsData(PropertyDeclarationSyntax property) =>
        IsPlain(property)
        && property.ExplicitInterfaceSpecifier is null
        && property.AttributeLists.Count == 0
        && IsSpelt(property.Identifier);

    /// <summary>Not constants: other constants and default values are computed from them.</summary>
    public static bool IsData(FieldDeclarationSyntax field) =>
        IsPlain(field)
        && field.AttributeLists.Count == 0
        && field.Declaration.Variables.All(static variable => variable.ArgumentList is null && IsSpelt(variable.Identifier));

    private static bool IsPlain(MemberDeclarationSyntax member) =>
        member.Parent is ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax
        && !member.Modifiers.Any(static modifier => Dispatching.Contains(modifier.Kind()));

    private static bool IsSpelt(SyntaxToken name) => !name.IsMissing && !IsCalledUnnamed(name.ValueText);

    /// <summary>The parts of a namespace's name.</summary>
    public static IEnumerable<string> Parts(NameSyntax name) => name.DescendantTokens()
        .Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText);

    public static IEnumerable<string> Attributes(MethodDeclarationSyntax method) => method.AttributeLists
        .SelectMany(static list => list.Attributes).Select(static attribute => AttributeNames.Simple(attribute.Name));

    public static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        BaseFieldDeclarationSyntax { Declaration.Variables: [VariableDeclaratorSyntax first, ..] } => first.Identifier.ValueText,
        OperatorDeclarationSyntax operation => operation.OperatorToken.Text,
        _ => "",
    };

    // get_Item and op_Addition are names of accessors and operators.
    private static bool IsCalledUnnamed(string name) =>
        CalledByTheLanguage.Contains(name)
        || name.StartsWith("get_", StringComparison.Ordinal)
        || name.StartsWith("set_", StringComparison.Ordinal)
        || name.StartsWith("op_", StringComparison.Ordinal);
}
