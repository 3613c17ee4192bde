using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fluxion.Generator.Frontend.Caching;

/// <summary>The bodies and initializers that the lowering of one method has looked into.</summary>
internal sealed class BodyReads
{
    private readonly HashSet<(SyntaxTree Tree, int Start)> _members = [];
    private readonly HashSet<string> _libraries = new(StringComparer.Ordinal);
    private readonly TouchedTypes _types = new();

    /// <summary>Notes the member around some syntax.</summary>
    public void Add(SyntaxNode syntax)
    {
        MemberDeclarationSyntax? member = syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>();

        // Of a type whose base takes no arguments, all is in the frame.
        if (member is not TypeDeclarationSyntax type || type.BaseList?.Types is [PrimaryConstructorBaseTypeSyntax, ..])
        {
            _members.Add((syntax.SyntaxTree, member?.SpanStart ?? -1));
        }
    }

    /// <summary>Notes what a body works on.</summary>
    public void Add(IOperation body) => _types.Add(body);

    /// <summary>Notes what a method takes and gives.</summary>
    public void Add(IMethodSymbol method) => _types.Add(method);

    /// <summary>Notes source of our own.</summary>
    public void AddLibrary(string text) => _libraries.Add(text);

    public ReadRecord ToRecord(ProjectInput project) => new(
        [.. _members.Where(member => project.IndexOf(member.Tree) >= 0).Select(member => Read(member, project))],
        [.. _libraries],
        [.. _types.Scopes]);

    private static BodyRead Read((SyntaxTree Tree, int Start) member, ProjectInput project)
    {
        int file = project.IndexOf(member.Tree);
        return new BodyRead(file, project.Outline.Files[file].At(member.Start)?.Key);
    }
}

/// <summary>The same as plain data, which outlives the trees.</summary>
internal sealed record ReadRecord(BodyRead[] Bodies, string[] Libraries, ulong[] Types);

/// <summary>A member of a file; null for what the outline has no member for, so that the whole file counts.</summary>
internal readonly record struct BodyRead(int File, MemberKey? Member);
