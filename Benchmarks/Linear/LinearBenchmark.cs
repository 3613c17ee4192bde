using System.Globalization;
using Fluxion.Benchmarks.Racing;

namespace Fluxion.Benchmarks.Linear;

/// <summary>The lessons' cost over a data set: small enough for the first cache, and far larger than the last.</summary>
internal sealed class LinearBenchmark : IBenchmark
{
    private static float _sink;

    public IEnumerable<Work> Works(Setting setting)
    {
        foreach (int rows in (int[])[1_000, 100_000, 1_000_000])
        {
            yield return Work(rows, setting);
        }
    }

    private static Work Work(int rows, Setting setting)
    {
        RandomData random = new(1);
        float[] x = random.Singles(rows), y = random.Singles(rows);
        Agreement.Check(Generated(x, y), ByHand(x, y), 1e-4);
        List<Contestant> contestants =
        [
            Contestant.Of("generated", () => _sink = LinearRegression.CostValueAndGradient(2, 1, x, y, out _, out _)),
            Contestant.Of("by hand, SIMD", () => _sink = LinearByHand.ValueAndGradient(2, 1, x, y, out _, out _), 1.1),
            Contestant.Of("primal", () => _sink = LinearRegression.Cost(2, 1, x, y), 2.5),
            Contestant.Of("bare read", () => _sink = LinearByHand.Read(x, y), rows == 1_000_000 ? 1.2 : null),
        ];

        if (setting.PyTorch is { } torch)
        {
            contestants.Add(torch.Contestant(1.0 / 30, "linear", rows));
        }

        return new Work(string.Create(CultureInfo.InvariantCulture, $"linear, {rows:#,0} rows"), contestants);
    }

    private static double[] Generated(float[] x, float[] y)
    {
        float value = LinearRegression.CostValueAndGradient(2, 1, x, y, out float dW, out float dB);
        return [value, dW, dB];
    }

    private static double[] ByHand(float[] x, float[] y)
    {
        float value = LinearByHand.ValueAndGradient(2, 1, x, y, out float dW, out float dB);
        return [value, dW, dB];
    }
}
