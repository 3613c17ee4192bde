namespace Fluxion.Training;

/// <summary>What came of a training.</summary>
/// <typeparam name="T">The type of the parameters.</typeparam>
public sealed record TrainingResult<T>
{
    /// <summary>
    /// The parameters after the last step; if it diverged, the last ones with a finite cost and gradient.
    /// </summary>
    public required T[] Parameters { get; init; }

    /// <summary>Why it ended.</summary>
    public required StopReason StopReason { get; init; }

    /// <summary>The number of epochs that are done, those before it was taken up again included.</summary>
    public required int Epochs { get; init; }

    /// <summary>The epochs that are done, in order.</summary>
    public required IReadOnlyList<EpochRecord<T>> History { get; init; }

    /// <summary>Where it went wrong, if it diverged.</summary>
    public TrainingFault? Fault { get; init; }

    /// <summary>The time it took, without what was before it was taken up again.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The cost of the last epoch; NaN if there is none.</summary>
    public double Cost => History.Count > 0 ? History[^1].Cost : double.NaN;
}
