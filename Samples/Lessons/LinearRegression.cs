using Fluxion.Optimization;
using Fluxion.Plotting;

namespace Fluxion.Samples.Lessons;

/// <summary>The first lesson: a line through three points, by gradient descent.</summary>
internal static partial class LinearRegression
{
    private static readonly float[] X = [1, 2, 3];
    private static readonly float[] Y = [2, 4, 6];

    /// <summary>The mean squared error of the line <c>w·x + b</c>. From it the generator derives the gradient.</summary>
    [Differentiable]
    internal static float Cost(float w, float b)
    {
        float sum = 0;

        for (int i = 0; i < X.Length; i++)
        {
            float error = w * X[i] + b - Y[i];
            sum += error * error;
        }

        return sum / X.Length;
    }

    public static void Run()
    {
        float[] parameters = [0, 0];
        float[] gradient = new float[2];
        var optimizer = new Sgd<float>(learningRate: 0.01f);
        const int Epochs = 2000;
        List<double> w = [], b = [], costs = [];

        for (int epoch = 0; epoch <= Epochs; epoch++)
        {
            w.Add(parameters[0]);
            b.Add(parameters[1]);

            // cost.backward() and zero_grad() in one: the gradient is overwritten, there is nothing to clear.
            float cost = CostValueAndGradient(parameters[0], parameters[1], out gradient[0], out gradient[1]);
            optimizer.Step(parameters, gradient);
            costs.Add(cost);

            if (epoch > 0 && epoch % 100 == 0)
            {
                Console.WriteLine($"Epoch {epoch,4}/{Epochs} W: {parameters[0]:F3}, b: {parameters[1]:F3} Cost: {cost:F6}");
            }
        }

        GradientLine.Print(new CostObjective(), 0, 0);

        Plot descent = new Plot { Title = "Descent", XLabel = "w", YLabel = "b", Width = 480, Height = 400 }
            .Contour((x, y) => Cost((float)x, (float)y), (-0.25, 2.75), (-0.75, 1.25))
            .Descent(w, b);
        Plot history = new Plot { Title = "Cost", XLabel = "epoch", YScale = AxisScale.Log, Width = 480, Height = 400 }
            .History(costs);
        Figures.Save(new Panels(descent, history), "linear-regression");
    }
}
