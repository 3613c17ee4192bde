using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fluxion.Generator.Frontend.Caching;

/// <summary>Which methods can be noticed only by code that spells their name.</summary>
internal static class Signatures
{
    private static readonly SyntaxKind[] Dispatching =
    [
        SyntaxKind.VirtualKeyword, SyntaxKind.OverrideKeyword, SyntaxKind.AbstractKeyword,
        SyntaxKind.PartialKeyword, SyntaxKind.ExternKeyword, SyntaxKind.NewKeyword,
    ];

    /// <summary>Methods that the language calls where nobody has written their name.</summary>
    private static readonly HashSet<string> CalledByTheLanguage = new(
        [
            "GetEnumerator", "GetAsyncEnumerator", "MoveNext", "MoveNextAsync", "Dispose", "DisposeAsync", "GetAwaiter",
            "GetResult", "OnCompleted", "UnsafeOnCompleted", "Deconstruct", "Add", "Slice", "GetPinnableReference",
            "AppendLiteral", "AppendFormatted", "ToStringAndClear", "EnterScope", "Invoke", "Main",
            "Select", "SelectMany", "Where", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "GroupBy",
            "GroupJoin", "Join", "Cast", "Equals", "GetHashCode", "ToString", "PrintMembers",
            .. TypeContextReader.Names,
        ],
        StringComparer.Ordinal);

    public static bool IsSignature(MethodDeclarationSyntax method) =>
        method.Parent is ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax
        && method.ExplicitInterfaceSpecifier is null
        && !method.Identifier.IsMissing
        && !method.Modifiers.Any(static modifier => Dispatching.Contains(modifier.Kind()))
        && !IsCalledUnnamed(method.Identifier.ValueText)
        && Attributes(method).All(static name => name == AttributeNames.Differentiable);

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
