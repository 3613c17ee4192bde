namespace Fluxion.Training;

/// <summary>What is kept of an epoch.</summary>
/// <typeparam name="T">The type of the parameters.</typeparam>
/// <param name="Epoch">The epoch, from 0.</param>
/// <param name="Cost">
/// With one batch the cost at <paramref name="Parameters"/>; with several the mean of the batches' costs, each before
/// its step, weighted by the rows.
/// </param>
/// <param name="LearningRate">The learning rate the epoch began with.</param>
/// <param name="Parameters">
/// The parameters the epoch began with; empty unless <see cref="TrainingOptions{T}.RecordParameters"/> is set.
/// </param>
public sealed record EpochRecord<T>(int Epoch, double Cost, double LearningRate, ReadOnlyMemory<T> Parameters);
