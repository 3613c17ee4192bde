using System.Diagnostics;
using Fluxion.Optimization;
using Fluxion.Random;
using Fluxion.Training;

namespace Fluxion.Tests.Training;

public sealed class CheckpointTests
{
    [Fact]
    public void RunKilledAtRandomMomentsEndsBitForBitLikeOneThatWasNot()
    {
        const int MostKills = 12;
        using TemporaryFolder folder = new();
        (string checkpoint, string outcome) = (folder.File("run.ckpt"), folder.File("outcome"));
        var moments = new System.Random();
        int kills = 0;

        while (true)
        {
            using Process process = Start(checkpoint, outcome);

            // However slowly the machine starts a process: the first one is killed when it is under way.
            while (!File.Exists(checkpoint) && !process.HasExited)
            {
                Thread.Sleep(1);
            }

            if (kills < MostKills && !process.WaitForExit(moments.Next(0, kills == 0 ? 200 : 700)))
            {
                process.Kill();
                process.WaitForExit();
                kills++;
                continue;
            }

            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            break;
        }

        Assert.NotEqual(0, kills);
        Assert.Equal(TrainingProcess.Train(checkpoint: null), File.ReadAllBytes(outcome));
    }

    [Fact]
    public void RunStoppedAfterAnyEpochEndsLikeOneThatWasNot()
    {
        using TemporaryFolder folder = new();
        byte[] expected = TrainingProcess.Train(null);

        foreach (int epochs in (int[])[1, 2, 57, TrainingProcess.Epochs - 1, TrainingProcess.Epochs])
        {
            string checkpoint = folder.File($"{epochs}.ckpt");
            Assert.Throws<TimeoutException>(() => TrainingProcess.Train(
                checkpoint, done => _ = done.Epoch == epochs ? throw new TimeoutException() : 0));
            Assert.Equal(expected, TrainingProcess.Train(checkpoint));
        }
    }

    [Fact]
    public void LineSearchGoesOnFromItsHistory()
    {
        using TemporaryFolder folder = new();
        TrainingOptions<double> options = new() { Epochs = 6, InitialParameters = new double[] { -1.2, 1 } };
        double[] expected = Fit(options).Parameters;

        TrainingOptions<double> saved = options with { CheckpointPath = folder.File("l.ckpt"), Resume = true };
        Fit(saved with { Epochs = 3 });
        TrainingResult<double> resumed = Fit(saved);
        Assert.Equal(expected, resumed.Parameters);
        Assert.Equal(6, resumed.History.Count);

        static TrainingResult<double> Fit(TrainingOptions<double> options) => Trainer.Fit(
            new Optimization.TestFunction("rosenbrock"),
            new Lbfgs<double>(maxIterations: 3, lineSearch: LineSearch.StrongWolfe),
            options);
    }

    [Fact]
    public void GeneratorOfTheUsersIsSavedToo()
    {
        using TemporaryFolder folder = new();
        TorchRandom random = new(3);
        random.RandN<double>();
        Checkpoint.Save(folder.File("r.ckpt"), random);
        double[] expected = [random.RandN<double>(), random.RandN<double>(), random.Rand<double>()];

        TorchRandom restored = new(77);
        Checkpoint.Load(folder.File("r.ckpt"), restored);
        double[] actual = [restored.RandN<double>(), restored.RandN<double>(), restored.Rand<double>()];
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void EveryTruncationAndEveryAlteredByteIsRefused()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("c.ckpt");
        Adam<float> optimizer = new();
        optimizer.Step(new float[3], [1, 2, 3]);
        Checkpoint.Save(path, optimizer);
        byte[] bytes = File.ReadAllBytes(path);
        Checkpoint.Load(path, new Adam<float>());

        for (int i = 0; i < bytes.Length; i++)
        {
            byte[] altered = [.. bytes];
            altered[i] ^= 0x10;
            File.WriteAllBytes(path, altered);
            Assert.Contains(path, Refused(path), StringComparison.Ordinal);
            File.WriteAllBytes(path, bytes[..i]);
            Assert.Contains(path, Refused(path), StringComparison.Ordinal);
        }

        File.WriteAllBytes(path, [.. bytes, 0]);
        Refused(path);
    }

    [Fact]
    public void RefusalsSayWhatIsWrong()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("c.ckpt");
        Checkpoint.Save(path, new Adam<float>());
        byte[] bytes = File.ReadAllBytes(path);

        File.WriteAllBytes(path, bytes[..^5]);
        Assert.Contains("truncated", Refused(path), StringComparison.Ordinal);
        File.WriteAllText(path, "something else, and long enough");
        Assert.Contains("no checkpoint", Refused(path), StringComparison.Ordinal);
        File.WriteAllBytes(path, [.. bytes[..8], 2, .. bytes[9..]]);
        Assert.Contains("version 2", Refused(path), StringComparison.Ordinal);
        File.WriteAllBytes(path, [.. bytes[..^1], (byte)~bytes[^1]]);
        Assert.Contains("altered", Refused(path), StringComparison.Ordinal);

        File.WriteAllBytes(path, bytes);
        InvalidDataException settings = Assert.Throws<InvalidDataException>(
            () => Checkpoint.Load(path, new Adam<float>(epsilon: 1e-4)));
        Assert.Contains("'epsilon' was 1E-08", settings.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(path + ".tmp"));
    }

    private static string Refused(string path) =>
        Assert.Throws<InvalidDataException>(() => Checkpoint.Load(path, new Adam<float>())).Message;

    private static Process Start(string checkpoint, string outcome)
    {
        ProcessStartInfo start = new("dotnet")
        {
            ArgumentList = { typeof(TrainingProcess).Assembly.Location, checkpoint, outcome },
        };
        return Process.Start(start)!;
    }
}
