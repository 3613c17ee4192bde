using System.Numerics;
using Fluxion.Optimization;

namespace Fluxion.Training;

/// <summary>Trains: evaluates, steps, and knows when to stop.</summary>
public static class Trainer
{
    /// <summary>Makes an objective small.</summary>
    /// <remarks>
    /// <para>
    /// With the same arguments it gives the same bits on one machine, however many threads there are, and whether or
    /// not it was killed and taken up again on the way.
    /// </para>
    /// <para>
    /// Not converging is no exception: see <see cref="TrainingResult{T}.StopReason"/>. A checkpoint is written at the
    /// end of epochs only; what a cancelled one had done is not in it.
    /// </para>
    /// </remarks>
    /// <typeparam name="T">The type of the parameters.</typeparam>
    /// <param name="objective">The objective; for batches and threads an <see cref="IBatchObjective{T}"/>.</param>
    /// <param name="optimizer">The optimizer, with what it remembers of steps that may have been taken before.</param>
    /// <param name="options">How to train; the defaults if <see langword="null"/>.</param>
    /// <param name="progress">Is told after each epoch.</param>
    /// <param name="cancellationToken">Ends the training before the next step.</param>
    /// <returns>The parameters, why it ended, and the history.</returns>
    /// <exception cref="ArgumentException">The arguments do not fit together; the message says how.</exception>
    /// <exception cref="InvalidDataException">The checkpoint to go on from is not usable; the message says
    /// why.</exception>
    public static TrainingResult<T> Fit<T>(
        IObjective<T> objective,
        Optimizer<T> optimizer,
        TrainingOptions<T>? options = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(optimizer);
        options ??= new TrainingOptions<T>();
        Check(objective, optimizer, options);
        return new TrainingRun<T>(objective, optimizer, options).Run(progress, cancellationToken);
    }

    private static void Check<T>(IObjective<T> objective, Optimizer<T> optimizer, TrainingOptions<T> options)
        where T : IFloatingPointIeee754<T>
    {
        IBatchObjective<T>? batches = objective as IBatchObjective<T>;

        if (batches is null
            && (options.BatchSize is not null || options.Data is not null
                || options.Combination != ChunkCombination.None))
        {
            throw new ArgumentException("The objective has no rows to make batches or parts of.", nameof(objective));
        }

        if (batches?.RowCount == 0)
        {
            throw new ArgumentException("The objective has 0 rows.", nameof(objective));
        }

        if (options.Data is { } data && data.RowCount != batches!.RowCount)
        {
            throw new ArgumentException(
                $"The data set has {data.RowCount} rows, the objective {batches.RowCount}.", nameof(options));
        }

        if (options.InitialParameters is { } initial && initial.Length != objective.ParameterCount)
        {
            throw new ArgumentException(
                $"There are {initial.Length} initial parameters; the objective has {objective.ParameterCount}.",
                nameof(options));
        }

        if (options.Schedule is { } schedule && !ReferenceEquals(schedule.Optimizer, optimizer))
        {
            throw new ArgumentException("The schedule is for another optimizer.", nameof(options));
        }

        if (options.Resume && options.CheckpointPath is null)
        {
            throw new ArgumentException("There is no checkpoint path to resume from.", nameof(options));
        }
    }
}
