using Fluxion.Optimization;
using Fluxion.Plotting;
using Fluxion.Training;

namespace Fluxion.Samples.Lessons;

/// <summary>A learning rate that is too small, a good one, and two at which the descent becomes an ascent.</summary>
internal static partial class LearningRates
{
    private const int Epochs = 20;

    private static readonly double[] X = [1, 2, 3];
    private static readonly double[] Y = [1, 2, 3];

    // A parabola: a rate above 2 / Cost″ = 3 / 14 = 0.214 throws w further off with each step.
    [Differentiable]
    private static double Cost(double w)
    {
        double sum = 0;

        for (int i = 0; i < X.Length; i++)
        {
            double error = w * X[i] - Y[i];
            sum += error * error;
        }

        return sum / X.Length;
    }

    public static void Run()
    {
        var objective = new CostObjective();
        var history = new Plot { Title = "Cost", XLabel = "epoch", YScale = AxisScale.Log, Width = 480, Height = 400 };
        var ways = new Plot
        {
            Title = "Way of w",
            XLabel = "w",
            YLabel = "cost",
            XRange = (-1, 3),
            YRange = (0, 20),
            Width = 480,
            Height = 400,
        };

        foreach (double rate in (ReadOnlySpan<double>)[0.005, 0.15, 0.22])
        {
            TrainingResult<double> result = Train(objective, rate, Epochs);
            Console.WriteLine($"Learning rate {rate}");

            foreach (EpochRecord<double> epoch in result.History.Where(epoch => epoch.Epoch % 4 == 0))
            {
                Console.WriteLine($"Epoch {epoch.Epoch,4}/{Epochs} W: {epoch.Parameters.Span[0]:F3}, Cost: {epoch.Cost:F6}");
            }

            double[] w = [.. result.History.Select(epoch => epoch.Parameters.Span[0])];
            history.History([.. result.History.Select(epoch => epoch.Cost)], $"rate {rate}");
            ways.Descent(w, [.. w.Select(Cost)], $"rate {rate}");
        }

        ways.Curve(w => Cost(w), (-1, 3), "cost");
        TrainingResult<double> lost = Train(objective, learningRate: 1, epochs: 1000);
        TrainingFault fault = lost.Fault!;
        Console.WriteLine($"Learning rate 1: {lost.StopReason} in epoch {fault.Epoch}, the cost was {fault.Cost}");
        GradientLine.Print(objective, 0);
        Figures.Save(new Panels(ways, history), "learning-rates");
    }

    private static TrainingResult<double> Train(CostObjective objective, double learningRate, int epochs) =>
        Trainer.Fit(
            objective,
            new Sgd<double>(learningRate),
            new TrainingOptions<double> { Epochs = epochs, RecordParameters = true });
}
