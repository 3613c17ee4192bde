using System.Numerics;

namespace Fluxion.Tests.Numerics;

/// <summary>
/// Numbers that are hard on elementary functions: specials, limits, all magnitudes, near 1, near multiples of π/2.
/// </summary>
internal static class SampleNumbers
{
    private static readonly double[] Specials =
    [
        0.0, -0.0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 1.5, -1.5, 2.5, double.NaN, double.PositiveInfinity,
        double.NegativeInfinity, double.MaxValue, double.MinValue, double.Epsilon, -double.Epsilon,
        2.2250738585072014e-308, -2.2250738585072014e-308, 1e-310, -1e-310, 0.49999999999999994, Math.PI,
        -Math.PI, Math.PI / 2, 10, 100, 709.78, 709.79, 710.47, 710.48, -708.4, -745.13, -745.14, 1023, 1024,
        -1022, -1074, -1075, -1076, 308.25, 308.26, -323.3, -324, 1e9, 1e16, 1e20, 1e22, -1e300,
        4503599627370497.5, 4503599627370496, 9007199254740993, -9007199254740991, float.MaxValue,
        float.MinValue, float.Epsilon, -float.Epsilon, 1.17549435e-38f, 88.72, 88.73, -87.34, -103.97, -104,
        38.53, 38.54, -45, 128, -126, -149, -150,
    ];

    public static double[] Doubles(int count)
    {
        System.Random random = new(1);
        IEnumerable<double> drawn = Enumerable.Range(0, count).Select(i => Draw(random, i));
        return [.. Specials, .. drawn, .. new double[Vector<double>.Count]];
    }

    public static float[] Singles(int count)
    {
        System.Random random = new(2);
        IEnumerable<float> drawn = Enumerable.Range(0, count / 2)
            .Select(_ => BitConverter.Int32BitsToSingle((int)random.NextInt64(int.MinValue, 1L + int.MaxValue)));
        IEnumerable<float> narrowed = Doubles(count / 2).Select(static value => (float)value);
        return [.. narrowed, .. drawn, .. new float[Vector<float>.Count]];
    }

    /// <summary>Pairs of specials; any two numbers; bases and exponents of finite powers; integer exponents.</summary>
    public static (double[] X, double[] Y) DoublePairs(int count)
    {
        System.Random random = new(3);
        List<(double X, double Y)> pairs = [.. Specials.SelectMany(static x => Specials.Select(y => (x, y)))];

        for (int i = 0; i < count; i++)
        {
            double positive = Math.Exp(Uniform(random, 50));
            pairs.Add((i % 3) switch
            {
                0 => (Draw(random, i), Draw(random, i / 3)),
                1 => (positive, Uniform(random, i % 2 == 0 ? 745 : 88) / Math.Log(positive)),
                _ => (Uniform(random, 3), random.Next(-40, 40)),
            });
        }

        pairs.AddRange(new (double, double)[Vector<float>.Count]);
        return ([.. pairs.Select(static pair => pair.X)], [.. pairs.Select(static pair => pair.Y)]);
    }

    private static double Draw(System.Random random, int kind) => (kind % 6) switch
    {
        0 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
        1 => Uniform(random, Math.ScaleB(1, random.Next(-30, 31))),
        2 => Uniform(random, 750),
        3 => Uniform(random, 2),
        4 => 1 + Uniform(random, Math.ScaleB(1, random.Next(-50, 0))),
        _ => random.Next(-10_000, 10_000) * (Math.PI / 2) * (1 + random.Next(-3, 4) * 2.2e-16),
    };

    private static double Uniform(System.Random random, double bound) => (2 * random.NextDouble() - 1) * bound;
}
