using Fluxion.Generator.Tests.Infrastructure;

namespace Fluxion.Generator.Tests.Vectors;

/// <summary>The value of a <see cref="VectorShape"/>, then its partials.</summary>
internal sealed record VectorResult(double[] Numbers)
{
    public IEnumerable<long> Bits => Numbers.Select(Agreement.Bits);

    public static VectorResult Of(object?[] parts) => new([.. parts.SelectMany(Agreement.Flatten)]);

    public void AssertNear(VectorResult expected, double tolerance, string context)
    {
        Assert.Equal(expected.Numbers.Length, Numbers.Length);

        for (int i = 0; i < Numbers.Length; i++)
        {
            Assert.True(
                Agreement.Near(expected.Numbers[i], Numbers[i], tolerance),
                $"{context}: number {i} is {Numbers[i]}, expected {expected.Numbers[i]}");
        }
    }
}
