using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fluxion.Generator.Tests.Documentation;

/// <summary>A generated method as a page shows it: without attributes and comments above it, from the first column.</summary>
internal static class GeneratedMethod
{
    public static string Text(Generated generated, string name)
    {
        MethodDeclarationSyntax method = Assert.Single(
            generated.Files.SelectMany(static file => file.SyntaxTree.GetRoot().DescendantNodes()).OfType<MethodDeclarationSyntax>(),
            method => method.Identifier.ValueText == name);
        string[] lines = method.WithAttributeLists([]).WithoutTrivia().ToString().Split('\n');
        int indent = lines[^1].Length - lines[^1].TrimStart().Length;
        return string.Concat(lines.Select((line, i) => (i == 0 ? line.TrimStart() : line.Length == 0 ? line : line[indent..]) + "\n"));
    }
}
