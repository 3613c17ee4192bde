using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Tests.Infrastructure;

namespace Fluxion.Generator.Tests.Rules;

/// <summary>The formulas of the table, evaluated as they stand there.</summary>
public sealed class PartialsTests
{
    public static TheoryData<string> Primitives => [.. PrimitiveCases.Keys];

    [Theory]
    [MemberData(nameof(Primitives))]
    public void PartialsAgreeWithDifferencesInDoublePrecision(string key) => Check(key, typeof(double), 1e-8);

    [Theory]
    [MemberData(nameof(Primitives))]
    public void PartialsAgreeWithDifferencesInSinglePrecision(string key) => Check(key, typeof(float), 3e-6);

    [Theory]
    [MemberData(nameof(Primitives))]
    public void EntriesAreSingularWhereAPartialIsInfiniteAtFinitePointsAndNowhereElse(string key)
    {
        Primitive primitive = PrimitiveCases.Find(key);
        double[] extremes = [0, -0.0, 0.5, -0.5, 1, -1, 2, -2, 20, -20, 800, -800, 1e150, -1e150, 1e-310, -1e-310];

        bool isSingular = Combinations(extremes, primitive)
            .Any(point => !Partials(primitive, typeof(double), point).All(double.IsFinite));

        Assert.Equal(isSingular, primitive.IsSingular);
    }

    [Theory]
    [MemberData(nameof(Primitives))]
    public void OnlyEntriesThatSayStepwiseHaveNoSlopeAnywhere(string key)
    {
        Primitive primitive = PrimitiveCases.Find(key);
        bool isFlat = primitive.Partials.All(static partial => partial is null or Sym.Number { Value: 0 });

        Assert.Equal(isFlat, primitive.IsStepwise);
    }

    private static void Check(string key, Type real, double tolerance)
    {
        Primitive primitive = PrimitiveCases.Find(key);

        foreach ((double[] point, double[] expected) in PrimitiveCases.Samples(primitive, 25))
        {
            Agreement.AssertNear(
                expected, Partials(primitive, real, point), tolerance, $"{key} at ({string.Join(", ", point)})");
        }
    }

    private static double[] Partials(Primitive primitive, Type real, double[] point)
    {
        SymEvaluator evaluator = new(real, point, Operation.Invoke(real, primitive, point));
        return [.. primitive.Partials.Select(partial => partial is null ? 0 : evaluator.Evaluate(partial))];
    }

    // Counts and rules for ties stay at the high end of their domain, but for an exponent that overflows.
    private static IEnumerable<double[]> Combinations(double[] values, Primitive primitive)
    {
        IEnumerable<double[]> points = [[]];

        for (int i = 0; i < primitive.Arity; i++)
        {
            double[] choices = PrimitiveCases.IsReal(primitive, i) ? values
                : primitive == PrimitiveTable.ScaleB ? [2000]
                : [i < primitive.Domain.Length ? primitive.Domain[i].High : 1];
            points = points.SelectMany(point => choices.Select(choice => (double[])[.. point, choice]));
        }

        return points.Where(point => !primitive.Name.StartsWith("Clamp", StringComparison.Ordinal) || point[1] <= point[2]);
    }
}
