using Fluxion.Optimization;

namespace Fluxion.Tests.Optimization;

public sealed class OptimizerArgumentTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void NegativeOrMissingNumbersAreRefusedByName(double bad)
    {
        AssertRefused("learningRate", bad, () => new Adam<float>(bad));
        AssertRefused("beta1", bad, () => new Adam<double>(beta1: bad));
        AssertRefused("beta2", bad, () => new AdamW<double>(beta2: bad));
        AssertRefused("epsilon", bad, () => new Adamax<double>(epsilon: bad));
        AssertRefused("weightDecay", bad, () => new RAdam<double>(weightDecay: bad));
        AssertRefused("momentumDecay", bad, () => new NAdam<double>(momentumDecay: bad));
        AssertRefused("alpha", bad, () => new RmsProp<double>(alpha: bad));
        AssertRefused("momentum", bad, () => new RmsProp<double>(momentum: bad));
        AssertRefused("learningRateDecay", bad, () => new Adagrad<double>(learningRateDecay: bad));
        AssertRefused("initialAccumulatorValue", bad, () => new Adagrad<double>(initialAccumulatorValue: bad));
        AssertRefused("rho", bad, () => new Adadelta<double>(rho: bad));
        AssertRefused("etaMinus", bad, () => new Rprop<double>(etaMinus: bad));
        AssertRefused("etaPlus", bad, () => new Rprop<double>(etaPlus: bad));
        AssertRefused("weightDecay", bad, () => new Asgd<double>(weightDecay: bad));
        AssertRefused("gradientTolerance", bad, () => new Lbfgs<double>(gradientTolerance: bad));
        AssertRefused("changeTolerance", bad, () => new Lbfgs<double>(changeTolerance: bad));
        AssertRefused("maximumNorm", bad, () => GradientClipping.ByNorm<double>([1], bad));
        AssertRefused("order", bad, () => GradientClipping.ByNorm<double>([1], 1, bad));
        AssertRefused("maximumValue", bad, () => Clip(bad));
    }

    [Fact]
    public void BoundsArePyTorchs()
    {
        AssertRefused("beta1", 1.0, () => new Adam<double>(beta1: 1));
        AssertRefused("beta2", 1.0, () => new NAdam<double>(beta2: 1));
        AssertRefused("rho", 1.5, () => new Adadelta<double>(rho: 1.5));
        AssertRefused("etaMinus", 1.0, () => new Rprop<double>(etaMinus: 1));
        AssertRefused("etaPlus", 1.0, () => new Rprop<double>(etaPlus: 1));
        AssertRefused("maxIterations", 0, () => new Lbfgs<double>(maxIterations: 0));
        AssertRefused("maxEvaluations", 0, () => new Lbfgs<double>(maxEvaluations: 0));
        AssertRefused("historySize", 0, () => new Lbfgs<double>(historySize: 0));
        AssertRefused("lineSearch", (LineSearch)7, () => new Lbfgs<double>(lineSearch: (LineSearch)7));
        Assert.Equal(1, new Adadelta<double>(rho: 1).Rho);
        Assert.Equal(0, new Adam<double>(beta1: 0, learningRate: 0).Beta1);
        Assert.Equal(1.5, new RmsProp<double>(alpha: 1.5).Alpha);
    }

    [Fact]
    public void SchedulesRefuseBadSettingsByName()
    {
        Adam<double> optimizer = new();
        AssertRefused("stepSize", 0, () => new StepSchedule(optimizer, 0));
        AssertRefused("gamma", -1.0, () => new ExponentialSchedule(optimizer, -1));
        AssertRefused("factor", 0.0, () => new ConstantSchedule(optimizer, 0));
        AssertRefused("factor", 1.5, () => new ConstantSchedule(optimizer, 1.5));
        AssertRefused("startFactor", 1.5, () => new LinearSchedule(optimizer, 1.5));
        AssertRefused("endFactor", -0.5, () => new LinearSchedule(optimizer, endFactor: -0.5));
        AssertRefused("totalSteps", 0, () => new PolynomialSchedule(optimizer, 0));
        AssertRefused("halfPeriod", 0, () => new CosineSchedule(optimizer, 0));
        AssertRefused("firstPeriod", 0, () => new CosineRestartsSchedule(optimizer, 0));
        AssertRefused("periodFactor", 0, () => new CosineRestartsSchedule(optimizer, 1, 0));
        AssertRefused("totalSteps", 0, () => new OneCycleSchedule(optimizer, 1, 0));
        AssertRefused("upShare", 2.0, () => new OneCycleSchedule(optimizer, 1, 10, 2));
        AssertRefused("stepSizeUp", 0, () => new CyclicSchedule(optimizer, 0, 1, 0));
        AssertRefused("factor", 1.0, () => new PlateauSchedule(optimizer, factor: 1));
        AssertRefused("patience", -1, () => new PlateauSchedule(optimizer, patience: -1));
        Assert.Throws<ArgumentException>(() => new OneCycleSchedule(new Adagrad<double>(), 1, 10));
        Assert.Throws<ArgumentException>(() => new SequentialSchedule(optimizer, [], []));
        Assert.Throws<ArgumentException>(
            () => new SequentialSchedule(optimizer, [new StepSchedule(optimizer, 1)], [3]));
        Assert.Throws<ArgumentException>(
            () => new ChainedSchedule(optimizer, new StepSchedule(new Adam<double>(), 1)));
        Assert.Throws<InvalidOperationException>(() => new PlateauSchedule(optimizer).Step());
    }

    [Fact]
    public void OneCycleEnds()
    {
        OneCycleSchedule schedule = new(new Adam<double>(), 1, 2);
        schedule.Step();
        schedule.Step();
        InvalidOperationException over = Assert.Throws<InvalidOperationException>(() => schedule.Step());
        Assert.Contains("2 steps", over.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LineSearchNeedsTheObjective()
    {
        Lbfgs<double> optimizer = new(lineSearch: LineSearch.StrongWolfe);
        Assert.Throws<InvalidOperationException>(() => optimizer.Step(new double[2], new double[2]));
        Assert.Throws<ArgumentException>(() => optimizer.Step(new double[3], new TestFunction("quadratic")));
    }

    private static object? Clip(double limit)
    {
        GradientClipping.ByValue<double>([1], limit);
        return null;
    }

    private static void AssertRefused(string name, object value, Func<object?> create)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(create);
        Assert.Equal(name, error.ParamName);
        Assert.Equal(value, error.ActualValue);
    }
}
