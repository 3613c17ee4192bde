using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fluxion.Generator.Frontend.Caching;

/// <summary>A method with attributes.</summary>
/// <param name="Attributes">The last names of its attributes, without <c>Attribute</c>.</param>
internal sealed record AttributedMethod(MemberKey Key, string Name, int Start, string[] Attributes)
{
    /// <summary>Its declaration in the tree it was found in.</summary>
    public MethodDeclarationSyntax In(SyntaxTree tree) => tree.GetRoot().FindToken(Start).Parent!
        .AncestorsAndSelf().OfType<MethodDeclarationSyntax>().First(syntax => syntax.SpanStart == Start);
}
