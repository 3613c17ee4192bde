namespace Fluxion.Generator.Tests.Infrastructure;

/// <summary>What a probe returned.</summary>
/// <param name="Value">The method's value.</param>
/// <param name="ValueWithGradient">The value that came with the gradient.</param>
/// <param name="Gradient">All partials, in order.</param>
/// <param name="GradientMethod">The same from the gradient method.</param>
internal sealed record ProbeResult(
    double Value, double ValueWithGradient, IReadOnlyList<double> Gradient, IReadOnlyList<double> GradientMethod)
{
    public static ProbeResult Of(object? returned)
    {
        object?[] parts = (object?[])returned!;
        return new ProbeResult(
            Agreement.Flatten(parts[0]).Single(),
            Agreement.Flatten(parts[1]).Single(),
            [.. parts.Skip(3).SelectMany(Agreement.Flatten)],
            [.. Agreement.Flatten(parts[2])]);
    }

    /// <summary>The value is the method's own to the bit, and both forms of the gradient are the same.</summary>
    public void AssertConsistent(string context)
    {
        Assert.True(Agreement.Bits(Value) == Agreement.Bits(ValueWithGradient), $"{context}: the value is {Value}, with the gradient {ValueWithGradient}");
        Assert.True(
            Gradient.Select(Agreement.Bits).SequenceEqual(GradientMethod.Select(Agreement.Bits)),
            $"{context}: the gradient is ({string.Join(", ", Gradient)}), from the gradient method ({string.Join(", ", GradientMethod)})");
    }
}
