using Fluxion.Generator.Infrastructure;

namespace Fluxion.Generator.Symbolic;

/// <summary>A function and its partial derivatives as formulas.</summary>
/// <param name="Value">The function.</param>
/// <param name="Partials">The derivatives, in the order of the differentiable parameters.</param>
internal sealed record ClosedForm(Term Value, IReadOnlyList<Partial> Partials)
{
    /// <summary>What keeps it from being one; <c>null</c> if it is complete.</summary>
    public Obstacle? Obstacle => Value.Gap?.Obstacle
        ?? Partials.Select(static partial => partial.Term.Gap?.Obstacle).FirstOrDefault(static o => o is not null);
}

/// <summary>The derivative with respect to a parameter, or to an element of it.</summary>
/// <param name="Parameter">The position of the parameter in the function.</param>
/// <param name="Indices">Which element: one index for each dimension, none for a scalar.</param>
/// <param name="Term">The formula.</param>
internal sealed record Partial(int Parameter, IReadOnlyList<Term.Index> Indices, Term Term);
