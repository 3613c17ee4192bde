using Fluxion.Optimization;
using Fluxion.Random;

namespace Fluxion.Samples.Lessons;

/// <summary>The same seed gives the same numbers, PyTorch's, and so the same training.</summary>
internal static partial class RandomSeed
{
    [Differentiable]
    private static float Cost(float w, [Data] float[] x, [Data] float[] y)
    {
        float sum = 0;

        for (int i = 0; i < x.Length; i++)
        {
            float error = w * x[i] - y[i];
            sum += error * error;
        }

        return sum / x.Length;
    }

    public static void Run()
    {
        foreach (ulong seed in (ReadOnlySpan<ulong>)[3, 5, 3])
        {
            var random = new TorchRandom(seed);
            string numbers = string.Join(", ", random.Rand<float>(5).Select(number => $"{number:F4}"));
            Console.WriteLine($"Seed {seed}: {numbers}");
        }

        var objective = new CostObjective(x: [1, 2, 3], y: [2, 4, 6]);

        foreach (ulong seed in (ReadOnlySpan<ulong>)[3, 5, 3])
        {
            Console.WriteLine($"Seed {seed}: W after 10 epochs from a random start: {Train(objective, seed):G9}");
        }

        GradientLine.Print(objective, 0.5f);
    }

    private static float Train(CostObjective objective, ulong seed)
    {
        var random = new TorchRandom(seed);
        var optimizer = new Sgd<float>(learningRate: 0.01f);
        float[] w = [random.RandN<float>()];
        float[] gradient = [0];

        for (int epoch = 1; epoch <= 10; epoch++)
        {
            objective.ValueAndGradient(w, gradient);
            optimizer.Step(w, gradient);
        }

        return w[0];
    }
}
