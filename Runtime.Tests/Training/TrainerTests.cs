using Fluxion.Optimization;
using Fluxion.Random;
using Fluxion.Tests.Optimization;
using Fluxion.Training;

namespace Fluxion.Tests.Training;

public sealed class TrainerTests
{
    private static readonly double[] X = [.. Enumerable.Range(0, 10).Select(i => i / 10.0)];
    private static readonly double[] Y = [.. X.Select(x => (2 * x) + 0.3)];

    [Fact]
    public void FullBatchesAreStepsOfTheOptimizer()
    {
        double[] expected = [0, 0];
        Sgd<double> optimizer = new(0.1);
        List<double> costs = [];

        for (int epoch = 0; epoch < 5; epoch++)
        {
            costs.Add(optimizer.Step(expected, new LineFit(X, Y)));
        }

        TrainingResult<double> result = Trainer.Fit(
            new LineFit(X, Y), new Sgd<double>(0.1), new() { Epochs = 5, RecordParameters = true });
        Assert.Equal(expected, result.Parameters);
        Assert.Equal(costs, result.History.Select(record => record.Cost));
        Assert.Equal([0, 0], result.History[0].Parameters.ToArray());
        Assert.Equal((StopReason.Epochs, 5, costs[^1]), (result.StopReason, result.Epochs, result.Cost));
    }

    [Fact]
    public void BatchesAreTakenInOrderAndTheLastOneMayBeSmaller()
    {
        double[] expected = [0, 0];
        Sgd<double> optimizer = new(0.1);
        double[] gradient = new double[2];
        double cost = 0;

        foreach ((int start, int count) in ((int, int)[])[(0, 4), (4, 4), (8, 2)])
        {
            cost += new LineFit(X, Y).ValueAndGradient(start, count, expected, gradient) * count / 10;
            optimizer.Step(expected, gradient);
        }

        TrainingResult<double> result =
            Trainer.Fit(new LineFit(X, Y), new Sgd<double>(0.1), new() { Epochs = 1, BatchSize = 4 });
        Assert.Equal(expected, result.Parameters);
        Assert.Equal(cost, result.Cost);
    }

    [Fact]
    public void BatchLargerThanTheDataIsOneBatch()
    {
        Assert.Equal(
            Trainer.Fit(new LineFit(X, Y), new Adam<double>(), new() { Epochs = 3 }).Parameters,
            Trainer.Fit(new LineFit(X, Y), new Adam<double>(), new() { Epochs = 3, BatchSize = 1000 }).Parameters);
    }

    [Fact]
    public void ShufflingRepeatsWithTheSeedAndBetweenRuns()
    {
        double[] x = [.. X];
        double[] y = [.. Y];
        using DataSet<double> data = DataSet.FromArrays(("x", x), ("y", y));
        double[] first = Run(5);
        Assert.Equal(first, Run(5));
        Assert.NotEqual(first, Run(6));
        Assert.NotEqual(X, x);

        double[] Run(ulong seed) => Trainer.Fit(
            new LineFit(x, y),
            new Sgd<double>(0.1),
            new() { Epochs = 4, BatchSize = 3, ShuffleSeed = seed, Data = data }).Parameters;
    }

    [Fact]
    public void WithoutDataTheBatchesAreShuffled()
    {
        TrainingOptions<double> options = new() { Epochs = 4, BatchSize = 3 };
        double[] plain = Trainer.Fit(new LineFit(X, Y), new Sgd<double>(0.1), options).Parameters;
        TrainingOptions<double> shuffled = options with { ShuffleSeed = 1 };
        double[] first = Trainer.Fit(new LineFit(X, Y), new Sgd<double>(0.1), shuffled).Parameters;
        Assert.NotEqual(plain, first);
        Assert.Equal(first, Trainer.Fit(new LineFit(X, Y), new Sgd<double>(0.1), shuffled).Parameters);
    }

    [Fact]
    public void ItConvergesWhenTheCostOrTheGradientSettles()
    {
        TrainingResult<double> cost = Trainer.Fit(
            new LineFit(X, Y), new Lbfgs<double>(lineSearch: LineSearch.StrongWolfe), new() { CostTolerance = 0 });
        Assert.Equal(StopReason.Converged, cost.StopReason);
        Assert.Equal(2, cost.Parameters[0], 1e-3);

        TrainingResult<double> gradient = Trainer.Fit(
            new LineFit(X, Y), new Sgd<double>(0.5), new() { Epochs = 100_000, GradientTolerance = 1e-9 });
        Assert.Equal(StopReason.Converged, gradient.StopReason);
        Assert.Equal(0.3, gradient.Parameters[1], 1e-7);

        TrainingResult<double> patient = Trainer.Fit(
            new LineFit(X, Y), new Sgd<double>(0), new() { CostTolerance = 0, Patience = 4 });
        Assert.Equal((StopReason.Converged, 5), (patient.StopReason, patient.Epochs));
    }

    [Fact]
    public void TimeAndCancellationEndIt()
    {
        TrainingResult<double> late = Trainer.Fit(
            new LineFit(X, Y),
            new Sgd<double>(0.1),
            new() { Epochs = int.MaxValue, MaximumTime = TimeSpan.FromMilliseconds(50) });
        Assert.Equal(StopReason.Time, late.StopReason);
        Assert.True(late.Epochs > 0);

        using CancellationTokenSource source = new();
        CancelAfter progress = new(source, 3);
        TrainingResult<double> cancelled = Trainer.Fit(
            new LineFit(X, Y), new Sgd<double>(0.1), new() { Epochs = 100 }, progress, source.Token);
        Assert.Equal((StopReason.Cancelled, 3), (cancelled.StopReason, cancelled.Epochs));
        Assert.Equal(cancelled.History.Select(record => record.Cost), progress.Costs);
    }

    [Fact]
    public void DivergenceKeepsTheLastGoodParameters()
    {
        TrainingResult<double> result =
            Trainer.Fit(new LineFit(X, Y), new Sgd<double>(1e60), new() { Epochs = 100, RecordParameters = true });
        Assert.Equal(StopReason.Diverged, result.StopReason);
        Assert.True(result.Epochs > 0);
        Assert.True(double.IsFinite(new LineFit(X, Y).Value(result.Parameters)));
        Assert.Equal(result.History[^1].Parameters.ToArray(), result.Parameters);
        Assert.Equal(result.Epochs, result.Fault!.Epoch);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(4)]
    public void FaultNamesEpochRowAndParameter(int? batchSize)
    {
        double[] x = [.. X];
        x[7] = double.NaN;
        TrainingResult<double> result = Trainer.Fit(
            new LineFit(x, Y), new Adam<double>(), new() { BatchSize = batchSize });
        Assert.Equal(StopReason.Diverged, result.StopReason);
        Assert.Equal(new TrainingFault(0, new RowRange(7, 1), "slope", double.NaN), result.Fault);
        Assert.Equal("Epoch 0, rows 7 to 7, parameter slope: the cost is NaN.", result.Fault!.ToString());
        Assert.All(result.Parameters, parameter => Assert.True(double.IsFinite(parameter)));
    }

    [Fact]
    public void InterceptAloneIsNamedWhenItAloneIsAtFault()
    {
        TrainingResult<double> result = Trainer.Fit(
            new LineFit(X, Y), new Adam<double>(), new() { InitialParameters = new[] { 0, double.NaN } });
        Assert.Equal("intercept", result.Fault!.ParameterName);
    }

    [Fact]
    public void ScheduleAdvancesWithEpochsOrSteps()
    {
        Sgd<double> perEpoch = new(1e-3);
        Trainer.Fit(
            new LineFit(X, Y),
            perEpoch,
            new() { Epochs = 2, BatchSize = 2, Schedule = new ExponentialSchedule(perEpoch, 0.5) });
        Assert.Equal(1e-3 / 4, perEpoch.LearningRate);

        Sgd<double> perStep = new(1e-3);
        Trainer.Fit(
            new LineFit(X, Y),
            perStep,
            new()
            {
                Epochs = 2,
                BatchSize = 2,
                Schedule = new ExponentialSchedule(perStep, 0.5),
                ScheduleUnit = ScheduleUnit.Step,
            });
        Assert.Equal(1e-3 / 1024, perStep.LearningRate);
    }

    [Fact]
    public void GradientIsClippedBeforeTheStep()
    {
        TrainingResult<double> result = Trainer.Fit(
            new LineFit(X, Y), new Sgd<double>(1), new() { Epochs = 1, GradientNormLimit = 0.5 });
        Assert.Equal(0.5, Math.Sqrt(result.Parameters.Sum(parameter => parameter * parameter)), 1e-6);
        result = Trainer.Fit(
            new LineFit(X, Y), new Sgd<double>(1), new() { Epochs = 1, GradientValueLimit = 0.125 });
        Assert.Equal([0.125, 0.125], result.Parameters);
    }

    [Fact]
    public void ArgumentsThatDoNotFitAreRefusedWithTheirSizes()
    {
        LineFit fit = new(X, Y);
        DataSet<double> eleven = DataSet.FromArrays(("x", new double[11]));
        double[] three = new double[3];
        ExponentialSchedule other = new(new Adam<double>(), 1);
        Assert.Contains("11 rows, the objective 10", Refused(new() { Data = eleven }));
        Assert.Contains("3 initial parameters; the objective has 2", Refused(new() { InitialParameters = three }));
        Assert.Contains("another optimizer", Refused(new() { Schedule = other }));
        Assert.Contains("checkpoint path", Refused(new() { Resume = true }));
        Assert.Contains("0 rows", Assert.Throws<ArgumentException>(
            () => Trainer.Fit(new LineFit([], []), new Adam<double>())).Message);
        Assert.Contains("no rows", Assert.Throws<ArgumentException>(
            () => Trainer.Fit(new TestFunction("quadratic"), new Adam<double>(), new() { BatchSize = 3 })).Message);
        Assert.Equal("Epochs", Option(() => new() { Epochs = -1 }));
        Assert.Equal("BatchSize", Option(() => new() { BatchSize = 0 }));
        Assert.Equal("Threads", Option(() => new() { Threads = 0 }));
        Assert.Equal("CostTolerance", Option(() => new() { CostTolerance = double.NaN }));
        Assert.Equal("GradientNormLimit", Option(() => new() { GradientNormLimit = -1 }));

        string Refused(TrainingOptions<double> options) =>
            Assert.Throws<ArgumentException>(() => Trainer.Fit(fit, new Adam<double>(), options)).Message;

        static string? Option(Func<TrainingOptions<double>> create) =>
            Assert.Throws<ArgumentOutOfRangeException>(create).ParamName;
    }

    private sealed class CancelAfter(CancellationTokenSource source, int epochs) : IProgress<TrainingProgress>
    {
        internal List<double> Costs { get; } = [];

        public void Report(TrainingProgress value)
        {
            Costs.Add(value.Cost);

            if (value.Epoch == epochs)
            {
                source.Cancel();
            }
        }
    }
}
