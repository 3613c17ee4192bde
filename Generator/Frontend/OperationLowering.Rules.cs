using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>Calls of methods for which the user has written the derivative.</summary>
internal sealed partial class OperationLowering
{
    private FrontValue? CallByRule(
        IMethodSymbol method,
        Func<List<BoundArgument>> bind,
        IOperation call,
        string name)
    {
        if (DerivativeRules.Of(_compilation, _cancellation).Find(method) is not DerivativeRule rule)
        {
            return null;
        }

        // A rule may call the method it is for; its own derivative is not asked for here.
        if (!IsReachable(method) || !IsReachable(rule.Method))
        {
            return Reject(call, Reasons.InaccessibleRule);
        }

        Callee callee = new(
            Identifiers.Qualified(method), rule.Kind, Identifiers.Qualified(rule.Method), rule.Differentiable);
        Operand[] arguments = new Operand[method.Parameters.Length];

        foreach ((IParameterSymbol parameter, Place? _, FrontValue? value) in bind().Select(b => ByValue(b, call)))
        {
            if (value is FrontValue.Error)
            {
                return value;
            }

            arguments[parameter.Ordinal] = ToOperand(value!);
        }

        return new FrontValue.Leaf(
            Let(TypeOf(method.ReturnType)!, new Expr.Invoke(callee, arguments.ToEquatable()), name));
    }
}
