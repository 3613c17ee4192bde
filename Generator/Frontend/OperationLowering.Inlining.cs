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

    private int _inlined;

    private FrontValue Inline(
        IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, IOperation call, string name)
    {
        if (Obstacle(method, call) is FrontValue refused)
        {
            return refused;
        }

        // Arguments belong to the caller, and what they declare stays; the callee's own variables go.
        return InlineBound(method, BindArguments(method, arguments), call, name);
    }

    private FrontValue InlineBound(
        IMethodSymbol method,
        List<(IParameterSymbol Parameter, Place? Place, FrontValue? Value)> bound,
        IOperation call,
        string name)
    {
        if (_bodies.Calls.IsRecursive(method))
        {
            return CallRecursive(method, bound, call, name);
        }

        CallFrame caller = _frame;
        bool isLocal = method.MethodKind == MethodKind.LocalFunction;

        return Run(method, _bodies.Of(method)!, bound, name, frame =>
        {
            if (isLocal)
            {
                frame.Surround(caller);
            }

            AddTypeArguments(frame, method);
        });
    }

    /// <summary>Lowers a body in a frame of its own.</summary>
    private FrontValue Run(
        IMethodSymbol method,
        IOperation body,
        List<(IParameterSymbol Parameter, Place? Place, FrontValue? Value)> bound,
        string name,
        Action<CallFrame> prepare)
    {
        int scope = _variables.Count;
        int depth = _open.Count;
        CallFrame caller = _frame;
        SyntaxNode? position = _position;
        Variable returned = DeclareFlag("returned");
        ITypeSymbol? type = method.ReturnsVoid ? null : ReturnType(method, prepare);
        Variable? result = type is null ? null : Declare(name, type);
        CallFrame frame = new(method, caller, returned, result);
        prepare(frame);
        _frame = frame;

        foreach ((IParameterSymbol parameter, Place? place, FrontValue? value) in bound)
        {
            if (place is not null)
            {
                frame.Places[parameter] = place;
            }
            else
            {
                Bind(parameter, Declare(parameter.Name, Resolve(parameter.Type)!), value);
            }
        }

        LowerBody(body, depth);
        FrontValue? value1 = result is null ? FrontValue.Nothing : _values[result.Slot];
        value1 = value1 is null ? ZeroOf(result!.Type) : Detach(value1, _values, scope);
        _frame = caller;
        _position = position;
        Leave(scope);
        return value1;
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
        if (_bodies.Of(method) is null || method.IsExtern)
        {
            return RejectCall(call);
        }

        return CountInlined(method, call) ?? (method.IsAsync || method.RefKind != RefKind.None
            ? Reject(call, Reasons.UnusualMethod)
            : null);
    }

    private FrontValue? CountInlined(IMethodSymbol method, IOperation call)
    {
        if (++_inlined <= MaxInlined)
        {
            return null;
        }

        string limit = MaxInlined.ToString(CultureInfo.InvariantCulture);
        Report(DiagnosticDescriptors.TooManyCalls, call, method.Name, limit);
        return FrontValue.Reported;
    }

    /// <summary>
    /// Evaluates arguments in the order written. A reference is a second name for the caller's place.
    /// </summary>
    private List<(IParameterSymbol Parameter, Place? Place, FrontValue? Value)> BindArguments(
        IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        List<(IParameterSymbol Parameter, Place? Place, FrontValue? Value)> bound = [];
        IMethodSymbol definition = method.OriginalDefinition;
        definition = definition.PartialImplementationPart ?? definition;

        foreach (IArgumentOperation argument in arguments)
        {
            IParameterSymbol parameter = definition.Parameters[argument.Parameter!.Ordinal];

            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
            {
                bound.Add((parameter, LowerPlace(argument.Value), null));
            }
            else
            {
                bound.Add((parameter, null, Lower(argument.Value, parameter.Name)));
            }
        }

        return bound;
    }

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
