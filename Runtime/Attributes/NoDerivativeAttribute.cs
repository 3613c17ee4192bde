namespace Fluxion;

/// <summary>
/// Holds a parameter of a differentiable method constant: the gradient has no entry for it, and nothing is computed
/// that only its derivative would need.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class NoDerivativeAttribute : Attribute;
