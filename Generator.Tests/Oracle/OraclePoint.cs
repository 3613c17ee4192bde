namespace Fluxion.Generator.Tests.Oracle;

/// <summary>Arguments of an <see cref="OracleProgram"/>: x, y, a, b, m and n, the numbers in this order.</summary>
internal sealed record OraclePoint(double[] Numbers, int Length)
{
    public const int Sides = 3;

    /// <summary>Numbers of no particular kind.</summary>
    public static OraclePoint Smooth(int length, int seed)
    {
        System.Random random = new(seed);
        return new OraclePoint([.. Enumerable.Range(0, Count(length)).Select(_ => (float)((random.NextDouble() * 3) - 1.4))], length);
    }

    /// <summary>Numbers many of which are equal, opposite or zero, so that kinks are hit.</summary>
    public static OraclePoint Kinked(int length, int seed)
    {
        System.Random random = new(seed);
        return new OraclePoint([.. Enumerable.Range(0, Count(length)).Select(_ => random.Next(-2, 4) / 2.0)], length);
    }

    /// <summary>All numbers moved by a few units in the last place.</summary>
    public OraclePoint Moved(double share, int seed)
    {
        System.Random random = new(seed);
        return this with { Numbers = [.. Numbers.Select(value => value * (1 + (share * ((2 * random.NextDouble()) - 1))))] };
    }

    /// <summary>A direction in which all numbers move.</summary>
    public double[] Direction(int seed)
    {
        System.Random random = new(seed);
        return [.. Numbers.Select(_ => (float)((2 * random.NextDouble()) - 1))];
    }

    public object?[] Arguments(bool isSingle) => isSingle
        ? [(float)Numbers[0], (float)Numbers[1], Array.ConvertAll(A, Single), Array.ConvertAll(B, Single), Matrix<float>(), Length]
        : [Numbers[0], Numbers[1], A, B, Matrix<double>(), Length];

    private double[] A => Numbers[2..(2 + Length)];

    private double[] B => Numbers[(2 + Length)..(2 + (2 * Length))];

    private static float Single(double value) => (float)value;

    private static int Count(int length) => 2 + (2 * length) + (Sides * Sides);

    private T[,] Matrix<T>()
        where T : System.Numerics.INumber<T>
    {
        T[,] matrix = new T[Sides, Sides];

        for (int i = 0; i < Sides * Sides; i++)
        {
            matrix[i / Sides, i % Sides] = T.CreateTruncating(Numbers[^((Sides * Sides) - i)]);
        }

        return matrix;
    }
}
