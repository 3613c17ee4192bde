using Fluxion.Benchmarks.Racing;
using Fluxion.Optimization;

namespace Fluxion.Benchmarks.Training;

/// <summary>An epoch of mini-batches: a line through 100,000 points, a step for every 32 of them.</summary>
internal sealed partial class EpochBenchmark : IBenchmark
{
    private const int Rows = 100_000;
    private const int BatchSize = 32;
    private const float LearningRate = 0.01f;

    private static float _sink;

    private readonly float[] _x = new RandomData(1).Singles(Rows);
    private readonly float[] _y = new RandomData(2).Singles(Rows);

    [Differentiable]
    private static float Cost(float w, float b, [Data] float[] x, [Data] float[] y)
    {
        float sum = 0;

        for (int i = 0; i < x.Length; i++)
        {
            float error = w * x[i] + b - y[i];
            sum += error * error;
        }

        return sum / x.Length;
    }

    public IEnumerable<Work> Works(Setting setting)
    {
        Agreement.Check([Train()], [TrainByHand()], 1e-3);
        List<Contestant> contestants =
        [
            Contestant.Of("generated, Sgd", () => _sink = Train()),
            Contestant.Of("by hand", () => _sink = TrainByHand()),
        ];

        if (setting.PyTorch is { } torch)
        {
            contestants.Add(torch.Contestant(0.01, "epoch", Rows, BatchSize));
        }

        yield return new Work("epoch of 3,125 batches", contestants);
    }

    private float Train()
    {
        CostObjective objective = new(_x, _y);
        Sgd<float> optimizer = new(LearningRate);
        Span<float> parameters = [0, 0];
        Span<float> gradient = [0, 0];

        for (int start = 0; start < Rows; start += BatchSize)
        {
            objective.ValueAndGradient(start, BatchSize, parameters, gradient);
            optimizer.Step(parameters, gradient);
        }

        return parameters[0];
    }

    private float TrainByHand()
    {
        float w = 0, b = 0;

        for (int start = 0; start < Rows; start += BatchSize)
        {
            float dW = 0, dB = 0;

            for (int i = start; i < start + BatchSize; i++)
            {
                float error = w * _x[i] + b - _y[i];
                dW += error * _x[i];
                dB += error;
            }

            w -= LearningRate * (2 * dW / BatchSize);
            b -= LearningRate * (2 * dB / BatchSize);
        }

        return w;
    }
}
