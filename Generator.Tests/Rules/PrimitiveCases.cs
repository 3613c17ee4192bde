using Fluxion.Generator.Derivatives;

namespace Fluxion.Generator.Tests.Rules;

/// <summary>The table, by keys that a test's name can show.</summary>
internal static class PrimitiveCases
{
    private static readonly Dictionary<string, Primitive> ByKey =
        PrimitiveTable.All.Where(static p => p.IsDifferentiable).ToDictionary(Key);

    public static IReadOnlyCollection<string> Keys => ByKey.Keys;

    public static Primitive Find(string key) => ByKey[key];

    public static string Key(Primitive primitive) => $"{primitive.Name}/{primitive.Arity}";

    /// <summary>Whether an argument is one of the real numbers: not a count, a condition or a rule for ties.</summary>
    public static bool IsReal(Primitive primitive, int position) => primitive.Partials[position] is not null;

    /// <summary>A point of the domain: real numbers that <c>float</c> holds too, integers for the other arguments.</summary>
    public static double[] Draw(Primitive primitive, System.Random random)
    {
        double[] point = new double[primitive.Arity];

        for (int i = 0; i < point.Length; i++)
        {
            Domain domain = i < primitive.Domain.Length ? primitive.Domain[i] : new Domain(-2, 2);
            point[i] = IsReal(primitive, i)
                ? (float)(domain.Low + (random.NextDouble() * (domain.High - domain.Low)))
                : random.Next((int)domain.Low, (int)domain.High + 1);
        }

        return point;
    }

    /// <summary>The value in double precision; that of the exact function, where the method is an estimate by design.</summary>
    public static double Reference(Primitive primitive, double[] x) => primitive.Name switch
    {
        "ReciprocalEstimate" => 1 / x[0],
        "ReciprocalSqrtEstimate" => 1 / Math.Sqrt(x[0]),
        _ => Operation.Invoke(typeof(double), primitive, x),
    };

    /// <summary>Numeric partials; <c>null</c> where they cannot be told: next to a kink or a step.</summary>
    public static double[]? NumericPartials(Primitive primitive, double[] point)
    {
        double[] partials = new double[point.Length];

        for (int i = 0; i < point.Length; i++)
        {
            if (!IsReal(primitive, i))
            {
                continue;
            }

            int position = i;
            (double slope, double error) = Infrastructure.NumericDerivative.At(
                value => Reference(primitive, [.. point.Select((v, j) => j == position ? value : v)]), point[i]);

            if (!(error < 1e-9 * Math.Max(1, Math.Abs(slope))))
            {
                return null;
            }

            partials[i] = slope;
        }

        return partials;
    }

    /// <summary>As many points as asked for at which the numeric partials are known.</summary>
    public static IEnumerable<(double[] Point, double[] Partials)> Samples(Primitive primitive, int count)
    {
        System.Random random = new(20260101);
        int found = 0;

        for (int attempt = 0; attempt < 20 * count && found < count; attempt++)
        {
            double[] point = Draw(primitive, random);

            if (NumericPartials(primitive, point) is { } partials)
            {
                found++;
                yield return (point, partials);
            }
        }

        Assert.True(found == count, $"{primitive}: only {found} points are away from kinks; choose its domain better.");
    }
}
