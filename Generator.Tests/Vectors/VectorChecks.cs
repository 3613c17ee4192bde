namespace Fluxion.Generator.Tests.Vectors;

/// <summary>What must hold of every shape on every processor.</summary>
internal static class VectorChecks
{
    private const int Longest = 67;

    private static readonly double[] Specials =
    [
        double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, -0.0, double.Epsilon, float.Epsilon, -1e-310, 1, -1, 0.625, 0.375,
    ];

    /// <summary>Every length around the width of vectors, in slices that start anywhere, against what is expected.</summary>
    public static void Lengths(VectorPrograms programs, string name, string type, Func<VectorData, VectorResult> expect)
    {
        for (int length = 0; length <= Longest; length++)
        {
            VectorData data = VectorData.Random(length, seed: length);
            VectorResult expected = expect(data);

            for (int offset = 0; offset < 4; offset++)
            {
                VectorResult actual = programs.Generated(name, type, data, offset);
                actual.AssertNear(expected, VectorPrograms.Tolerance(type), $"{name} of {type}, length {length}, offset {offset}");
            }
        }
    }

    /// <summary>
    /// NaN, infinities, denormal numbers, zeros of both signs and kinks in the data, against the same derivative in scalars.
    /// </summary>
    public static void SpecialValues(VectorPrograms programs, VectorPrograms scalars, string name, string type)
    {
        foreach (VectorData data in Specials.SelectMany(With))
        {
            VectorResult expected = scalars.Generated(name, type, data, offset: 1);
            VectorResult actual = programs.Generated(name, type, data, offset: 1);
            actual.AssertNear(expected, VectorPrograms.Tolerance(type), $"{name} of {type}, {data}");
        }
    }

    // In one of the arrays, in both, everywhere or as a factor; in the first lanes, behind them, and in the rest; and ties.
    private static IEnumerable<VectorData> With(double value)
    {
        foreach (int length in (int[])[16, 37])
        {
            VectorData plain = VectorData.Random(length, seed: length);

            foreach (int place in (int[])[0, length / 2, length - 1])
            {
                double[] x = Set(plain.X, place, value), y = Set(plain.Y, place, value);
                yield return plain with { X = x };
                yield return plain with { Y = y };
                yield return plain with { X = x, Y = y };
            }

            yield return plain with { X = Set(plain.X, 1, plain.Y[1]), W = value };
            yield return plain with { Y = plain.X, B = value };
            yield return plain with { X = [.. plain.X.Select(_ => value)] };
            yield return plain with { Y = [.. plain.Y.Select(_ => value)], W = 0 };
        }
    }

    private static double[] Set(double[] numbers, int place, double value) => [.. numbers.Select((v, i) => i == place ? value : v)];
}
