using System.Numerics;

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
    private readonly CsvRecords _records = new(reader, file, options.Separator);
    private int _fieldCount;

    internal IEnumerable<DataColumn<T>> Read()
    {
        if (!_records.Read())
        {
            throw new InvalidDataException($"'{file}' is empty.");
        }

        Begin(_records.Record);

        if (!options.HasHeader)
        {
            Add();
        }

        while (_records.Read())
        {
            Add();
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
                throw _records.Refusal($"there is no column '{wanted}'");
            }

            _columns.Add(new CsvColumn<T>(wanted, index, options.Categories.Contains(wanted)));
        }

        foreach (string category in options.Categories)
        {
            if (!_columns.Exists(column => column.Name == category))
            {
                throw _records.Refusal($"there is no column '{category}'");
            }
        }
    }

    private void Add()
    {
        string[] fields = _records.Record;

        if (fields.Length != _fieldCount)
        {
            string nearest = fields.Length < _fieldCount && _columns.Find(column => column.Index >= fields.Length)
                is { } missing ? $", column '{missing.Name}' is missing" : "";
            throw _records.Refusal($"the row has {fields.Length} fields instead of {_fieldCount}{nearest}");
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
                    : throw _records.Refusal($"column '{column.Name}' has no value"));
            }
            else if (!column.TryAdd(field))
            {
                throw _records.Refusal($"column '{column.Name}' has '{field}', which is no number");
            }
        }
    }

    private bool IsMissing(string field) => options.MissingMarks.Contains(field.Trim());
}
