using System.Globalization;

namespace Fluxion.Training;

/// <summary>Where a training went wrong.</summary>
/// <param name="Epoch">The epoch, from 0.</param>
/// <param name="Rows">
/// The fewest rows that were found to show it; <see langword="null"/> if the objective has no rows or they are not to
/// blame.
/// </param>
/// <param name="ParameterName">
/// The first parameter that is NaN or infinite, or whose derivative is; <see langword="null"/> if there is none.
/// </param>
/// <param name="Cost">The cost there.</param>
public sealed record TrainingFault(int Epoch, RowRange? Rows, string? ParameterName, double Cost)
{
    /// <summary>Says it in a sentence.</summary>
    /// <returns>The sentence.</returns>
    public override string ToString()
    {
        string rows = Rows is { } range ? $", rows {range.Start} to {range.End - 1}" : "";
        string parameter = ParameterName is null ? "" : $", parameter {ParameterName}";
        return string.Create(CultureInfo.InvariantCulture, $"Epoch {Epoch}{rows}{parameter}: the cost is {Cost}.");
    }
}
