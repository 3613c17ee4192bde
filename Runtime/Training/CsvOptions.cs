namespace Fluxion.Training;

/// <summary>How a text file of data is read.</summary>
public sealed record CsvOptions
{
    /// <summary>The separator of fields.</summary>
    public string Separator { get; init; } = ",";

    /// <summary>Whether the first row has the names; else columns are called <c>column0</c>, <c>column1</c> …</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>The names of the columns to read, in the order they shall have; all of them if it is empty.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>
    /// The columns that hold texts: each text becomes a number, from 0 in the order they first appear
    /// (<see cref="DataColumn{T}.Categories"/>).
    /// </summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>What becomes of a field that holds no value.</summary>
    public MissingValues Missing { get; init; } = MissingValues.Refuse;

    /// <summary>What stands in a field that holds no value, once spaces around it are taken off.</summary>
    public IReadOnlyList<string> MissingMarks { get; init; } = ["", "NA", "N/A", "?"];
}
