using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fluxion.Generator.Frontend.Caching;

/// <summary>The bodies and initializers that the lowering of one method has looked into.</summary>
internal sealed class BodyReads
{
    private readonly HashSet<(SyntaxTree Tree, int Start)> _members = [];
    private readonly HashSet<string> _libraries = new(StringComparer.Ordinal);

    /// <summary>Notes the member around some syntax.</summary>
    public void Add(SyntaxNode syntax) => _members.Add((
        syntax.SyntaxTree,
        syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.SpanStart ?? -1));

    /// <summary>Notes source of our own.</summary>
    public void AddLibrary(string text) => _libraries.Add(text);

    public ReadRecord ToRecord(ProjectInput project) => new(
        [.. _members.Where(member => project.IndexOf(member.Tree) >= 0).Select(member => Read(member, project))],
        [.. _libraries]);

    private static BodyRead Read((SyntaxTree Tree, int Start) member, ProjectInput project)
    {
        int file = project.IndexOf(member.Tree);
        return new BodyRead(file, project.Outline.Files[file].At(member.Start)?.Key);
    }
}

/// <summary>The same as plain data, which outlives the trees.</summary>
internal sealed record ReadRecord(BodyRead[] Bodies, string[] Libraries);

/// <summary>A member of a file; null for what the outline has no member for, so that the whole file counts.</summary>
internal readonly record struct BodyRead(int File, MemberKey? Member);
