using Fluxion.Benchmarks.Racing;

namespace Fluxion.Benchmarks.Logistic;

/// <summary>A loss whose time is spent in exponentials and logarithms.</summary>
internal sealed class LogisticBenchmark : IBenchmark
{
    private const int Rows = 100_000;

    private static double _sink;

    public IEnumerable<Work> Works(Setting setting)
    {
        RandomData random = new(2);
        double[] x = random.Normal(Rows), labels = random.Signs(Rows);
        Agreement.Check(Generated(x, labels), ByHand(x, labels), 1e-10);
        List<Contestant> contestants =
        [
            Contestant.Of("generated", () =>
                _sink = LogisticRegression.LossValueAndGradient(1.5, 0.5, x, labels, out _, out _)),
            Contestant.Of("by hand, scalar", () =>
                _sink = LogisticByHand.ValueAndGradient(1.5, 0.5, x, labels, out _, out _), 0.35),
            Contestant.Of("primal", () => _sink = LogisticRegression.Loss(1.5, 0.5, x, labels), 2.5),
        ];

        if (setting.PyTorch is { } torch)
        {
            contestants.Add(torch.Contestant(null, "logistic", Rows));
        }

        yield return new Work("logistic, 100,000 rows", contestants);
    }

    private static double[] Generated(double[] x, double[] labels)
    {
        double value = LogisticRegression.LossValueAndGradient(1.5, 0.5, x, labels, out double dW, out double dB);
        return [value, dW, dB];
    }

    private static double[] ByHand(double[] x, double[] labels)
    {
        double value = LogisticByHand.ValueAndGradient(1.5, 0.5, x, labels, out double dW, out double dB);
        return [value, dW, dB];
    }
}
