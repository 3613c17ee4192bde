using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// Methods that call themselves are called, not inlined. Whatever such a method sees is handed to it number by number: its
/// arguments, the struct or the object it is called on, the variables around a local function, and what the objects hold
/// that these refer to. What it changes of them comes back as further results.
/// </summary>
internal sealed partial class OperationLowering
{
    /// <summary>For so many kinds of objects and delegates, a method is lowered anew.</summary>
    private const int MaxShapes = 24;

    /// <summary>The call for which a method is lowered.</summary>
    private IOperation? _callSite;

    private FrontValue CallRecursive(
        IMethodSymbol method, List<BoundArgument> bound, IOperation call, string name, Receiver? receiver)
    {
        IMethodSymbol target = WithTypeArguments(method);
        RoutineCall own = new(this, target, [.. bound.Select(b => ByValue(b, call))], call, receiver);

        if (own.Arguments.Any(static b => b.Value is FrontValue.Error))
        {
            return FrontValue.Reported;
        }

        if (ReasonAgainst(own) is string reason)
        {
            Report(DiagnosticDescriptors.Recursion, call, method.Name, reason);
            return FrontValue.Reported;
        }

        return Specialize(own, call) is RoutineEntry entry ? Emit(own, entry, call, name) : FrontValue.Reported;
    }

    /// <summary>What a method cannot write to it may be given by value.</summary>
    private BoundArgument ByValue(BoundArgument argument, IOperation origin) =>
        argument is { Place: Place place, Parameter.RefKind: RefKind.In or RefKind.RefReadOnlyParameter }
            ? argument with { Place = null, Value = Load(place, "", origin) }
            : argument;

    private IMethodSymbol WithTypeArguments(IMethodSymbol method) => method.IsGenericMethod
        ? method.ConstructedFrom.Construct([.. method.TypeArguments.Select(argument => Resolve(argument)!)])
        : method;

    private static string? ReasonAgainst(RoutineCall call) =>
        !call.Result.IsKnown || call.Outs.Any(static o => !o.IsKnown) ? "it returns an array, a delegate or an object"
        : call.HasTwoNames ? "a variable that it is given by reference has a second name there"
        : call.HasForeignDelegate ? "it is given a delegate that belongs to an object, or changes a variable around it"
        : null;

    private RoutineEntry? Specialize(RoutineCall own, IOperation call)
    {
        if (_routines.Find(own.Method, own.Inputs.Shape) is RoutineEntry known)
        {
            return known;
        }

        if (_routines.CountOf(own.Method) >= MaxShapes)
        {
            Report(
                DiagnosticDescriptors.Recursion, call, own.Method.Name,
                "each of its calls is given other objects or delegates than the one before");
            return null;
        }

        RoutineEntry entry = _routines.Add(own.Method, own.Inputs.Shape, SyntaxOf(call));
        int count = _routines.Entries.Count;

        // What it changes shows when it is lowered, and is then known for the calls inside it.
        while (LowerRoutine(own, entry, call) is HashSet<int> changed && !changed.IsSubsetOf(entry.Changed))
        {
            entry.Changed.UnionWith(changed);
            _routines.Rewind(count);
        }

        return _diagnostics.HasErrors ? null : entry;
    }

    private HashSet<int>? LowerRoutine(RoutineCall own, RoutineEntry entry, IOperation call)
    {
        OperationLowering lowering = new(own.Method, own.Result.Type, _routines, _diagnostics, _cancellation) { _callSite = call };
        return lowering.RunRoutine(own, entry);
    }

    /// <summary>Emits the call, and gives what it changes its new values.</summary>
    private FrontValue Emit(RoutineCall own, RoutineEntry entry, IOperation call, string name)
    {
        List<Value> results = [];
        FrontValue result = own.Result.Shape is FrontValue shape ? Fresh(shape, name, results) : FrontValue.Nothing;
        FrontValue[] outs = [.. own.Outs.Select(o => Fresh(o.Shape!, o.Name, results))];
        IReadOnlyList<FrontValue> before = own.Inputs.State;
        Dictionary<int, FrontValue> after = entry.Changed.OrderBy(static i => i)
            .ToDictionary(static i => i, i => Fresh(before[i], "", results));
        Emit(new Statement.Call(entry.Routine, [.. OperandsOf(own.Inputs.Whole)], results.ToEquatable()));

        for (int i = 0; i < outs.Length; i++)
        {
            Write(own.Outs[i].Place!, outs[i], call);
        }

        foreach (KeyValuePair<int, FrontValue> state in after)
        {
            own.WriteState(state.Key, state.Value);
        }

        return result;
    }

    /// <summary>The same tree with new numbers; memory stays what it is.</summary>
    private FrontValue Fresh(FrontValue shape, string name, List<Value> results) => shape.Map(name, (part, operand) =>
    {
        if (operand.Type.IsMemory)
        {
            return operand;
        }

        Value fresh = _builder.Fresh(operand.Type, part);
        results.Add(fresh);
        return fresh;
    });

    private static List<Operand> OperandsOf(FrontValue value)
    {
        List<Operand> operands = [];
        value.Map(operand =>
        {
            operands.Add(operand);
            return operand;
        });
        return operands;
    }
}
