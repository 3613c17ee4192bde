using System.Text.Json;
using Fluxion.Optimization;

namespace Fluxion.Tests.Optimization;

public sealed class ScheduleGoldenTests
{
    private static readonly JsonElement[] Golden =
        [GoldenData.Read("optimizers.json"), GoldenData.Read("optimizers-more.json")];

    public static TheoryData<int, int, string> Runs
    {
        get
        {
            TheoryData<int, int, string> runs = [];

            for (int file = 0; file < Golden.Length; file++)
            {
                JsonElement schedulers = Golden[file].GetProperty("schedulers");

                for (int index = 0; index < schedulers.GetArrayLength(); index++)
                {
                    runs.Add(file, index, schedulers[index].GetProperty("scheduler").GetString()!);
                }
            }

            return runs;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void RatesAndMomentumsArePyTorchs(int file, int index, string name)
    {
        JsonElement run = Golden[file].GetProperty("schedulers")[index];
        double rate = run.GetProperty("base_lr").GetDouble();
        bool hasMomentum = run.TryGetProperty("momentum", out JsonElement momentum);
        bool isAdam = run.TryGetProperty("optimizer", out JsonElement kind) && kind.GetString() == "Adam";
        double[] metrics = run.TryGetProperty("metrics", out JsonElement given) ? given.Doubles() : [];
        var sgd = new Sgd<double>(rate, momentum: hasMomentum ? 0.3 : 0);
        var adam = new Adam<double>(rate);
        Optimizer<double> optimizer = isAdam ? adam : sgd;
        Schedule schedule = PyTorchNames.Schedule(name, optimizer, run.GetProperty("options"));
        double[] rates = run.GetProperty("lr").Doubles();
        Assert.NotEmpty(rates);

        for (int step = 0; step < rates.Length; step++)
        {
            Assert.Equal(rates[step], optimizer.LearningRate, 1e-12 * Math.Max(rates[step], 1e-3));
            Assert.Equal(optimizer.LearningRate, schedule.Rate);
            Assert.Equal(step, schedule.Position);

            if (hasMomentum)
            {
                Assert.Equal(momentum[step].GetDouble(), isAdam ? adam.Beta1 : sgd.Momentum, 1e-12);
            }

            if (metrics.Length > 0)
            {
                schedule.Step(metrics[step]);
            }
            else
            {
                schedule.Step();
            }
        }
    }
}
