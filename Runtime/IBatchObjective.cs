using System.Numerics;

namespace Fluxion;

/// <summary>An objective over the rows of a data set, which can also be evaluated over a range of them.</summary>
/// <typeparam name="T">The type of the parameters, the value and the gradient.</typeparam>
public interface IBatchObjective<T> : IObjective<T>
    where T : IFloatingPointIeee754<T>
{
    /// <summary>The number of rows of the data set.</summary>
    int RowCount { get; }

    /// <summary>Evaluates the function and its gradient over some of the rows, as if there were no others.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="count">The number of rows.</param>
    /// <param name="parameters">The point, <see cref="IObjective{T}.ParameterCount"/> long.</param>
    /// <param name="gradient">
    /// Receives the partial derivatives; overwritten. It may not overlap <paramref name="parameters"/>.
    /// </param>
    /// <returns>The value over the rows at <paramref name="parameters"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rows are not all inside the data set.</exception>
    T ValueAndGradient(int start, int count, ReadOnlySpan<T> parameters, Span<T> gradient);
}
