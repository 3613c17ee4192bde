using Fluxion.Benchmarks.Racing;

namespace Fluxion.Benchmarks.Lstm;

/// <summary>A model, its first state, and the text that it is to predict.</summary>
internal sealed record LstmProblem(
    int Layers, int Bits, double[] Weights, double[] Further, double[] State, double[] Text)
{
    public int Characters => Text.Length / Bits;

    public static LstmProblem FromSeed(int layers, int characters, int bits)
    {
        RandomData random = new(5);
        return new LstmProblem(
            layers,
            bits,
            random.Normal(8 * layers * bits),
            random.Normal(3 * bits),
            random.Normal(2 * layers * bits),
            random.Bits(characters * bits));
    }

    public static LstmProblem Read(string path)
    {
        NumberReader numbers = new(path);
        int layers = numbers.Int(), characters = numbers.Int(), bits = numbers.Int();
        return new LstmProblem(
            layers,
            bits,
            numbers.Doubles(8 * layers * bits),
            numbers.Doubles(3 * bits),
            numbers.Doubles(2 * layers * bits),
            numbers.Doubles(characters * bits));
    }
}
