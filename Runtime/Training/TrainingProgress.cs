namespace Fluxion.Training;

/// <summary>How far a training has come.</summary>
/// <param name="Epoch">The number of epochs that are done.</param>
/// <param name="Epochs">The number there will be at most.</param>
/// <param name="Cost">The cost of the last one.</param>
/// <param name="LearningRate">The learning rate it began with.</param>
/// <param name="Elapsed">The time since the training began or was taken up again.</param>
public readonly record struct TrainingProgress(
    int Epoch, int Epochs, double Cost, double LearningRate, TimeSpan Elapsed);
