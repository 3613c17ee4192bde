using System.Numerics;

namespace Fluxion.Verification;

/// <summary>Evaluates a function of many parameters.</summary>
/// <typeparam name="T">The type of the parameters and the value.</typeparam>
/// <param name="parameters">The point.</param>
/// <returns>The value of the function at <paramref name="parameters"/>.</returns>
public delegate T ValueFunction<T>(ReadOnlySpan<T> parameters)
    where T : IFloatingPointIeee754<T>;
