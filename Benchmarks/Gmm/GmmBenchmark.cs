using Fluxion.Benchmarks.Racing;

namespace Fluxion.Benchmarks.Gmm;

/// <summary>ADBench's Gaussian mixtures of 1,000 points.</summary>
internal sealed class GmmBenchmark : IBenchmark
{
    private const int Count = 1_000;

    private static double _sink;

    public IEnumerable<Work> Works(Setting setting)
    {
        foreach ((int dimension, int components) in ((int, int)[])[(2, 5), (10, 25), (20, 50), (64, 25)])
        {
            string name = $"gmm_d{dimension}_K{components}";
            bool isRead = setting.Find(name + ".txt") is not null;
            GmmProblem problem = isRead
                ? GmmProblem.Read(setting.Find(name + ".txt")!)
                : GmmProblem.FromSeed(dimension, components, Count);
            bool isGolden = Check(setting, problem, isRead ? name : null);
            yield return Work($"gmm, d={dimension} K={components}{(isGolden ? " ✓" : "")}", setting, problem);
        }
    }

    private static Work Work(string name, Setting setting, GmmProblem p)
    {
        GmmByHand byHand = new(p);
        double constant = p.Constant;
        double[] dAlphas = new double[p.Alphas.Length], dMeans = new double[p.Means.Length], dIcf = new double[p.Icf.Length];
        List<Contestant> contestants =
        [
            Contestant.Of("generated", () => _sink = GaussianMixture.LogLikelihoodValueAndGradient(
                p.Alphas, p.Means, p.Icf, p.Points, p.Dimension, constant, dAlphas, dMeans, dIcf)),
            Contestant.Of("by hand, SIMD", () => _sink = byHand.ValueAndGradient(dAlphas, dMeans, dIcf), 1),
            Contestant.Of("primal", () => _sink = GaussianMixture.LogLikelihood(
                p.Alphas, p.Means, p.Icf, p.Points, p.Dimension, constant), 2.5),
        ];

        if (setting.PyTorch is { } torch)
        {
            contestants.Add(torch.Contestant(null, "gmm", p.Dimension, p.Components, p.Count));
        }

        return new Work(name, contestants);
    }

    /// <summary>Compares with what is written by hand, and with golden values where there are some.</summary>
    private static bool Check(Setting setting, GmmProblem p, string? name)
    {
        int means = p.Alphas.Length, icf = means + p.Means.Length;
        double[] actual = new double[icf + p.Icf.Length], expected = new double[actual.Length];
        double value = GaussianMixture.LogLikelihoodValueAndGradient(
            p.Alphas, p.Means, p.Icf, p.Points, p.Dimension, p.Constant,
            actual.AsSpan(0, means), actual.AsSpan(means, p.Means.Length), actual.AsSpan(icf));
        double valueByHand = new GmmByHand(p).ValueAndGradient(
            expected.AsSpan(0, means), expected.AsSpan(means, p.Means.Length), expected.AsSpan(icf));
        Agreement.Check([value], [valueByHand], 1e-12);
        Agreement.Check(actual, expected, 1e-11);
        return name is not null && Golden.Check(setting, name, value, actual);
    }
}
