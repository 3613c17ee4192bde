using System.Threading;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend.Caching;

/// <summary>A compilation together with its outline, as long as methods of it are to be lowered.</summary>
internal sealed class ProjectInput
{
    private readonly Lazy<Dictionary<SyntaxTree, int>> _indices;
    private OutlineChange? _change;

    private ProjectInput(Compilation compilation, CancellationToken cancellation)
    {
        Compilation = compilation;
        Outline = ProjectOutline.Of(compilation, cancellation);
        _indices = new(() => compilation.SyntaxTrees.Select(static (tree, i) => (tree, i))
            .ToDictionary(static pair => pair.tree, static pair => pair.i));
    }

    public Compilation Compilation { get; }

    public ProjectOutline Outline { get; }

    /// <summary>
    /// All files: a pipeline compares by position, and in this way a file keeps its own when another gets its first mark.
    /// </summary>
    public static IEnumerable<MarkedFile> Files(Compilation compilation, CancellationToken cancellation)
    {
        ProjectInput project = new(compilation, cancellation);
        AliasOutline[] aliases = project.Outline.GlobalAliases;
        return [.. compilation.SyntaxTrees.Select((tree, i) => new MarkedFile(
            project, i, tree, [.. project.Outline.Files[i].Carrying(AttributeNames.Differentiable, aliases)]))];
    }

    /// <summary>Where a tree stands in the compilation; −1 for one that is not in it.</summary>
    public int IndexOf(SyntaxTree tree) => _indices.Value.TryGetValue(tree, out int index) ? index : -1;

    /// <summary>What has changed; most methods ask about the same state.</summary>
    public OutlineChange Since(ProjectOutline before)
    {
        OutlineChange? change = _change;

        if (change is null || !ReferenceEquals(change.Before, before))
        {
            _change = change = OutlineChange.Between(before, this);
        }

        return change;
    }
}
