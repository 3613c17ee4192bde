using Fluxion.Optimization;

namespace Fluxion.Tests.Optimization;

public sealed class GroupedOptimizerTests
{
    [Fact]
    public void EachGroupGoesByItsOwnSettings()
    {
        GroupedOptimizer<double> optimizer = new((1, new Sgd<double>(0.5)), (2, new Sgd<double>(0.25)));
        double[] parameters = [1, 1, 1];
        optimizer.Step(parameters, [1, 1, 2]);
        Assert.Equal([0.5, 0.75, 0.5], parameters);
        Assert.Equal(0.5, optimizer.LearningRate);
        optimizer.LearningRate = 2;
        Assert.All(optimizer.Optimizers, group => Assert.Equal(2, group.LearningRate));
    }

    [Fact]
    public void ScheduleChangesEachGroupFromItsOwnRate()
    {
        GroupedOptimizer<float> optimizer = new((1, new Sgd<float>(0.5f)), (2, new Adam<float>(0.25)));
        ExponentialSchedule schedule = new(optimizer, 0.5);
        schedule.Step();
        Assert.Equal([0.25f, 0.125f], optimizer.Optimizers.Select(group => group.LearningRate));
    }

    [Fact]
    public void GroupsMustMakeUpTheParameters()
    {
        GroupedOptimizer<double> optimizer = new((1, new Sgd<double>(0.5)), (2, new Sgd<double>(0.25)));
        ArgumentException sizes =
            Assert.Throws<ArgumentException>(() => optimizer.Step(new double[4], new double[4]));
        Assert.Contains("4 parameters; the groups have 3", sizes.Message, StringComparison.Ordinal);
        optimizer.Step(new double[3], new double[3]);
    }

    [Fact]
    public void GroupsThatCannotWorkAreRefused()
    {
        Sgd<double> used = new(1);
        used.Step([], []);
        Sgd<double> shared = new(1);
        Assert.Throws<ArgumentException>(() => new GroupedOptimizer<double>());
        Assert.Throws<ArgumentException>(() => new GroupedOptimizer<double>((1, null!)));
        Assert.Throws<ArgumentException>(() => new GroupedOptimizer<double>((0, new Sgd<double>(1))));
        Assert.Throws<ArgumentException>(() => new GroupedOptimizer<double>((1, used)));
        Assert.Throws<ArgumentException>(() => new GroupedOptimizer<double>((1, shared), (1, shared)));
        Assert.Throws<ArgumentException>(() => new GroupedOptimizer<double>((1, new Lbfgs<double>())));
    }
}
