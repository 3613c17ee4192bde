using System.Numerics;
using Fluxion.Optimization;
using Fluxion.Training;
using Spectre.Console;

namespace Fluxion.Samples;

/// <summary>Training that is watched: a live bar on a terminal, plain rows where the output goes to a file.</summary>
internal static class ConsoleTraining
{
    private const int Rows = 10;

    /// <summary>Trains as <see cref="Trainer.Fit"/> does, and shows epoch, cost and learning rate.</summary>
    public static TrainingResult<T> Fit<T>(IObjective<T> objective, Optimizer<T> optimizer, TrainingOptions<T> options)
        where T : IFloatingPointIeee754<T>
    {
        if (Console.IsOutputRedirected)
        {
            return Trainer.Fit(objective, optimizer, options, new Observer(PrintRow));
        }

        return AnsiConsole.Progress()
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn())
            .Start(live =>
            {
                ProgressTask task = live.AddTask(objective.GetType().Name, maxValue: options.Epochs);

                return Trainer.Fit(objective, optimizer, options, new Observer(progress =>
                {
                    task.Value = progress.Epoch;
                    task.Description = Markup.Escape(Describe(progress));
                }));
            });
    }

    private static void PrintRow(TrainingProgress progress)
    {
        if (progress.Epoch % Math.Max(1, progress.Epochs / Rows) == 0)
        {
            Console.WriteLine(Describe(progress));
        }
    }

    private static string Describe(TrainingProgress progress) =>
        $"Epoch {progress.Epoch,4}/{progress.Epochs} Cost: {progress.Cost:F6} Rate: {progress.LearningRate:0.######}";

    // Progress<T> would report on another thread, and late.
    private sealed class Observer(Action<TrainingProgress> action) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => action(value);
    }
}
