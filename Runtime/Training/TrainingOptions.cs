using System.Numerics;
using Fluxion.Optimization;

namespace Fluxion.Training;

/// <summary>How <see cref="Trainer.Fit"/> trains; values outside their range are refused where they are set.</summary>
/// <typeparam name="T">The type of the parameters.</typeparam>
public sealed record TrainingOptions<T>
    where T : IFloatingPointIeee754<T>
{
    /// <summary>The number of epochs at most: 0 or more.</summary>
    public int Epochs { get; init => field = Settings.NotNegative(value, nameof(Epochs)); } = 100;

    /// <summary>The parameters to begin with, copied; all 0 if it is <see langword="null"/>.</summary>
    public ReadOnlyMemory<T>? InitialParameters { get; init; }

    /// <summary>
    /// The rows of a step: 1 or more. All rows if it is <see langword="null"/> or more than there are.
    /// </summary>
    public int? BatchSize
    {
        get;
        init => field = value is int size ? Settings.Positive(size, nameof(BatchSize)) : null;
    }

    /// <summary>
    /// The seed of the order of the rows (of <see cref="Data"/>; without it, of the order of the batches), which is
    /// drawn anew for each epoch; the order stays if it is <see langword="null"/> or an epoch has only one batch.
    /// </summary>
    public ulong? ShuffleSeed { get; init; }

    /// <summary>The data set whose memory the objective reads, for its rows to be shuffled in place.</summary>
    public DataSet<T>? Data { get; init; }

    /// <summary>Changes the learning rate; it must have been made for the optimizer.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>How often <see cref="Schedule"/> advances.</summary>
    public ScheduleUnit ScheduleUnit { get; init; }

    /// <summary>The greatest norm of a gradient, see <see cref="GradientClipping.ByNorm"/>.</summary>
    public double? GradientNormLimit
    {
        get;
        init => field = value is double limit ? Settings.NotNegative(limit, nameof(GradientNormLimit)) : null;
    }

    /// <summary>The greatest absolute value in a gradient, see <see cref="GradientClipping.ByValue"/>.</summary>
    public double? GradientValueLimit
    {
        get;
        init => field = value is double limit ? Settings.NotNegative(limit, nameof(GradientValueLimit)) : null;
    }

    /// <summary>
    /// The change of the cost from epoch to epoch, as a part of the cost, that is none: 0 or greater; at 0 only the
    /// very same cost would be. Not looked at if it is <see langword="null"/>.
    /// </summary>
    public double? CostTolerance
    {
        get;
        init => field = value is double tolerance ? Settings.NotNegative(tolerance, nameof(CostTolerance)) : null;
    }

    /// <summary>How many epochs in a row must change nothing to end the training: 1 or more.</summary>
    public int Patience { get; init => field = Settings.Positive(value, nameof(Patience)); } = 1;

    /// <summary>
    /// The greatest absolute derivative that is as good as 0: 0 or greater; for one batch only. Not looked at if it is
    /// <see langword="null"/>.
    /// </summary>
    public double? GradientTolerance
    {
        get;
        init => field = value is double tolerance ? Settings.NotNegative(tolerance, nameof(GradientTolerance)) : null;
    }

    /// <summary>The time after which no further epoch begins.</summary>
    public TimeSpan? MaximumTime { get; init; }

    /// <summary>
    /// How the objective over all rows may be put together from parts of them; anything but
    /// <see cref="ChunkCombination.None"/> lets <see cref="Threads"/> evaluate them, see
    /// <see cref="ChunkedObjective{T}"/>. Batches are evaluated in one go.
    /// </summary>
    public ChunkCombination Combination { get; init; }

    /// <summary>The number of threads: 1 or more. The result does not depend on it.</summary>
    public int Threads { get; init => field = Settings.Positive(value, nameof(Threads)); } =
        Environment.ProcessorCount;

    /// <summary>The rows of a part, 1 or more; chosen by the number of rows if it is <see langword="null"/>.</summary>
    public int? ChunkRows
    {
        get;
        init => field = value is int rows ? Settings.Positive(rows, nameof(ChunkRows)) : null;
    }

    /// <summary>Whether the history keeps each epoch's parameters.</summary>
    public bool RecordParameters { get; init; }

    /// <summary>The file that takes checkpoints; none are written if it is <see langword="null"/>.</summary>
    public string? CheckpointPath { get; init; }

    /// <summary>The number of epochs from checkpoint to checkpoint: 1 or more. The last epoch always has one.</summary>
    public int CheckpointInterval
    {
        get;
        init => field = Settings.Positive(value, nameof(CheckpointInterval));
    } = 1;

    /// <summary>
    /// Whether to go on from <see cref="CheckpointPath"/> if there is such a file; the end is the same, bit for bit, as
    /// if nothing had happened.
    /// </summary>
    public bool Resume { get; init; }

    /// <summary>What else belongs to a checkpoint: the generator an objective draws from, for example.</summary>
    public IReadOnlyList<IStateful> AlsoSaved { get; init; } = [];
}
