namespace Fluxion;

/// <summary>What the generator adds for a differentiable method.</summary>
[Flags]
public enum Derivatives
{
    /// <summary>Nothing: the method is only checked for being differentiable.</summary>
    None = 0,

    /// <summary>The methods <c>{Name}Gradient</c> and <c>{Name}ValueAndGradient</c>.</summary>
    Gradient = 1,

    /// <summary>
    /// The struct <c>{Name}Objective</c>, an <see cref="IObjective{T}"/> for an optimizer; with
    /// <see cref="DataAttribute"/> parameters also an <see cref="IBatchObjective{T}"/>.
    /// </summary>
    Objective = 2,

    /// <summary>
    /// The class <c>{Name}Expressions</c> with the value and each partial as an expression tree. Reserved: until the
    /// generator can emit it, asking for it is reported as a diagnostic.
    /// </summary>
    Expressions = 4,

    /// <summary>Everything there is.</summary>
    All = Gradient | Objective | Expressions,
}
