using System.Numerics;

namespace Fluxion.Verification;

/// <summary>Evaluates a function of many parameters and its gradient.</summary>
/// <typeparam name="T">The type of the parameters, the value and the gradient.</typeparam>
/// <param name="parameters">The point.</param>
/// <param name="gradient">Receives the gradient; every element is overwritten.</param>
/// <returns>The value of the function at <paramref name="parameters"/>.</returns>
public delegate T GradientFunction<T>(ReadOnlySpan<T> parameters, Span<T> gradient)
    where T : IFloatingPointIeee754<T>;
