using Fluxion.Benchmarks.Racing;
using Fluxion.Optimization;

namespace Fluxion.Benchmarks.Training;

/// <summary>Steps for a million doubles, against a copy that reads and writes as many bytes.</summary>
internal sealed class StepBenchmark : IBenchmark
{
    private const int Parameters = 1_000_000;

    public IEnumerable<Work> Works(Setting setting)
    {
        // Arrays a step reads and writes: the parameters both, the gradient once, what is remembered both.
        yield return Step("Sgd", new Sgd<double>(1e-3), arrays: 3);
        yield return Step("Sgd, momentum", new Sgd<double>(1e-3, momentum: 0.9), arrays: 5);
        yield return Step("Adam", new Adam<double>(), arrays: 7, target: 1.5);
    }

    private static Work Step(string name, Optimizer<double> optimizer, int arrays, double? target = null)
    {
        double[] parameters = new RandomData(1).Normal(Parameters);
        double[] gradient = new RandomData(2).Normal(Parameters);
        double[] source = new double[arrays * Parameters / 2];
        double[] destination = new double[source.Length];
        return new Work(
            $"{name}: a million",
            [
                Contestant.Of("step", () => optimizer.Step(parameters, gradient)),
                Contestant.Of("copy", () => source.CopyTo(destination, 0), target),
            ]);
    }
}
