using Fluxion.Optimization;
using Fluxion.Plotting;

namespace Fluxion.Samples.Lessons;

/// <summary>Gradient descent by hand and by an optimizer: a line through the origin, which has one weight.</summary>
internal static partial class GradientDescent
{
    private const int Epochs = 10;

    private static readonly float[] X = [1, 2, 3];
    private static readonly float[] Y = [1, 2, 3];

    [Differentiable]
    private static float Cost(float w)
    {
        float sum = 0;

        for (int i = 0; i < X.Length; i++)
        {
            float error = w * X[i] - Y[i];
            sum += error * error;
        }

        return sum / X.Length;
    }

    public static void Run()
    {
        Console.WriteLine("By hand, learning rate 0.1");
        ByHand(learningRate: 0.1f);
        Console.WriteLine("By Sgd, learning rate 0.15");
        List<double> way = BySgd(learningRate: 0.15f);
        GradientLine.Print(new CostObjective(), 0);

        Plot descent = new Plot { Title = "Ten steps down", XLabel = "w", YLabel = "cost" }
            .Curve(w => Cost((float)w), (-0.25, 2.25), "cost")
            .Descent(way, [.. way.Select(w => (double)Cost((float)w))], "Sgd");
        Figures.Save(descent, "gradient-descent");
    }

    // The lesson drops the factor 2/3 of the true gradient, so its rate of 0.1 is the other table's 0.15.
    private static float HandWrittenGradient(float w)
    {
        float sum = 0;

        for (int i = 0; i < X.Length; i++)
        {
            sum += (w * X[i] - Y[i]) * X[i];
        }

        return sum;
    }

    private static void ByHand(float learningRate)
    {
        float w = 0;

        for (int epoch = 0; epoch <= Epochs; epoch++)
        {
            PrintRow(epoch, w, Cost(w));
            w -= learningRate * HandWrittenGradient(w);
        }
    }

    private static List<double> BySgd(float learningRate)
    {
        var optimizer = new Sgd<float>(learningRate);
        float[] w = [0];
        float[] gradient = [0];
        List<double> way = [];

        for (int epoch = 0; epoch <= Epochs; epoch++)
        {
            float cost = CostValueAndGradient(w[0], out gradient[0]);
            PrintRow(epoch, w[0], cost);
            way.Add(w[0]);
            optimizer.Step(w, gradient);
        }

        return way;
    }

    private static void PrintRow(int epoch, float w, float cost) =>
        Console.WriteLine($"Epoch {epoch,4}/{Epochs} W: {w:F3}, Cost: {cost:F6}");
}
