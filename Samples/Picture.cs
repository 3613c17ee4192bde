using Fluxion.Optimization;
using Fluxion.Plotting;
using Fluxion.Samples.Lessons;

namespace Fluxion.Samples;

/// <summary>The README's picture: the way of the first lesson down its cost.</summary>
internal static class Picture
{
    public static void Save(string path)
    {
        var objective = new LinearRegression.CostObjective();
        var optimizer = new Sgd<float>(learningRate: 0.01f);
        float[] parameters = [0, 0];
        float[] gradient = new float[2];
        List<double> w = [0], b = [0], costs = [];

        for (int epoch = 1; epoch <= 2000; epoch++)
        {
            costs.Add(objective.ValueAndGradient(parameters, gradient));
            optimizer.Step(parameters, gradient);
            w.Add(parameters[0]);
            b.Add(parameters[1]);
        }

        Plot descent = new Plot { Title = "Descent", XLabel = "w", YLabel = "b", Width = 480, Height = 400 }
            .Contour((x, y) => LinearRegression.Cost((float)x, (float)y), (-0.25, 2.75), (-0.75, 1.25))
            .Descent([.. w], [.. b]);
        Plot history = new Plot
        {
            Title = "Cost",
            XLabel = "epoch",
            YScale = AxisScale.Log,
            Width = 480,
            Height = 400,
        }.History([.. costs]);

        Console.WriteLine(new Panels(descent, history).Save(path));
    }
}
