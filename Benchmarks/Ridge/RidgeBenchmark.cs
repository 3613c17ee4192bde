using Fluxion.Benchmarks.Racing;

namespace Fluxion.Benchmarks.Ridge;

/// <summary>A matrix walked along its rows, twice in each.</summary>
internal sealed class RidgeBenchmark : IBenchmark
{
    private const int Rows = 20_000;
    private const int Columns = 64;
    private const double Penalty = 0.1;

    private static double _sink;

    public IEnumerable<Work> Works(Setting setting)
    {
        RandomData random = new(3);
        double[] weights = random.Normal(Columns), features = random.Normal(Rows * Columns), targets = random.Normal(Rows);
        double[] gradient = new double[Columns], expected = new double[Columns];
        RidgeRegression.LossValueAndGradient(weights, features, targets, Penalty, gradient);
        RidgeByHand.ValueAndGradient(weights, features, targets, Penalty, expected);
        Agreement.Check(gradient, expected, 1e-10);
        List<Contestant> contestants =
        [
            Contestant.Of("generated", () =>
                _sink = RidgeRegression.LossValueAndGradient(weights, features, targets, Penalty, gradient)),
            Contestant.Of("by hand, SIMD", () =>
                _sink = RidgeByHand.ValueAndGradient(weights, features, targets, Penalty, expected), 1.1),
            Contestant.Of("primal", () => _sink = RidgeRegression.Loss(weights, features, targets, Penalty), 2.5),
        ];

        if (setting.PyTorch is { } torch)
        {
            contestants.Add(torch.Contestant(null, "ridge", Rows, Columns));
        }

        yield return new Work("ridge, 20,000 × 64", contestants);
    }
}
