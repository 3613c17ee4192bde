namespace Fluxion.Training;

/// <content>What is found out when a cost is not finite.</content>
internal sealed partial class TrainingRun<T>
{
    private (StopReason? Reason, double Cost) Diverge(RowRange rows, T value)
    {
        RowRange? narrowed = _view is null ? null : Narrow(rows);
        int index = Optimization.Sums.IndexOfNotFinite<T>(_parameters);
        index = index >= 0 ? index : Optimization.Sums.IndexOfNotFinite<T>(_gradient);
        double cost = double.CreateTruncating(value);
        _fault = new TrainingFault(_epoch, narrowed, index < 0 ? null : _objective.ParameterNames[index], cost);
        return (StopReason.Diverged, cost);
    }

    /// <summary>Halves the rows as long as one half is at fault by itself.</summary>
    private RowRange Narrow(RowRange rows)
    {
        T[] gradient = new T[_gradient.Length];

        while (rows.Count > 1)
        {
            RowRange first = rows with { Count = rows.Count / 2 };
            RowRange second = new(first.End, rows.Count - first.Count);

            if (IsAtFault(first, gradient))
            {
                rows = first;
            }
            else if (IsAtFault(second, gradient))
            {
                rows = second;
            }
            else
            {
                break;
            }
        }

        return rows;
    }

    private bool IsAtFault(RowRange rows, T[] gradient)
    {
        _view!.Rows = rows;
        T value = _view.ValueAndGradient(_parameters, gradient);
        return !T.IsFinite(value) || Optimization.Sums.IndexOfNotFinite<T>(gradient) >= 0;
    }
}
