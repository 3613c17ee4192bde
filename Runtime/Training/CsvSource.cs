using System.Globalization;
using System.Numerics;
using CsvHelper;
using CsvHelper.Configuration;

namespace Fluxion.Training;

/// <summary>Reads the columns of a text file.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="reader">The text.</param>
/// <param name="file">What it is called in messages.</param>
/// <param name="options">How it is read.</param>
internal sealed class CsvSource<T>(TextReader reader, string file, CsvOptions options)
    where T : IFloatingPointIeee754<T>
{
    private readonly List<CsvColumn<T>> _columns = [];
    private int _fieldCount;

    internal IEnumerable<DataColumn<T>> Read()
    {
        CsvConfiguration configuration = new(CultureInfo.InvariantCulture)
        {
            Delimiter = options.Separator,
            BadDataFound = null,
            IgnoreBlankLines = true,
        };

        using CsvParser parser = new(reader, configuration, leaveOpen: true);

        if (!parser.Read())
        {
            throw new InvalidDataException($"'{file}' is empty.");
        }

        Begin(parser.Record!);

        if (!options.HasHeader)
        {
            Add(parser);
        }

        while (parser.Read())
        {
            Add(parser);
        }

        return _columns.Select(column => column.ToColumn());
    }

    private void Begin(string[] first)
    {
        string[] names = options.HasHeader
            ? [.. first.Select(name => name.Trim().TrimStart('\uFEFF'))]
            : [.. first.Select((_, index) => FormattableString.Invariant($"column{index}"))];
        _fieldCount = names.Length;

        foreach (string wanted in options.Columns.Count > 0 ? options.Columns : names)
        {
            int index = Array.IndexOf(names, wanted);

            if (index < 0)
            {
                throw Refusal(1, $"there is no column '{wanted}'");
            }

            _columns.Add(new CsvColumn<T>(wanted, index, options.Categories.Contains(wanted)));
        }

        foreach (string category in options.Categories)
        {
            if (!_columns.Exists(column => column.Name == category))
            {
                throw Refusal(1, $"there is no column '{category}'");
            }
        }
    }

    private void Add(CsvParser parser)
    {
        string[] fields = parser.Record!;

        if (fields.Length != _fieldCount)
        {
            string nearest = fields.Length < _fieldCount && _columns.Find(column => column.Index >= fields.Length)
                is { } missing ? $", column '{missing.Name}' is missing" : "";
            throw Refusal(parser.RawRow, $"the row has {fields.Length} fields instead of {_fieldCount}{nearest}");
        }

        bool isComplete = _columns.TrueForAll(column => !IsMissing(fields[column.Index]));

        if (!isComplete && options.Missing == MissingValues.SkipRow)
        {
            return;
        }

        foreach (CsvColumn<T> column in _columns)
        {
            string field = fields[column.Index].Trim();

            if (IsMissing(field))
            {
                column.AddMissing(options.Missing == MissingValues.NaN
                    ? T.NaN
                    : throw Refusal(parser.RawRow, $"column '{column.Name}' has no value"));
            }
            else if (!column.TryAdd(field))
            {
                throw Refusal(parser.RawRow, $"column '{column.Name}' has '{field}', which is no number");
            }
        }
    }

    private bool IsMissing(string field) => options.MissingMarks.Contains(field.Trim());

    private InvalidDataException Refusal(int line, string what) =>
        new(FormattableString.Invariant($"'{file}', line {line}: {what}."));
}
