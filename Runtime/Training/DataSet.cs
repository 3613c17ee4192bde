using System.Numerics;

namespace Fluxion.Training;

/// <summary>Where data sets come from: arrays, text files, raw files.</summary>
public static partial class DataSet
{
    /// <summary>Takes arrays as columns; they are not copied.</summary>
    /// <typeparam name="T">The type of the values, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="columns">For each column its name and values.</param>
    /// <returns>The data set.</returns>
    /// <exception cref="ArgumentException">
    /// There is no column, two have one name, or the arrays differ in length.
    /// </exception>
    public static DataSet<T> FromArrays<T>(params (string Name, T[] Values)[] columns)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(columns);
        return new DataSet<T>(columns.Select(column => new DataColumn<T>(column.Name, column.Values)));
    }
}
