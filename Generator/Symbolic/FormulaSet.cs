using Fluxion.Generator.Analysis;

namespace Fluxion.Generator.Symbolic;

/// <summary>What is told about a method besides its derivative in C#.</summary>
/// <param name="Form">Its formulas.</param>
/// <param name="Terms">The table they are in.</param>
/// <param name="Value">What its value costs.</param>
/// <param name="ValueAndGradient">What value and gradient cost.</param>
/// <param name="Kinks">Where the derivative is a matter of convention.</param>
internal sealed record FormulaSet(ClosedForm Form, Terms Terms, Work Value, Work ValueAndGradient, IReadOnlyList<Kink> Kinks)
{
    /// <summary>Whether there is a formula for everything.</summary>
    public bool IsComplete => Form.Obstacle is null;
}
