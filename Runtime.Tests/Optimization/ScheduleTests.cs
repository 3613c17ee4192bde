using Fluxion.Optimization;

namespace Fluxion.Tests.Optimization;

public sealed class ScheduleTests
{
    public static TheoryData<string> Names => [.. Kinds.Keys];

    private static Dictionary<string, Func<Optimizer<double>, Schedule>> Kinds => new()
    {
        ["Step"] = optimizer => new StepSchedule(optimizer, 3),
        ["MultiStep"] = optimizer => new MultiStepSchedule(optimizer, [2, 5]),
        ["Exponential"] = optimizer => new ExponentialSchedule(optimizer, 0.9),
        ["Constant"] = optimizer => new ConstantSchedule(optimizer),
        ["Linear"] = optimizer => new LinearSchedule(optimizer),
        ["Polynomial"] = optimizer => new PolynomialSchedule(optimizer),
        ["Cosine"] = optimizer => new CosineSchedule(optimizer, 4),
        ["CosineRestarts"] = optimizer => new CosineRestartsSchedule(optimizer, 2, 2),
        ["OneCycle"] = optimizer => new OneCycleSchedule(optimizer, 0.5, 20),
        ["Cyclic"] = optimizer => new CyclicSchedule(optimizer, 0.1, 0.5, 3),
        ["Lambda"] = optimizer => new LambdaSchedule(optimizer, step => 1.0 / (1 + step)),
        ["Multiplicative"] = optimizer => new MultiplicativeSchedule(optimizer, step => 1 - (0.1 / step)),
        ["Plateau"] = optimizer => new PlateauSchedule(optimizer, patience: 1, cooldown: 1),
        ["Sequential"] = optimizer => new SequentialSchedule(
            optimizer, [new LinearSchedule(optimizer), new CosineRestartsSchedule(optimizer, 2)], [4]),
        ["Chained"] = optimizer => new ChainedSchedule(
            optimizer, new PlateauSchedule(optimizer, patience: 1), new ExponentialSchedule(optimizer, 0.9)),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void RestoredScheduleGoesOnBitForBit(string name)
    {
        var optimizer = new Adam<double>(0.1);
        Schedule schedule = Kinds[name](optimizer);

        for (int step = 0; step < 5; step++)
        {
            schedule.Step(1);
        }

        using MemoryStream stream = new();
        StateTransfer.Save(stream, optimizer);
        StateTransfer.Save(stream, schedule);
        stream.Position = 0;
        var restoredOptimizer = new Adam<double>(0.1);
        Schedule restored = Kinds[name](restoredOptimizer);
        StateTransfer.Restore(stream, restoredOptimizer);
        StateTransfer.Restore(stream, restored);

        for (int step = 0; step < 10; step++)
        {
            Assert.Equal(optimizer.LearningRate, restoredOptimizer.LearningRate);
            Assert.Equal(optimizer.Beta1, restoredOptimizer.Beta1);
            Assert.Equal(schedule.Position, restored.Position);
            schedule.Step(1);
            restored.Step(1);
        }
    }

    [Fact]
    public void ScheduleRefusesTheStateOfAnother()
    {
        var optimizer = new Adam<double>(0.1);
        using MemoryStream stream = new();
        StateTransfer.Save(stream, new StepSchedule(optimizer, 3));
        stream.Position = 0;
        InvalidDataException settings = Assert.Throws<InvalidDataException>(
            () => StateTransfer.Restore(stream, new StepSchedule(optimizer, 4)));
        Assert.Contains("'stepSize' was 3", settings.Message, StringComparison.Ordinal);

        stream.Position = 0;
        Assert.Throws<InvalidDataException>(
            () => StateTransfer.Restore(stream, new ExponentialSchedule(optimizer, 0.1)));
    }

    [Fact]
    public void SingleParametersDoNotRoundTheRateInBetween()
    {
        var single = new Sgd<float>(0.1f);
        ExponentialSchedule schedule = new(single, 0.9);

        for (int step = 0; step < 1000; step++)
        {
            schedule.Step();
        }

        Assert.Equal((float)(0.1f * Math.Pow(0.9, 1000)), single.LearningRate);
        Assert.Equal(0.1f * Math.Pow(0.9, 1000), schedule.Rate, 1e-12 * schedule.Rate);
    }
}
