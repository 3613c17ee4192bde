using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>A sum that a counted loop makes, of exponentials.</summary>
/// <param name="Loop">The loop.</param>
/// <param name="Result">The sum.</param>
/// <param name="First">What it begins with: zero, or a positive constant.</param>
/// <param name="Exponential">The exponential function.</param>
/// <param name="Exponent">Its argument in a trip of the loop.</param>
/// <param name="Weight">What the exponential is multiplied by; <c>null</c> for nothing.</param>
/// <param name="Steps">The statements of the loop that compute exponent and weight, and write nothing.</param>
internal sealed record SumOfExponentials(
    Statement.For Loop,
    Value Result,
    double First,
    Primitive Exponential,
    Operand Exponent,
    Operand? Weight,
    IReadOnlyList<Statement> Steps);
