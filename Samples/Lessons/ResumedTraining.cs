using Fluxion.Optimization;

namespace Fluxion.Samples.Lessons;

/// <summary>Training goes on where it stopped: 1000 epochs after 200 earlier ones, with the cost of the first lesson.</summary>
internal static class ResumedTraining
{
    public static void Run()
    {
        var objective = new LinearRegression.CostObjective();
        var optimizer = new Sgd<float>(learningRate: 0.01f);
        float[] parameters = [0, 0];
        float[] gradient = new float[objective.ParameterCount];

        for (int epoch = 1; epoch <= 200; epoch++)
        {
            objective.ValueAndGradient(parameters, gradient);
            optimizer.Step(parameters, gradient);
        }

        const int Epochs = 1000;

        for (int epoch = 1; epoch <= Epochs; epoch++)
        {
            float cost = objective.ValueAndGradient(parameters, gradient);
            optimizer.Step(parameters, gradient);

            if (epoch % 100 == 0)
            {
                Console.WriteLine($"Epoch {epoch,4}/{Epochs} W: {parameters[0]:F3}, b: {parameters[1]:F3} Cost: {cost:F6}");
            }
        }

        GradientLine.Print(objective, 1.8f, 0.454f);
    }
}
