using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend.Caching;

/// <summary>All that binding can depend on in a project; the outlines of files nobody has edited are those of before.</summary>
internal sealed class ProjectOutline
{
    private static readonly ConditionalWeakTable<Compilation, ProjectOutline> OfReferences = new();

    private ProjectOutline(Compilation compilation, CancellationToken cancellation)
    {
        Assembly = compilation.AssemblyName;
        Options = compilation.Options;
        References = [.. compilation.References.Select(reference => Identify(reference, cancellation))];
        Files = [.. compilation.SyntaxTrees.Select(tree => FileOutline.Of(tree, cancellation))];
        ParseOptions = [.. compilation.SyntaxTrees.Select(static tree => tree.Options).Distinct()];
    }

    public string? Assembly { get; }

    public CompilationOptions Options { get; }

    public ParseOptions[] ParseOptions { get; }

    public object[] References { get; }

    public FileOutline[] Files { get; }

    /// <summary>The aliases that every file can use.</summary>
    public AliasOutline[] GlobalAliases => [.. Files.SelectMany(static file => file.Aliases).Where(static a => a.IsGlobal)];

    public static ProjectOutline Of(Compilation compilation, CancellationToken cancellation) => new(compilation, cancellation);

    /// <summary>Whether all but files is the same.</summary>
    public bool HasSameSettings(ProjectOutline other) =>
        Assembly == other.Assembly
        && Options.Equals(other.Options)
        && ParseOptions.SequenceEqual(other.ParseOptions)
        && References.SequenceEqual(other.References)
        && Files.Length == other.Files.Length;

    /// <summary>Whether code in another project sees the same: everything but bodies.</summary>
    private bool DeclaresTheSame(ProjectOutline other) =>
        ReferenceEquals(this, other)
        || (HasSameSettings(other) && Files.Zip(other.Files, FileOutline.DeclareTheSame).All(static same => same));

    /// <summary>Metadata is the same as long as it is the same object; a project by what it declares.</summary>
    private static object Identify(MetadataReference reference, CancellationToken cancellation) =>
        reference is CompilationReference { Compilation: Compilation compilation }
            ? new ReferencedProject(
                reference.Properties, OfReferences.GetValue(compilation, c => new ProjectOutline(c, cancellation)))
            : reference;

    private sealed record ReferencedProject(MetadataReferenceProperties Properties, ProjectOutline Outline)
    {
        public bool Equals(ReferencedProject? other) =>
            other is not null && Properties.Equals(other.Properties) && Outline.DeclaresTheSame(other.Outline);

        public override int GetHashCode() => Properties.GetHashCode();
    }
}
