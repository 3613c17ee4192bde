using Fluxion.Benchmarks.Racing;
using Fluxion.Optimization;

namespace Fluxion.Benchmarks.Training;

/// <summary>A whole lesson: 2,001 steps of gradient descent.</summary>
internal sealed class TrainingBenchmark : IBenchmark
{
    private const int Epochs = 2_001;
    private const float LearningRate = 0.01f;

    private static float _sink;

    public IEnumerable<Work> Works(Setting setting)
    {
        Agreement.Check([Train()], [TrainByHand()], 1e-6);
        List<Contestant> contestants =
        [
            Contestant.Of("generated, Sgd", () => _sink = Train()),
            Contestant.Of("by hand", () => _sink = TrainByHand()),
        ];

        if (setting.PyTorch is { } torch)
        {
            contestants.Add(torch.Contestant(0.001, "training", Epochs));
        }

        yield return new Work("lesson, 2,001 epochs", contestants);
    }

    private static float Train()
    {
        Lesson.CostObjective objective = new();
        Sgd<float> optimizer = new(LearningRate);
        Span<float> parameters = [0, 0];
        Span<float> gradient = [0, 0];

        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            objective.ValueAndGradient(parameters, gradient);
            optimizer.Step(parameters, gradient);
        }

        return parameters[0];
    }

    private static float TrainByHand()
    {
        ReadOnlySpan<float> x = [1, 2, 3], y = [2, 4, 6];
        float w = 0, b = 0;

        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            float dW = 0, dB = 0;

            for (int i = 0; i < x.Length; i++)
            {
                float error = w * x[i] + b - y[i];
                dW += error * x[i];
                dB += error;
            }

            w -= LearningRate * (2 * dW / x.Length);
            b -= LearningRate * (2 * dB / x.Length);
        }

        return w;
    }
}
