using Fluxion.Benchmarks.Racing;

namespace Fluxion.Benchmarks.Lstm;

/// <summary>ADBench's models of two and four layers, on a text of 1,024 characters.</summary>
internal sealed class LstmBenchmark : IBenchmark
{
    private const int Characters = 1_024;
    private const int Bits = 14;

    private static double _sink;

    public IEnumerable<Work> Works(Setting setting)
    {
        foreach (int layers in (int[])[2, 4])
        {
            string name = $"lstm_l{layers}_c{Characters}";
            bool isRead = setting.Find(name + ".txt") is not null;
            LstmProblem problem = isRead
                ? LstmProblem.Read(setting.Find(name + ".txt")!)
                : LstmProblem.FromSeed(layers, Characters, Bits);
            bool isGolden = Check(setting, problem, isRead ? name : null);
            yield return Work($"lstm, {layers} layers{(isGolden ? " ✓" : "")}", setting, problem);
        }
    }

    private static Work Work(string name, Setting setting, LstmProblem p)
    {
        LstmByHand byHand = new(p);
        double[] dWeights = new double[p.Weights.Length], dFurther = new double[p.Further.Length];
        List<Contestant> contestants =
        [
            Contestant.Of("generated", () => _sink = CharacterModel.LossValueAndGradient(
                p.Weights, p.Further, p.State, p.Text, p.Layers, p.Bits, dWeights, dFurther)),
            Contestant.Of("by hand, scalar", () => _sink = byHand.ValueAndGradient(dWeights, dFurther), 1),
            Contestant.Of("primal", () => _sink = CharacterModel.Loss(
                p.Weights, p.Further, p.State, p.Text, p.Layers, p.Bits), 2.5),
        ];

        if (setting.PyTorch is { } torch)
        {
            contestants.Add(torch.Contestant(null, "lstm", p.Layers, p.Characters, p.Bits));
        }

        return new Work(name, contestants);
    }

    /// <summary>Compares with what is written by hand, and with golden values where there are some.</summary>
    private static bool Check(Setting setting, LstmProblem p, string? name)
    {
        int weights = p.Weights.Length;
        double[] actual = new double[weights + p.Further.Length], expected = new double[actual.Length];
        double value = CharacterModel.LossValueAndGradient(
            p.Weights, p.Further, p.State, p.Text, p.Layers, p.Bits, actual.AsSpan(0, weights), actual.AsSpan(weights));
        double valueByHand = new LstmByHand(p).ValueAndGradient(expected.AsSpan(0, weights), expected.AsSpan(weights));
        Agreement.Check([value], [valueByHand], 1e-12);
        Agreement.Check(actual, expected, 1e-11);
        return name is not null && Golden.Check(setting, name, value, actual);
    }
}
