namespace Fluxion.Generator.Tests.Vectors;

/// <summary>Arguments of a <see cref="VectorShape"/>.</summary>
internal sealed record VectorData(double[] X, double[] Y, double W, double B)
{
    // Multiples of 1/64: float holds them, so that both types branch alike.
    public static VectorData Random(int length, int seed)
    {
        System.Random random = new(seed);
        double[] x = [.. Enumerable.Range(0, length).Select(_ => Draw(random))];
        double[] y = [.. Enumerable.Range(0, length).Select(_ => Draw(random))];
        return new VectorData(x, y, 0.625, 0.375);
    }

    public object?[] Arguments(string type) => type == "float"
        ? [Array.ConvertAll(X, static v => (float)v), Array.ConvertAll(Y, static v => (float)v), (float)W, (float)B]
        : [X, Y, W, B];

    private static double Draw(System.Random random) => (random.Next(-112, 112) + 0.5) / 64;
}
