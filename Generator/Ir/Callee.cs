using Fluxion.Generator.Infrastructure;

namespace Fluxion.Generator.Ir;

/// <summary>Who knows the derivative of a method that is called, not inlined.</summary>
internal enum CalleeRule
{
    /// <summary>A user's method: takes the arguments and returns the partial, or a tuple of the partials.</summary>
    Partials,

    /// <summary>A user's method: takes the arguments and the adjoint of the result; returns the adjoints of the arguments.</summary>
    Adjoints,
}

/// <summary>A method of scalars that is called rather than inlined, because its body is not to be seen.</summary>
/// <param name="Method">The C# text that names the method.</param>
/// <param name="Rule">What kind of method knows its derivative.</param>
/// <param name="RuleMethod">The C# text that names that method.</param>
/// <param name="Differentiable">For each argument, whether the rule gives a derivative for it.</param>
internal sealed record Callee(
    string Method, CalleeRule Rule, string RuleMethod, EquatableArray<bool> Differentiable);
