using Fluxion.Generator.Analysis;
using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>Methods that call themselves are called, not inlined; their derivative is a pullback, generated once.</summary>
internal sealed partial class OperationLowering
{
    /// <summary>The call for which a method is lowered as a pullback.</summary>
    private IOperation? _callSite;

    private FrontValue CallRecursive(
        IMethodSymbol method,
        List<BoundArgument> bound,
        IOperation call,
        string name)
    {
        IMethodSymbol target = WithTypeArguments(method);
        bound = [.. bound.Select(b => ByValue(b, call))];

        if (ReasonAgainst(target, bound) is string reason)
        {
            Report(DiagnosticDescriptors.Recursion, call, method.Name, reason);
            return FrontValue.Reported;
        }

        Callee callee = _pullbacks.Find(target, roles => LowerPullback(target, roles, call));
        Operand[] arguments = new Operand[bound.Count];

        foreach (BoundArgument argument in bound)
        {
            arguments[argument.Parameter.Ordinal] = ToOperand(argument.Value!);
        }

        return new FrontValue.Leaf(
            Let(TypeMap.Of(target.ReturnType)!, new Expr.Invoke(callee, arguments.ToEquatable()), name));
    }

    /// <summary>What a method cannot write to it may be given by value.</summary>
    private BoundArgument ByValue(BoundArgument argument, IOperation origin) =>
        argument is { Place: Place place, Parameter.RefKind: RefKind.In or RefKind.RefReadOnlyParameter }
            ? argument with { Place = null, Value = Load(place, "", origin) }
            : argument;

    private IMethodSymbol WithTypeArguments(IMethodSymbol method) => method.IsGenericMethod
        ? method.ConstructedFrom.Construct([.. method.TypeArguments.Select(argument => Resolve(argument)!)])
        : method;

    private string? ReasonAgainst(
        IMethodSymbol method, List<BoundArgument> bound) =>
        method.MethodKind == MethodKind.LocalFunction ? "it is a local function, which generated code cannot call"
        : !method.IsStatic ? "it is called on an instance"
        : !IsReachable(method) ? "generated code cannot call it from here"
        : TypeMap.Of(method.ReturnType) is not { IsFloating: true } ? "it does not return float or double"
        : bound.Any(static b => b.Place is not null) ? "it has parameters passed by reference"
        : method.Parameters.Any(static p => !IsPlainParameter(TypeMap.Of(p.Type)))
            || bound.Any(static b => b.Value is not (FrontValue.Leaf or FrontValue.Error))
            ? "it has parameters that are neither scalars nor arrays"
        : null;

    private static bool IsPlainParameter(IrType? type) =>
        type is IrType.Scalar or IrType.Opaque or IrType.Array { Rank: 1, Element: IrType.Scalar };

    private Function? LowerPullback(IMethodSymbol method, IReadOnlyList<ParameterRole> roles, IOperation call)
    {
        OperationLowering lowering = new(method, _pullbacks, _diagnostics, _cancellation) { _callSite = call };
        return lowering.Run(method, roles);
    }

    /// <summary>Whoever calls the method sees what it writes to an array; its pullback would not.</summary>
    private Function CopyParameters(Function function)
    {
        if (_callSite is IOperation call && ParameterCopies.IsNeededForWrites(function))
        {
            Report(DiagnosticDescriptors.Recursion, call, function.Name, "it writes to an array that it is given");
        }

        return ArgumentCopies.Insert(Meetings.AsArrays(ParameterCopies.Insert(function)));
    }
}
