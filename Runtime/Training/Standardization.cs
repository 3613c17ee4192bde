using System.Numerics;

namespace Fluxion.Training;

/// <summary>What a column was standardised with, to do the same with other data or to undo it.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="Column">The name of the column.</param>
/// <param name="Mean">The mean that was taken off.</param>
/// <param name="Deviation">
/// The standard deviation (of the population) that was divided by; 1 where all values were equal.
/// </param>
public readonly record struct Standardization<T>(string Column, T Mean, T Deviation)
    where T : IFloatingPointIeee754<T>
{
    /// <summary>Standardises a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its distance from the mean, in standard deviations.</returns>
    public T Apply(T value) => (value - Mean) / Deviation;

    /// <summary>Undoes it.</summary>
    /// <param name="value">A standardised value.</param>
    /// <returns>The value.</returns>
    public T Undo(T value) => (value * Deviation) + Mean;
}
