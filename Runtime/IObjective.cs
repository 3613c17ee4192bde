using System.Numerics;

namespace Fluxion;

/// <summary>A scalar function of many parameters, and its gradient: what an optimizer makes small.</summary>
/// <remarks>
/// The generator implements it for every differentiable method, all parameters packed one after another in a single
/// span.
/// </remarks>
/// <typeparam name="T">The type of the parameters, the value and the gradient.</typeparam>
public interface IObjective<T>
    where T : IFloatingPointIeee754<T>
{
    /// <summary>The number of parameters, array elements counted singly.</summary>
    int ParameterCount { get; }

    /// <summary>
    /// A name for each of the <see cref="ParameterCount"/> parameters, in their order: <c>w</c> for a scalar,
    /// <c>weights[3]</c> for an element of an array.
    /// </summary>
    IReadOnlyList<string> ParameterNames { get; }

    /// <summary>Evaluates the function.</summary>
    /// <param name="parameters">The point, <see cref="ParameterCount"/> long.</param>
    /// <returns>The value at <paramref name="parameters"/>.</returns>
    T Value(ReadOnlySpan<T> parameters);

    /// <summary>Evaluates the function and its gradient.</summary>
    /// <param name="parameters">The point, <see cref="ParameterCount"/> long.</param>
    /// <param name="gradient">
    /// Receives the partial derivatives; overwritten, so that nothing needs to be zeroed. It may not overlap
    /// <paramref name="parameters"/>.
    /// </param>
    /// <returns>The value at <paramref name="parameters"/>.</returns>
    T ValueAndGradient(ReadOnlySpan<T> parameters, Span<T> gradient);
}
