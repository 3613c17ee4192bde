using System.Numerics;
using System.Runtime.InteropServices;
using Fluxion.Random;

namespace Fluxion.Training;

/// <summary>Named columns with a common number of rows, in memory that objectives read without copying.</summary>
/// <remarks>
/// <para>
/// A column is one stretch of memory, so that a mini-batch is a slice of it. <see cref="Shuffle"/> and
/// <see cref="Standardize(IEnumerable{string})"/> change that memory in place: an objective made from the columns sees
/// it. A data set that is mapped from a file cannot be changed.
/// </para>
/// <para>Changes are not safe while another thread reads.</para>
/// </remarks>
/// <typeparam name="T">The type of the values, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class DataSet<T> : IDisposable
    where T : IFloatingPointIeee754<T>
{
    private readonly DataColumn<T>[] _columns;
    private readonly MappedFile? _file;

    // Which of the original rows stands where; null while all are where they were.
    private int[]? _order;

    /// <summary>Takes columns; their memory is not copied.</summary>
    /// <param name="columns">The columns: at least one, with different names and equally many rows.</param>
    /// <exception cref="ArgumentException">
    /// There is no column, two have one name, or their lengths do not fit together.
    /// </exception>
    public DataSet(params IEnumerable<DataColumn<T>> columns)
        : this(null, columns)
    {
    }

    internal DataSet(MappedFile? file, IEnumerable<DataColumn<T>> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        _columns = [.. columns];
        _file = file;

        if (_columns.Length == 0)
        {
            throw new ArgumentException("A data set needs a column.", nameof(columns));
        }

        RowCount = Rows(_columns[0]);

        for (int i = 0; i < _columns.Length; i++)
        {
            int rows = Rows(_columns[i]);

            if (rows != RowCount)
            {
                throw new ArgumentException(
                    $"Column '{_columns[i].Name}' has {rows} rows, '{_columns[0].Name}' has {RowCount}.",
                    nameof(columns));
            }

            if (Array.FindIndex(_columns, column => column.Name == _columns[i].Name) != i)
            {
                throw new ArgumentException($"There are two columns '{_columns[i].Name}'.", nameof(columns));
            }
        }
    }

    /// <summary>The number of rows.</summary>
    public int RowCount { get; }

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<DataColumn<T>> Columns => _columns;

    /// <summary>Whether rows and values can be changed in place.</summary>
    public bool IsWritable => _file is null && _columns.All(
        column => column.Values.IsEmpty || MemoryMarshal.TryGetArray(column.Values, out _));

    /// <summary>The values of a column.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The values, row by row, where they are.</returns>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public ReadOnlyMemory<T> this[string name] => Column(name).Values;

    /// <summary>Finds a column.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The column.</returns>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public DataColumn<T> Column(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Array.Find(_columns, column => column.Name == name)
            ?? throw new ArgumentException(
                $"There is no column '{name}'; there are {string.Join(", ", _columns.Select(c => $"'{c.Name}'"))}.",
                nameof(name));
    }

    /// <summary>Copies columns into one, side by side, as the matrix an objective takes.</summary>
    /// <param name="name">The name of the new column.</param>
    /// <param name="columns">The names of the columns, in order.</param>
    /// <returns>The column; it is not part of this data set.</returns>
    /// <exception cref="ArgumentException">No column is named, or there is no such column.</exception>
    public DataColumn<T> Matrix(string name, params IEnumerable<string> columns)
    {
        DataColumn<T>[] parts = [.. columns.Select(Column)];

        if (parts.Length == 0)
        {
            throw new ArgumentException("A matrix needs a column.", nameof(columns));
        }

        int width = parts.Sum(part => part.Width);
        T[] values = new T[RowCount * width];
        int offset = 0;

        foreach (DataColumn<T> part in parts)
        {
            ReadOnlySpan<T> source = part.Values.Span;

            for (int row = 0; row < RowCount; row++)
            {
                source.Slice(row * part.Width, part.Width).CopyTo(values.AsSpan((row * width) + offset));
            }

            offset += part.Width;
        }

        return new DataColumn<T>(name, values, width);
    }

    /// <summary>The batches of one size, in order; the last one may be smaller.</summary>
    /// <param name="batchSize">The rows of a batch: 1 or more; more than there are make one batch of all.</param>
    /// <returns>The batches.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is not positive.</exception>
    public RowRange[] Batches(int batchSize) => RowRange.Batches(RowCount, batchSize);

    /// <summary>Copies rows into a data set of their own.</summary>
    /// <param name="rows">The rows, in the order they shall have.</param>
    /// <returns>The data set.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public DataSet<T> Select(ReadOnlySpan<int> rows)
    {
        foreach (int row in rows)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row, nameof(rows));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, RowCount, nameof(rows));
        }

        DataColumn<T>[] copies = new DataColumn<T>[_columns.Length];

        for (int i = 0; i < copies.Length; i++)
        {
            T[] values = new T[rows.Length * _columns[i].Width];
            Gather(_columns[i], rows, values);
            copies[i] = _columns[i] with { Values = values };
        }

        return new DataSet<T>(copies);
    }

    /// <summary>Divides the rows at random into two data sets.</summary>
    /// <param name="testShare">The part of the rows for the second one, rounded to whole rows: from 0 to 1.</param>
    /// <param name="seed">The seed of the choice.</param>
    /// <returns>Copies of the rows to train on and to test with.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="testShare"/> is outside its range.</exception>
    public (DataSet<T> Train, DataSet<T> Test) Split(double testShare, ulong seed)
    {
        Optimization.Settings.Share(testShare);
        int[] rows = new TorchRandom(seed).RandPerm(RowCount);
        int testCount = (int)Math.Round(testShare * RowCount);
        return (Select(rows.AsSpan(testCount)), Select(rows.AsSpan(0, testCount)));
    }

    /// <summary>Takes the mean off columns and divides by their standard deviation, in place.</summary>
    /// <param name="columns">The names of the columns.</param>
    /// <returns>What was taken off and divided by, for each column.</returns>
    /// <exception cref="ArgumentException">There is no such column, or it is a matrix.</exception>
    /// <exception cref="InvalidOperationException">The data set cannot be changed, or has no rows.</exception>
    public Standardization<T>[] Standardize(params IEnumerable<string> columns)
    {
        Standardization<T>[] found = [.. columns.Select(Measure)];
        Standardize(found);
        return found;
    }

    /// <summary>Standardises columns as others were, in place: test data as the training data.</summary>
    /// <param name="columns">What to take off and divide by.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    /// <exception cref="InvalidOperationException">The data set cannot be changed.</exception>
    public void Standardize(IEnumerable<Standardization<T>> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);

        foreach (Standardization<T> column in columns)
        {
            foreach (ref T value in Writable(Column(column.Column)))
            {
                value = column.Apply(value);
            }
        }
    }

    /// <summary>Puts the rows in an order drawn at random, in place.</summary>
    /// <remarks>
    /// The order depends on the state of the generator alone, not on the order the rows are in: a run that is taken up
    /// again finds the same ones.
    /// </remarks>
    /// <param name="random">Draws the order, as <see cref="TorchRandom.RandPerm"/>.</param>
    /// <exception cref="InvalidOperationException">The data set cannot be changed.</exception>
    public void Shuffle(TorchRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Arrange(random.RandPerm(RowCount));
    }

    /// <summary>Puts the rows back into their original order, in place.</summary>
    public void Unshuffle()
    {
        if (_order is not null)
        {
            Arrange([.. Enumerable.Range(0, RowCount)]);
        }
    }

    /// <summary>Writes the columns one after another as they are in memory, little-endian.</summary>
    /// <remarks>There is no header: <see cref="DataSet.MapBinary{T}"/> is told.</remarks>
    /// <param name="path">The file; replaced if it exists.</param>
    public void WriteBinary(string path)
    {
        MappedFile.CheckEndianness();
        using FileStream stream = File.Create(path);

        foreach (DataColumn<T> column in _columns)
        {
            for (int start = 0; start < column.Values.Length; start += MappedFile.Piece)
            {
                ReadOnlySpan<T> piece =
                    column.Values.Span.Slice(start, Math.Min(MappedFile.Piece, column.Values.Length - start));
                stream.Write(MappedFile.Bytes(piece));
            }
        }
    }

    /// <summary>Lets go of the file, if there is one; the columns' memory must not be read any more.</summary>
    public void Dispose() => _file?.Dispose();

    private static int Rows(DataColumn<T> column)
    {
        if (column.Width < 1 || column.Values.Length % column.Width != 0)
        {
            throw new ArgumentException(
                $"Column '{column.Name}' has {column.Values.Length} values, no multiple of its width {column.Width}.",
                nameof(column));
        }

        return column.Values.Length / column.Width;
    }

    private static void Gather(DataColumn<T> column, ReadOnlySpan<int> rows, Span<T> destination)
    {
        ReadOnlySpan<T> source = column.Values.Span;

        for (int i = 0; i < rows.Length; i++)
        {
            source.Slice(rows[i] * column.Width, column.Width).CopyTo(destination[(i * column.Width)..]);
        }
    }

    private Span<T> Writable(DataColumn<T> column)
    {
        if (_file is null && column.Values.IsEmpty)
        {
            return [];
        }

        return _file is null && MemoryMarshal.TryGetArray(column.Values, out ArraySegment<T> array)
            ? array
            : throw new InvalidOperationException($"Column '{column.Name}' cannot be changed: copy the rows first.");
    }

    private Standardization<T> Measure(string name)
    {
        DataColumn<T> column = Column(name);

        if (column.Width != 1)
        {
            throw new ArgumentException($"Column '{name}' is a matrix with {column.Width} columns.", nameof(name));
        }

        if (RowCount == 0)
        {
            throw new InvalidOperationException($"Column '{name}' has no rows, and so no mean.");
        }

        double mean = 0;
        double squares = 0;

        foreach (T value in column.Values.Span)
        {
            mean += double.CreateTruncating(value) / RowCount;
        }

        foreach (T value in column.Values.Span)
        {
            double difference = double.CreateTruncating(value) - mean;
            squares += difference * difference / RowCount;
        }

        double deviation = squares == 0 ? 1 : Math.Sqrt(squares);
        return new Standardization<T>(name, T.CreateTruncating(mean), T.CreateTruncating(deviation));
    }

    /// <summary>Puts the original row <c>order[i]</c> in place i, for every i.</summary>
    private void Arrange(int[] order)
    {
        // Nothing may have moved when a column turns out not to be writable.
        foreach (DataColumn<T> column in _columns)
        {
            Writable(column);
        }

        int[] rows = order;

        if (_order is not null)
        {
            int[] places = new int[RowCount];

            for (int i = 0; i < places.Length; i++)
            {
                places[_order[i]] = i;
            }

            rows = [.. order.Select(row => places[row])];
        }

        T[] copy = new T[RowCount * _columns.Max(column => column.Width)];

        foreach (DataColumn<T> column in _columns)
        {
            Span<T> arranged = copy.AsSpan(0, column.Values.Length);
            Gather(column, rows, arranged);
            arranged.CopyTo(Writable(column));
        }

        _order = order;
    }
}
