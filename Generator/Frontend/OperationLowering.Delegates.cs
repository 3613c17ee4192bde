using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// Delegates whose target is known: the body is lowered where it is called, on the variables it has captured. A captured
/// variable that ends before the delegate does leaves its last value behind.
/// </summary>
internal sealed partial class OperationLowering
{
    private bool _hasDelegates;

    private static bool IsDelegate(ITypeSymbol? type) => type is { TypeKind: TypeKind.Delegate };

    private FrontValue LowerDelegate(IOperation expression)
    {
        switch (expression)
        {
            case IAnonymousFunctionOperation lambda:
                return lambda.Symbol.IsAsync
                    ? Refuse(Diagnostics.DiagnosticDescriptors.Asynchronous, lambda)
                    : Capture(lambda.Symbol, lambda.Body);
            case IDelegateCreationOperation { Target: IMethodReferenceOperation reference }:
                return LowerMethodGroup(reference);
            case IDelegateCreationOperation creation:
                return Lower(creation.Target);
            default:
                return Reject(expression, Reasons.Delegate);
        }
    }

    private FrontValue LowerMethodGroup(IMethodReferenceOperation reference)
    {
        IMethodSymbol method = reference.Method;

        if (method.MethodKind == MethodKind.LocalFunction)
        {
            return Capture(method, _bodies.Of(method));
        }

        if (reference.Instance is IOperation instance && !method.IsStatic)
        {
            return LowerInstanceGroup(reference, method, Lower(instance));
        }

        return method.IsStatic && !method.IsAbstract && !method.IsVirtual
            ? Capture(method, body: null)
            : Reject(reference, Reasons.Delegate);
    }

    /// <summary>A method of an object: which one it is, is decided here. A struct is copied.</summary>
    private FrontValue LowerInstanceGroup(IMethodReferenceOperation reference, IMethodSymbol method, FrontValue self)
    {
        if (self is FrontValue.Aggregate && Resolve(reference.Instance!.Type) is INamedTypeSymbol { IsValueType: true } type)
        {
            self = ReferenceTo(Allocate(type, self));
        }

        if (!References.Are(self))
        {
            return self is FrontValue.Error ? self : Reject(reference, Reasons.Delegate);
        }

        return Each(self, reference.Parent?.Type ?? _compilation.ObjectType, "", reference, cell =>
            FindTarget(method, cell.Type, reference.IsVirtual) is IMethodSymbol target
                ? Capture(target, body: null) is FrontValue.Deferred { Code: DelegateCode code } closure
                    ? closure with { Code = code with { This = cell } }
                    : FrontValue.Reported
                : Reject(reference, Reasons.Delegate));
    }

    private FrontValue.Deferred Capture(IMethodSymbol method, IOperation? body)
    {
        _hasDelegates = true;
        Dictionary<ISymbol, Place> places = new(SymbolEqualityComparer.Default);
        Dictionary<ITypeSymbol, ITypeSymbol> typeArguments = new(SymbolEqualityComparer.Default);

        foreach (KeyValuePair<ITypeSymbol, ITypeSymbol> argument in _frame.TypeArguments)
        {
            typeArguments[argument.Key] = argument.Value;
        }

        Collect(body, places, new HashSet<ISymbol>(SymbolEqualityComparer.Default));
        return new FrontValue.Deferred(new DelegateCode(method, body, places, [], typeArguments) { This = _frame.This }, []);
    }

    /// <summary>The variables outside some code that it, or a local function it calls, mentions.</summary>
    private void Collect(IOperation? code, Dictionary<ISymbol, Place> places, HashSet<ISymbol> functions)
    {
        foreach (IOperation part in code?.DescendantsAndSelf() ?? [])
        {
            IMethodSymbol? called = part switch
            {
                IInvocationOperation call => call.TargetMethod,
                IMethodReferenceOperation reference => reference.Method,
                _ => null,
            };

            if (called is { MethodKind: MethodKind.LocalFunction } && functions.Add(called.OriginalDefinition))
            {
                Collect(_bodies.Of(called), places, functions);
            }

            ISymbol? symbol = part switch
            {
                ILocalReferenceOperation reference => reference.Local,
                IParameterReferenceOperation reference => reference.Parameter,
                _ => null,
            };

            if (symbol is not null && _frame.Places.TryGetValue(symbol, out Place? place) && IsAlive(place))
            {
                places[symbol] = place;
            }
        }
    }

    private FrontValue LowerDelegateCall(IInvocationOperation call, string name)
    {
        FrontValue target = Lower(call.Instance!);
        return Invoke(target, BindArguments(call.TargetMethod, call.Arguments), call, call.Type, name);
    }

    /// <summary>Calls a delegate on arguments that have been evaluated.</summary>
    private FrontValue Invoke(
        FrontValue target,
        List<BoundArgument> bound,
        IOperation call,
        ITypeSymbol? type,
        string name)
    {
        switch (target)
        {
            case FrontValue.Error:
                return target;
            case FrontValue.Deferred { Code: DelegateCode code } closure:
                return Invoke(code, closure, bound, call, name);
            case FrontValue.Choice choice when type is null or { SpecialType: SpecialType.System_Void }:
                Branch(
                    choice.Condition,
                    () => Invoke(choice.Then, bound, call, type, name),
                    () => Invoke(choice.Otherwise, bound, call, type, name));
                return FrontValue.Nothing;
            case FrontValue.Choice choice:
                return BranchValue(
                    choice.Condition,
                    type,
                    name,
                    () => Invoke(choice.Then, bound, call, type, ""),
                    () => Invoke(choice.Otherwise, bound, call, type, ""));
            default:
                return Reject(call, Reasons.Delegate);
        }
    }

    private FrontValue Invoke(
        DelegateCode code,
        FrontValue.Deferred closure,
        List<BoundArgument> bound,
        IOperation call,
        string name)
    {
        IMethodSymbol definition = code.Method.OriginalDefinition;
        definition = definition.PartialImplementationPart ?? definition;
        List<BoundArgument> own =
            [.. bound.Select(b => b with { Parameter = definition.Parameters[b.Parameter.Ordinal] })];

        if (code.Body is null)
        {
            return code is { Method.IsStatic: false, This: Place self }
                ? Obstacle(code.Method, call) ?? InlineBound(code.Method, own, call, name, new Receiver(self, null))
                : CallMethod(code.Method, own, call, name);
        }

        if (Exceeds(code, call) is FrontValue refused)
        {
            return refused;
        }

        return Run(code.Body, new Activation(code.Method, own, name, Prepare));

        void Prepare(CallFrame frame)
        {
            frame.Code = code;
            frame.This = code.This;

            foreach (KeyValuePair<ISymbol, Place> captured in code.Places)
            {
                frame.Places[captured.Key] = captured.Value;
            }

            for (int i = 0; i < code.Held.Count; i++)
            {
                frame.Places[code.Held[i]] = new Place.Held(closure.Parts[i]);
            }

            foreach (KeyValuePair<ITypeSymbol, ITypeSymbol> argument in code.TypeArguments)
            {
                frame.TypeArguments[argument.Key] = argument.Value;
            }
        }
    }

    private FrontValue? Exceeds(DelegateCode code, IOperation call)
    {
        for (CallFrame? frame = _frame; frame is not null; frame = frame.Caller)
        {
            if (ReferenceEquals(frame.Code, code))
            {
                return Reject(call, Reasons.RecursiveDelegate);
            }
        }

        return CountInlined(code.Method, call);
    }

    /// <summary>Before variables end, the delegates that outlive them take their values along.</summary>
    private void DetachDelegates(int count)
    {
        if (!_hasDelegates)
        {
            return;
        }

        Detach(_values, count);

        foreach (OpenBranch branch in _open)
        {
            Detach(branch.Closed.Values, count);
        }
    }

    private void Detach(List<FrontValue?> values, int count)
    {
        for (int i = 0; i < count && i < values.Count; i++)
        {
            if (values[i] is FrontValue value && HasDeferred(value))
            {
                values[i] = Detach(value, values, count);
            }
        }
    }

    private static bool HasDeferred(FrontValue value) => value switch
    {
        FrontValue.Deferred => true,
        FrontValue.Choice choice => HasDeferred(choice.Then) || HasDeferred(choice.Otherwise),
        FrontValue.Aggregate aggregate => aggregate.Elements.Any(HasDeferred),
        _ => false,
    };

    private FrontValue Detach(FrontValue value, List<FrontValue?> values, int count)
    {
        switch (value)
        {
            case FrontValue.Aggregate aggregate:
                return aggregate with { Elements = [.. aggregate.Elements.Select(e => Detach(e, values, count))] };
            case FrontValue.Choice choice:
                return choice with
                {
                    Then = Detach(choice.Then, values, count),
                    Otherwise = Detach(choice.Otherwise, values, count),
                };
            case FrontValue.Deferred { Code: DelegateCode code } closure when EndsBefore(code, count):
                return Detach(code, closure, values, count);
            case FrontValue.Deferred deferred when deferred.Parts.Any(HasDeferred):
                return deferred with { Parts = [.. deferred.Parts.Select(e => Detach(e, values, count))] };
            default:
                return value;
        }
    }

    private static bool EndsBefore(DelegateCode code, int count) =>
        code.Places.Values.Any(place => place is Place.Local local && local.Variable.Slot >= count);

    private FrontValue.Deferred Detach(
        DelegateCode code, FrontValue.Deferred closure, List<FrontValue?> values, int count)
    {
        Dictionary<ISymbol, Place> places = new(SymbolEqualityComparer.Default);
        List<ISymbol> held = [.. code.Held];
        List<FrontValue> parts = [.. closure.Parts.Select(part => Detach(part, values, count))];

        foreach (KeyValuePair<ISymbol, Place> captured in code.Places)
        {
            if (captured.Value is not Place.Local { Variable: { } variable } || variable.Slot < count)
            {
                places[captured.Key] = captured.Value;
            }
            else if (IsAlive(captured.Value) && values.ElementAtOrDefault(variable.Slot) is FrontValue last
                && !Mentions(last, code))
            {
                held.Add(captured.Key);
                parts.Add(Detach(last, values, count));
            }
        }

        return new FrontValue.Deferred(code with { Places = places, Held = held }, [.. parts]);
    }

    private static bool Mentions(FrontValue value, DelegateCode code) => value switch
    {
        FrontValue.Deferred deferred => deferred.Code.Equals(code) || deferred.Parts.Any(p => Mentions(p, code)),
        FrontValue.Choice choice => Mentions(choice.Then, code) || Mentions(choice.Otherwise, code),
        _ => false,
    };
}
