using System.Numerics;

namespace Fluxion.Training;

/// <content>Text files.</content>
public static partial class DataSet
{
    /// <summary>Reads a file of comma-separated values.</summary>
    /// <remarks>
    /// Fields may be quoted as RFC 4180 says. Numbers are written as in the invariant culture, whatever the machine's
    /// is. Empty lines are passed over.
    /// </remarks>
    /// <typeparam name="T">The type of the values, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="path">The file, in UTF-8.</param>
    /// <param name="options">How it is read; the defaults if <see langword="null"/>.</param>
    /// <returns>The data set.</returns>
    /// <exception cref="InvalidDataException">
    /// A field is no number or missing, a row has too few or too many fields, or a column does not exist; the message
    /// names file, line and column.
    /// </exception>
    public static DataSet<T> ReadCsv<T>(string path, CsvOptions? options = null)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(path);
        using StreamReader reader = new(path);
        return ReadCsv<T>(reader, path, options);
    }

    /// <summary>Reads comma-separated values.</summary>
    /// <typeparam name="T">The type of the values, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="reader">The text.</param>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="options">How it is read; the defaults if <see langword="null"/>.</param>
    /// <returns>The data set.</returns>
    /// <exception cref="InvalidDataException">
    /// A field is no number or missing, a row has too few or too many fields, or a column does not exist; the message
    /// names file, line and column.
    /// </exception>
    public static DataSet<T> ReadCsv<T>(TextReader reader, string name, CsvOptions? options = null)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(name);
        options ??= new CsvOptions();
        ArgumentException.ThrowIfNullOrEmpty(options.Separator, nameof(options));
        return new DataSet<T>(new CsvSource<T>(reader, name, options).Read());
    }
}
