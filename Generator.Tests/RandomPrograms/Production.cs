using System.Text.RegularExpressions;

namespace Fluxion.Generator.Tests.RandomPrograms;

/// <summary>
/// A rule of the grammar: a piece of the kind may be this text. <c>@</c> in it is a name that nothing else has.
/// </summary>
internal sealed partial record Production(int Weight, string Template)
{
    private readonly bool _readsLength = Length().IsMatch(Template);
    private readonly bool _nests = Template.Contains("<B>", StringComparison.Ordinal);
    private readonly bool _needsVector = Template.Contains("<N>", StringComparison.Ordinal);
    private readonly bool _needsMemory = Template.Contains("<A>", StringComparison.Ordinal);

    /// <summary>What the blocks in it see, given the name.</summary>
    public Func<Scope, string, Scope> Inner { get; init; } = static (scope, _) => scope;

    /// <summary>What the statements after it see, given the name.</summary>
    public Func<Scope, string, Scope> After { get; init; } = static (scope, _) => scope;

    /// <summary>Where it may stand.</summary>
    public Func<Scope, bool> When { get; init; } = static _ => true;

    /// <summary>Whether it can run in the lanes of vectors.</summary>
    public bool IsVector { get; init; }

    /// <summary>Whether it stands in vector loops only.</summary>
    public bool IsVectorOnly { get; init; }

    public bool Fits(Scope scope) => (!scope.IsVector || IsVector) && (scope.IsVector || !IsVectorOnly)
        && (scope.Depth > 0 || !_nests) && (scope.IsOuter || !_readsLength)
        && (scope.Vectors.Count > 0 || (!_needsVector && (scope.Memories.Count > 0 || !_needsMemory))) && When(scope);

    // Only F itself knows n.
    [GeneratedRegex(@"\bn\b|a\.Length")]
    private static partial Regex Length();
}
