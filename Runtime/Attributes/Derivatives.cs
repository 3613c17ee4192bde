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
    /// The class <c>{Name}Expressions</c> with the value and each partial derivative as an expression tree and in LaTeX, for
    /// methods that have a closed form. Without one, there is no class, and asking for it by name is an error that says why.
    /// </summary>
    Expressions = 4,

    /// <summary>Everything there is.</summary>
    All = Gradient | Objective | Expressions,
}
