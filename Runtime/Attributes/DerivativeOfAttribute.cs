namespace Fluxion;

/// <summary>
/// Marks a method as the user's own derivative rule for another method: one whose body the generator cannot see, or
/// whose body should not be used.
/// </summary>
/// <remarks>
/// Both methods are static. The rule takes the parameters of the method it is for and returns the partial derivative with
/// respect to its <c>float</c> or <c>double</c> parameter, or a tuple of them if there are several. With one parameter more,
/// the adjoint of the result, it returns the partial derivatives times that adjoint instead. A parameter of the rule that is
/// marked <see cref="NoDerivativeAttribute"/> is held constant and has no place in what it returns.
/// </remarks>
/// <example>
/// <code>[DerivativeOf(typeof(Special), nameof(Special.Erf))]
/// static double ErfDerivative(double x) => 2.0 / Math.Sqrt(Math.PI) * Math.Exp(-x * x);</code>
/// </example>
/// <param name="type">The type that declares the method the rule is for.</param>
/// <param name="methodName">The name of that method.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class DerivativeOfAttribute(Type type, string methodName) : Attribute
{
    /// <summary>The type that declares the method the rule is for.</summary>
    public Type Type { get; } = type;

    /// <summary>The name of the method the rule is for.</summary>
    public string MethodName { get; } = methodName;
}
