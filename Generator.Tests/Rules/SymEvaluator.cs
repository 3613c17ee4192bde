using Fluxion.Generator.Derivatives;

namespace Fluxion.Generator.Tests.Rules;

/// <summary>The value of a formula of the table at given arguments and result, computed as <c>double</c> or <c>float</c> would.</summary>
internal sealed class SymEvaluator(Type real, double[] arguments, double result)
{
    public double Evaluate(Sym formula) => formula switch
    {
        Sym.Argument argument => arguments[argument.Position],
        Sym.Result => result,
        Sym.Number number => Operation.Round(real, number.Value),
        Sym.Apply apply => Operation.Invoke(real, apply.Primitive, [.. apply.Arguments.Select(Evaluate)]),
        _ => throw new ArgumentException($"Unknown formula: {formula}", nameof(formula)),
    };
}
