using System.Numerics;

namespace Fluxion.Training;

/// <summary>An objective over some of its rows; which ones may change.</summary>
/// <typeparam name="T">The type of the parameters.</typeparam>
/// <param name="objective">The objective.</param>
internal sealed class BatchView<T>(IBatchObjective<T> objective) : IObjective<T>
    where T : IFloatingPointIeee754<T>
{
    private readonly T[] _scratch = new T[objective.ParameterCount];

    internal int RowCount => objective.RowCount;

    internal RowRange Rows { get; set; }

    public int ParameterCount => objective.ParameterCount;

    public IReadOnlyList<string> ParameterNames => objective.ParameterNames;

    public T Value(ReadOnlySpan<T> parameters) => ValueAndGradient(parameters, _scratch);

    public T ValueAndGradient(ReadOnlySpan<T> parameters, Span<T> gradient) =>
        objective.ValueAndGradient(Rows.Start, Rows.Count, parameters, gradient);
}
