using Fluxion.Generator.Derivatives;

namespace Fluxion.Generator.Tests.Rules;

/// <summary>Values that the generator computes must be those the program would compute, to the bit.</summary>
public sealed class FoldingTests
{
    private static readonly double[] Values =
    [
        0, -0.0, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, 3.7f, -3.7f, 1e30f, -1e30f, float.Epsilon, -float.Epsilon,
        float.MaxValue, 0.1f, double.PositiveInfinity, double.NegativeInfinity, double.NaN,
    ];

    public static TheoryData<string> FoldedMethods =>
    [
        .. PrimitiveCases.Keys.Where(static key =>
            PrimitiveCases.Find(key) is { Fold: not null, Notation: Notation.Math or Notation.Scalar }),
    ];

    [Theory]
    [MemberData(nameof(FoldedMethods))]
    public void FoldingGivesTheBitsOfTheMethodItself(string key)
    {
        Primitive primitive = PrimitiveCases.Find(key);

        foreach (Type real in (Type[])[typeof(double), typeof(float)])
        {
            foreach (double[] point in Points(primitive.Arity))
            {
                double expected = Operation.Invoke(real, primitive, point);
                double folded = Operation.Round(real, primitive.Fold!(point));

                Assert.True(Same(expected, folded), $"{key}({string.Join(", ", point)}): {expected}, folded {folded}");
            }
        }
    }

    private static bool Same(double one, double other) =>
        double.IsNaN(one) ? double.IsNaN(other)
        : BitConverter.DoubleToInt64Bits(one) == BitConverter.DoubleToInt64Bits(other);

    private static IEnumerable<double[]> Points(int arity) => arity == 1
        ? Values.Select(static value => (double[])[value])
        : Values.SelectMany(static one => Values.Select(other => (double[])[one, other]));
}
