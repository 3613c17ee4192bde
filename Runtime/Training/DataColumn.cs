namespace Fluxion.Training;

/// <summary>A column of a data set, or a matrix with a row for each of its rows.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="Name">The name.</param>
/// <param name="Values">The values, row by row.</param>
/// <param name="Width">The number of values in a row: 1 or more.</param>
public sealed record DataColumn<T>(string Name, ReadOnlyMemory<T> Values, int Width = 1)
{
    /// <summary>What the numbers stand for where the file had texts: number i for text i; else empty.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];
}
