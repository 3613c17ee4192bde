namespace Fluxion;

/// <summary>
/// Marks a method whose gradient the generator derives and adds to the method's own type, which must be
/// <see langword="partial"/>.
/// </summary>
/// <remarks>
/// Parameters of type <see cref="float"/> or <see cref="double"/>, and arrays and spans of them, are differentiated
/// unless
/// <see cref="NoDerivativeAttribute"/> or <see cref="DataAttribute"/> says otherwise. What cannot be differentiated is
/// a compile error where it stands, never a gradient that is silently wrong or zero.
/// </remarks>
/// <param name="derivatives">What is generated.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class DifferentiableAttribute(Derivatives derivatives = Derivatives.All)
    : Attribute
{
    /// <summary>What is generated.</summary>
    public Derivatives Derivatives { get; } = derivatives;

    /// <summary>
    /// Whether the build writes the formulas, what they cost and their kinks to a Markdown file in the output folder, named
    /// after the method with its type and namespace.
    /// </summary>
    public bool FormulaFile { get; set; }
}
