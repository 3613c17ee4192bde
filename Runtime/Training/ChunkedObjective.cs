using System.Numerics;
using System.Runtime.ExceptionServices;

namespace Fluxion.Training;

/// <summary>Evaluates an objective over all its rows in parts, by several threads.</summary>
/// <remarks>
/// The parts depend on the number of rows alone and are added in their order, so that the result is the same bit for
/// bit for any number of threads. It may differ from an evaluation in one go by rounding. The objective must allow
/// evaluations by several threads at once, as generated ones do. An instance itself is for one thread at a time.
/// </remarks>
/// <typeparam name="T">The type of the parameters, the value and the gradient.</typeparam>
public sealed class ChunkedObjective<T> : IObjective<T>
    where T : IFloatingPointIeee754<T>
{
    // As few as keep their gradients small in memory, as many as keep the threads of a large machine busy.
    private const int MostChunks = 64;
    private const int FewestRows = 1024;

    private readonly IBatchObjective<T> _objective;
    private readonly ChunkCombination _combination;
    private readonly ParallelOptions _threads;
    private readonly RowRange[] _chunks;
    private readonly T[][] _gradients;
    private readonly T[] _values;
    private readonly T[] _point;
    private readonly Action<int> _evaluate;

    /// <summary>Takes the objective and how its values combine.</summary>
    /// <param name="objective">The objective; it must have rows.</param>
    /// <param name="combination">How its values over parts of the rows make up the one over all.</param>
    /// <param name="threads">The number of threads: 1 or more.</param>
    /// <param name="chunkRows">The rows of a part, 1 or more; chosen by the number of rows if it is missing.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArgumentException">The objective has no rows.</exception>
    public ChunkedObjective(
        IBatchObjective<T> objective, ChunkCombination combination, int threads, int? chunkRows = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);

        if (combination is not (ChunkCombination.Mean or ChunkCombination.Sum))
        {
            throw new ArgumentOutOfRangeException(
                nameof(combination), combination, "combination must be a mean or a sum.");
        }

        int rows = objective.RowCount;

        if (rows == 0)
        {
            throw new ArgumentException("The objective has 0 rows.", nameof(objective));
        }

        _objective = objective;
        _combination = combination;
        _threads = new ParallelOptions { MaxDegreeOfParallelism = threads };
        _chunks = RowRange.Batches(
            rows, chunkRows ?? Math.Max(FewestRows, (int)(((long)rows + MostChunks - 1) / MostChunks)));
        _gradients = [.. _chunks.Select(_ => new T[objective.ParameterCount])];
        _values = new T[_chunks.Length];
        _point = new T[objective.ParameterCount];
        _evaluate = Evaluate;
    }

    /// <inheritdoc/>
    public int ParameterCount => _objective.ParameterCount;

    /// <inheritdoc/>
    public IReadOnlyList<string> ParameterNames => _objective.ParameterNames;

    /// <inheritdoc/>
    public T Value(ReadOnlySpan<T> parameters)
    {
        EvaluateAll(parameters);
        T value = T.Zero;

        for (int i = 0; i < _chunks.Length; i++)
        {
            value += Weight(i) * _values[i];
        }

        return value;
    }

    /// <inheritdoc/>
    public T ValueAndGradient(ReadOnlySpan<T> parameters, Span<T> gradient)
    {
        Numerics.PackedParameters.Check(parameters, gradient, ParameterCount);
        T value = Value(parameters);
        gradient = gradient[..ParameterCount];
        gradient.Clear();

        for (int i = 0; i < _chunks.Length; i++)
        {
            T weight = Weight(i);
            T[] part = _gradients[i];

            for (int j = 0; j < gradient.Length; j++)
            {
                gradient[j] += weight * part[j];
            }
        }

        return value;
    }

    private T Weight(int chunk) =>
        _combination == ChunkCombination.Sum
            ? T.One
            : T.CreateTruncating(_chunks[chunk].Count) / T.CreateTruncating(_objective.RowCount);

    private void EvaluateAll(ReadOnlySpan<T> parameters)
    {
        Numerics.PackedParameters.Check(parameters, ParameterCount);
        parameters.CopyTo(_point);

        if (_threads.MaxDegreeOfParallelism == 1)
        {
            for (int i = 0; i < _chunks.Length; i++)
            {
                Evaluate(i);
            }

            return;
        }

        try
        {
            Parallel.For(0, _chunks.Length, _threads, _evaluate);
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }

    private void Evaluate(int chunk)
    {
        RowRange rows = _chunks[chunk];
        _values[chunk] = _objective.ValueAndGradient(rows.Start, rows.Count, _point, _gradients[chunk]);
    }
}
