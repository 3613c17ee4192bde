namespace Fluxion.Optimization;

/// <summary>How far <see cref="Lbfgs{T}"/> goes in the direction it has chosen.</summary>
public enum LineSearch
{
    /// <summary>The learning rate's multiple of the direction, whatever comes of it.</summary>
    None,

    /// <summary>To a point with enough descent and a flat enough slope: the strong conditions of Wolfe.</summary>
    StrongWolfe,
}
