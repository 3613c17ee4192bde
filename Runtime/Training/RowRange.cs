namespace Fluxion.Training;

/// <summary>Rows of a data set that lie one after another.</summary>
/// <param name="Start">The first row.</param>
/// <param name="Count">The number of rows.</param>
public readonly record struct RowRange(int Start, int Count)
{
    /// <summary>The row behind the last one.</summary>
    public int End => Start + Count;

    /// <summary>Cuts rows into batches of one size; the last one may be smaller.</summary>
    /// <param name="rowCount">The number of rows: 0 or more.</param>
    /// <param name="batchSize">The rows of a batch: 1 or more; more than there are make one batch of all.</param>
    /// <returns>The batches, in order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static RowRange[] Batches(int rowCount, int batchSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rowCount);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        RowRange[] batches = new RowRange[(int)(((long)rowCount + batchSize - 1) / batchSize)];

        for (int i = 0; i < batches.Length; i++)
        {
            int start = i * batchSize;
            batches[i] = new RowRange(start, Math.Min(batchSize, rowCount - start));
        }

        return batches;
    }
}
