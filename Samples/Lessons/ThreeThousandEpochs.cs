using Fluxion.Optimization;

namespace Fluxion.Samples.Lessons;

/// <summary>The line again, as <c>torch.nn</c> users write it: the model and its loss are two methods, and a row each 200 epochs.</summary>
internal static partial class ThreeThousandEpochs
{
    private static readonly float[] X = [1, 2, 3];
    private static readonly float[] Y = [2, 4, 6];

    private static float Hypothesis(float w, float b, float x) => w * x + b;

    private static float Square(float value) => value * value;

    /// <summary>The methods it calls need no attribute: their source is there, and they are differentiated through.</summary>
    [Differentiable]
    private static float Cost(float w, float b)
    {
        float sum = 0;

        for (int i = 0; i < X.Length; i++)
        {
            sum += Square(Hypothesis(w, b, X[i]) - Y[i]);
        }

        return sum / X.Length;
    }

    public static void Run()
    {
        var objective = new CostObjective();
        var optimizer = new Sgd<float>(learningRate: 0.01f);
        float[] parameters = [0, 0];
        float[] gradient = new float[objective.ParameterCount];
        const int Epochs = 3000;

        for (int epoch = 0; epoch <= Epochs; epoch++)
        {
            float cost = objective.ValueAndGradient(parameters, gradient);
            optimizer.Step(parameters, gradient);

            if (epoch % 200 == 0)
            {
                Console.WriteLine($"Epoch {epoch,4}/{Epochs} W: {parameters[0]:F3}, b: {parameters[1]:F3} Cost: {cost:F6}");
            }
        }

        GradientLine.Print(objective, 0, 0);
    }
}
