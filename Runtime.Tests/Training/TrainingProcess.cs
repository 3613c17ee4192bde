using System.Runtime.InteropServices;
using Fluxion.Optimization;
using Fluxion.Random;
using Fluxion.Training;

namespace Fluxion.Tests.Training;

/// <summary>A training that the tests start as a process of its own, to kill it.</summary>
internal static class TrainingProcess
{
    internal const int Epochs = 200;

    /// <summary>Trains with checkpoints in the first argument's file and writes the outcome to the second's.</summary>
    internal static int Main(string[] arguments)
    {
        if (arguments is not [string checkpoint, string outcome])
        {
            Console.Error.WriteLine("usage: Fluxion.Tests <checkpoint> <outcome>");
            return 2;
        }

        File.WriteAllBytes(outcome, Train(checkpoint, _ => Thread.Sleep(3)));
        return 0;
    }

    /// <summary>Every bit of what the training ends with.</summary>
    internal static byte[] Train(string? checkpoint, Action<TrainingProgress>? afterEpoch = null)
    {
        var random = new TorchRandom(11);
        double[] x = random.RandN<double>(100);
        double[] y = [.. x.Select(value => (2 * value) - 1)];
        var optimizer = new Adam<double>(0.05, amsgrad: true);
        TrainingResult<double> result = Trainer.Fit(
            new Optimization.LineFit(x, y),
            optimizer,
            new TrainingOptions<double>
            {
                Epochs = Epochs,
                BatchSize = 16,
                ShuffleSeed = 5,
                Data = DataSet.FromArrays(("x", x), ("y", y)),
                Schedule = new OneCycleSchedule(optimizer, 0.1, Epochs * 7),
                ScheduleUnit = ScheduleUnit.Step,
                RecordParameters = true,
                CheckpointPath = checkpoint,
                Resume = checkpoint is not null,
            },
            afterEpoch is null ? null : new Synchronous(afterEpoch));

        Assert.Equal(StopReason.Epochs, result.StopReason);
        Assert.Equal(Epochs, result.History.Count);
        double[] numbers =
        [
            .. result.Parameters,
            .. result.History.Select(record => record.Cost),
            .. result.History.SelectMany(record => record.Parameters.ToArray()),
        ];
        return [.. MemoryMarshal.AsBytes<double>(numbers)];
    }

    private sealed class Synchronous(Action<TrainingProgress> action) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => action(value);
    }
}
