using System.Collections.Immutable;
using System.Globalization;
using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Calls of methods with source: their bodies are lowered where they are called.</summary>
internal sealed partial class OperationLowering
{
    /// <summary>Calls doubled at every level would grow without bound.</summary>
    private const int MaxInlined = 20_000;

    /// <summary>So often a method is inlined into itself, as where trees of objects are gone through.</summary>
    private const int MaxDepth = 8;

    private int _inlined;

    private FrontValue Inline(
        IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, IOperation call, string name,
        Receiver? receiver = null)
    {
        if (Obstacle(method, call) is FrontValue refused)
        {
            return refused;
        }

        // Arguments belong to the caller, and what they declare stays; the callee's own variables go.
        return InlineBound(method, BindArguments(method, arguments), call, name, receiver);
    }

    /// <summary>The same with arguments that are evaluated already.</summary>
    private FrontValue InlineBound(
        IMethodSymbol method, List<BoundArgument> bound, IOperation call, string name, Receiver? receiver = null)
    {
        if (LowerIteratorCall(method, bound, call, receiver) is FrontValue sequence)
        {
            return sequence;
        }

        if (_bodies.Calls.IsRecursive(method) || IsDeep(method))
        {
            return CallRecursive(method, bound, call, name, receiver);
        }

        CallFrame caller = _frame;
        bool isLocal = method.MethodKind == MethodKind.LocalFunction;

        return Run(_bodies.Of(method)!, new Activation(method, bound, name, Prepare, receiver));

        void Prepare(CallFrame frame)
        {
            if (isLocal)
            {
                frame.Surround(caller);
            }

            AddTypeArguments(frame, method);
        }
    }

    /// <summary>Whether a method is inlined into itself again and again: a call of an interface's member leads back to it.</summary>
    private bool IsDeep(IMethodSymbol method)
    {
        int depth = 0;

        for (CallFrame? frame = _frame; frame is not null; frame = frame.Caller)
        {
            depth += SymbolEqualityComparer.Default.Equals(frame.Method.OriginalDefinition, method.OriginalDefinition) ? 1 : 0;
        }

        return depth >= MaxDepth;
    }

    /// <summary>Lowers a body in a frame of its own.</summary>
    private FrontValue Run(IOperation body, Activation call) => EnterFrame(call, depth => LowerBody(body, depth));

    /// <summary>Runs something in a frame of its own, and gives what it has left in the frame's result.</summary>
    private FrontValue EnterFrame(Activation call, Action<int> body)
    {
        int scope = _variables.Count;
        int depth = _open.Count;
        IMethodSymbol method = call.Method;
        CallFrame caller = _frame;
        SyntaxNode? position = _position;
        Variable returned = DeclareFlag("returned");
        ITypeSymbol? type = method.ReturnsVoid ? null : ReturnType(method, call.Prepare);
        Variable? result = type is null ? null : Declare(call.Name, type);
        CallFrame frame = new(method, caller, returned, result) { This = call.Receiver?.Place };
        call.Prepare(frame);
        _frame = frame;

        if (call.Receiver is { Place: null, Value: FrontValue copy })
        {
            ITypeSymbol owner = call.Receiver.Type ?? method.ContainingType;
            frame.This = new Place.Local(Declare(call.Receiver.Name ?? Identifiers.Camel(owner.Name), owner, copy));
        }

        foreach (BoundArgument argument in call.Arguments)
        {
            if (argument.Place is not null)
            {
                frame.Places[argument.Parameter] = argument.Place;
            }
            else
            {
                Bind(argument.Parameter, Declare(argument.Parameter.Name, argument.Parameter.Type), argument.Value);
            }
        }

        body(depth);
        FrontValue? value = result is null ? FrontValue.Nothing : _values[result.Slot];
        value = value is null ? ZeroOf(result!.Type) : Detach(value, _values, scope);
        _frame = caller;
        _position = position;
        Leave(scope);
        return value;
    }

    private ITypeSymbol ReturnType(IMethodSymbol method, Action<CallFrame> prepare)
    {
        CallFrame caller = _frame;
        CallFrame frame = new(method, caller, caller.Returned, result: null);
        prepare(frame);
        _frame = frame;
        ITypeSymbol type = Resolve(method.OriginalDefinition.ReturnType)!;
        _frame = caller;
        return type;
    }

    private FrontValue? Obstacle(IMethodSymbol method, IOperation call)
    {
        if (method.IsExtern)
        {
            return Refuse(DiagnosticDescriptors.ForeignCall, call);
        }

        if (_bodies.Of(method) is null)
        {
            return RejectCall(call);
        }

        return CountInlined(method, call)
            ?? (method.IsAsync ? Refuse(DiagnosticDescriptors.Asynchronous, call)
                : method.RefKind != RefKind.None ? Reject(call, Reasons.UnusualMethod)
                : null);
    }

    private FrontValue? CountInlined(IMethodSymbol method, IOperation call)
    {
        if (++_inlined <= MaxInlined)
        {
            return null;
        }

        if (_inlined == MaxInlined + 1)
        {
            string limit = MaxInlined.ToString(CultureInfo.InvariantCulture);
            Report(DiagnosticDescriptors.TooManyCalls, call, method.Name, limit);
        }

        return FrontValue.Reported;
    }

    /// <summary>
    /// Evaluates arguments in the order written. A reference is a second name for the caller's place.
    /// </summary>
    private List<BoundArgument> BindArguments(
        IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        List<BoundArgument> bound = [];
        IMethodSymbol definition = Written(method);

        foreach (IArgumentOperation argument in arguments)
        {
            IParameterSymbol parameter = definition.Parameters[argument.Parameter!.Ordinal];

            if (parameter.RefKind is RefKind.Ref or RefKind.Out || IsSeenByReference(parameter, argument.Value))
            {
                bound.Add(new BoundArgument(parameter, LowerPlace(argument.Value), null));
            }
            else
            {
                bound.Add(new BoundArgument(parameter, null, Lower(argument.Value, Identifiers.Variable(parameter.Name))));
            }
        }

        return bound;
    }

    /// <summary>An <c>in</c> parameter is another name for a variable of its type, which may change while the method runs.</summary>
    private static bool IsSeenByReference(IParameterSymbol parameter, IOperation argument) =>
        parameter.RefKind is RefKind.In or RefKind.RefReadOnlyParameter
        && IsVariable(argument)
        && argument is not IInstanceReferenceOperation and not IFieldReferenceOperation { Field.IsStatic: true };

    private void AddTypeArguments(CallFrame frame, IMethodSymbol method)
    {
        for (int i = 0; i < method.TypeArguments.Length; i++)
        {
            frame.TypeArguments[method.OriginalDefinition.TypeParameters[i]] = Resolve(method.TypeArguments[i])!;
        }

        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            for (int i = 0; i < type.TypeArguments.Length; i++)
            {
                frame.TypeArguments[type.OriginalDefinition.TypeParameters[i]] = Resolve(type.TypeArguments[i])!;
            }
        }
    }
}
