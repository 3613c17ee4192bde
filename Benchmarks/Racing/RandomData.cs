namespace Fluxion.Benchmarks.Racing;

/// <summary>Data that is the same in every run.</summary>
internal sealed class RandomData(int seed)
{
    // why: a seeded Random gives the same numbers in every version of .NET.
    private readonly System.Random _random = new(seed);

    public double[] Normal(int count)
    {
        double[] values = new double[count];

        for (int i = 0; i < count; i++)
        {
            values[i] = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
        }

        return values;
    }

    public double[] Uniform(int count)
    {
        double[] values = new double[count];

        for (int i = 0; i < count; i++)
        {
            values[i] = _random.NextDouble();
        }

        return values;
    }

    public double[] Signs(int count) => [.. Uniform(count).Select(static u => u < 0.5 ? -1.0 : 1.0)];

    public double[] Bits(int count) => [.. Uniform(count).Select(static u => u < 0.5 ? 0.0 : 1.0)];

    public float[] Singles(int count) => [.. Normal(count).Select(static v => (float)v)];
}
