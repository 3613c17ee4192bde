using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>What is known where a line search begins.</summary>
/// <typeparam name="T">The type of the parameters.</typeparam>
/// <param name="gradient">The gradient there.</param>
internal readonly ref struct LineStart<T>(ReadOnlySpan<T> gradient)
    where T : IFloatingPointIeee754<T>
{
    internal ReadOnlySpan<T> Gradient { get; } = gradient;

    internal required T Value { get; init; }

    /// <summary>The derivative in the direction of the line.</summary>
    internal required T Slope { get; init; }

    /// <summary>The first distance to try.</summary>
    internal required T Distance { get; init; }
}
