using Fluxion.Optimization;
using Fluxion.Plotting;
using Fluxion.Training;

namespace Fluxion.Samples.Lessons;

/// <summary>Which of 32 cars have a manual gearbox, from their power and weight.</summary>
internal static partial class LogisticRegression
{
    private const int Epochs = 2000;

    /// <summary>The mean of −log(probability of what a car has); exp(score) are the odds of a manual gearbox.</summary>
    [Differentiable]
    private static double Cost(
        double b,
        double wPower,
        double wWeight,
        [Data] ReadOnlySpan<double> power,
        [Data] ReadOnlySpan<double> weight,
        [Data] ReadOnlySpan<double> manual)
    {
        double sum = 0;

        for (int i = 0; i < manual.Length; i++)
        {
            double score = b + wPower * power[i] + wWeight * weight[i];
            sum += Softplus(score) - manual[i] * score;
        }

        return sum / manual.Length;
    }

    /// <summary>log(1 + exp(x)), written so that it cannot overflow.</summary>
    private static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));

    public static void Run()
    {
        DataSet<double> cars = SampleData.Cars();
        Standardization<double>[] scales = cars.Standardize("hp", "wt");
        var objective = new CostObjective(cars["hp"], cars["wt"], cars["am"]);
        var options = new TrainingOptions<double> { Epochs = Epochs };

        TrainingResult<double> result = ConsoleTraining.Fit(objective, new Adam<double>(learningRate: 0.1), options);

        // Back from standard deviations to horsepower and thousands of pounds.
        (double b, double wPower, double wWeight) = (result.Parameters[0], result.Parameters[1], result.Parameters[2]);
        (Standardization<double> power, Standardization<double> weight) = (scales[0], scales[1]);
        double perPower = wPower / power.Deviation;
        double perWeight = wWeight / weight.Deviation;
        double intercept = b - perPower * power.Mean - perWeight * weight.Mean;
        Console.WriteLine($"Log odds of a manual gearbox: {intercept:F3} + {perPower:F5} hp - {-perWeight:F3} wt");
        Console.WriteLine("R says, glm(am ~ hp + wt):    18.866 + 0.03626 hp - 8.083 wt");
        Console.WriteLine($"Right about {CountRight(cars, result.Parameters)} of {cars.RowCount} cars");
        GradientLine.Print(objective, result.Parameters);
        Draw(cars, scales, (intercept, perPower, perWeight), result);
    }

    private static int CountRight(DataSet<double> cars, double[] parameters) =>
        Enumerable.Range(0, cars.RowCount).Count(i =>
        {
            double score = parameters[0] + parameters[1] * cars["hp"].Span[i] + parameters[2] * cars["wt"].Span[i];
            return score > 0 == cars["am"].Span[i] > 0;
        });

    private static void Draw(
        DataSet<double> cars,
        Standardization<double>[] scales,
        (double Intercept, double Power, double Weight) line,
        TrainingResult<double> result)
    {
        double[] hp = [.. cars["hp"].ToArray().Select(scales[0].Undo)];
        double[] wt = [.. cars["wt"].ToArray().Select(scales[1].Undo)];
        bool[] manual = [.. cars["am"].ToArray().Select(value => value > 0)];

        Plot boundary = new Plot
        {
            Title = "Even odds",
            XLabel = "horsepower",
            YLabel = "weight, 1000 lb",
            Width = 480,
            Height = 400,
        }
            .Scatter([.. hp.Where((_, i) => manual[i])], [.. wt.Where((_, i) => manual[i])], "manual")
            .Scatter([.. hp.Where((_, i) => !manual[i])], [.. wt.Where((_, i) => !manual[i])], "automatic")
            .Curve(power => -(line.Intercept + line.Power * power) / line.Weight, (50, 340), "even odds");
        Plot history = new Plot { Title = "Cost", XLabel = "epoch", YScale = AxisScale.Log, Width = 480, Height = 400 }
            .History([.. result.History.Select(epoch => epoch.Cost)]);
        Figures.Save(new Panels(boundary, history), "logistic-regression");
    }
}
