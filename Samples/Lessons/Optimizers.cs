using Fluxion.Optimization;
using Fluxion.Plotting;
using Fluxion.Training;

namespace Fluxion.Samples.Lessons;

/// <summary>All optimizers on one cost: a bent valley, easy to find and slow to follow.</summary>
/// <remarks>
/// The rates are chosen for this cost. RAdam's first steps are plain momentum, at a rate that suits what comes after
/// them: on walls this steep they lead far out.
/// </remarks>
internal static partial class Optimizers
{
    private const int Epochs = 200;

    /// <summary>Rosenbrock's function with walls a tenth as steep; its minimum is 0 at (1, 1).</summary>
    [Differentiable]
    private static double Cost(double x, double y)
    {
        double offset = 1 - x;
        double height = y - x * x;
        return offset * offset + 10 * (height * height);
    }

    public static void Run()
    {
        (string Name, Optimizer<double> Optimizer)[] optimizers =
        [
            ("Sgd", new Sgd<double>(learningRate: 0.003, momentum: 0.9, nesterov: true)),
            ("Adam", new Adam<double>(learningRate: 0.1)),
            ("AdamW", new AdamW<double>(learningRate: 0.1)),
            ("Adamax", new Adamax<double>(learningRate: 0.5)),
            ("NAdam", new NAdam<double>(learningRate: 0.1)),
            ("RAdam", new RAdam<double>(learningRate: 0.02)),
            ("RmsProp", new RmsProp<double>(learningRate: 0.05)),
            ("Adagrad", new Adagrad<double>(learningRate: 0.5)),
            ("Adadelta", new Adadelta<double>(learningRate: 10)),
            ("Rprop", new Rprop<double>(learningRate: 0.02)),
            ("Asgd", new Asgd<double>(learningRate: 0.01)),
            ("Lbfgs", new Lbfgs<double>(maxIterations: 1, lineSearch: LineSearch.StrongWolfe)),
        ];

        var objective = new CostObjective();
        List<Plot> plots = [];
        Console.WriteLine($"{Epochs} epochs from (-1, 2.5); the minimum is at (1, 1)");

        foreach ((string name, Optimizer<double> optimizer) in optimizers)
        {
            var options = new TrainingOptions<double>
            {
                Epochs = Epochs,
                InitialParameters = new double[] { -1, 2.5 },
                RecordParameters = true,
            };
            TrainingResult<double> result = Trainer.Fit(objective, optimizer, options);
            (double x, double y) = (result.Parameters[0], result.Parameters[1]);
            Console.WriteLine($"{name,-8} x: {x,6:F3}, y: {y,6:F3} Cost: {Cost(x, y):F6}");
            plots.Add(Draw(name, result));
        }

        GradientLine.Print(objective, -1, 2.5);
        Figures.Save(new Panels(plots) { Columns = 4, Title = $"{Epochs} epochs down one valley" }, "optimizers");
    }

    private static Plot Draw(string name, TrainingResult<double> result) =>
        new Plot { Title = name, Width = 320, Height = 280 }
            .Contour(Cost, (-2, 2), (-1, 3), new ContourOptions { Levels = 7, Cells = 48, LevelLabels = false })
            .Descent(
                [.. result.History.Select(epoch => epoch.Parameters.Span[0])],
                [.. result.History.Select(epoch => epoch.Parameters.Span[1])]);
}
