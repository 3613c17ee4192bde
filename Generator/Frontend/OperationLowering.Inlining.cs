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
        List<(IParameterSymbol Parameter, Place? Place, FrontValue? Value)> bound = BindArguments(method, arguments);
        int scope = _variables.Count;
        int depth = _open.Count;
        CallFrame caller = _frame;
        Variable returned = DeclareFlag("returned");
        Variable? result = method.ReturnsVoid ? null : Declare(name, Resolve(method.ReturnType)!);
        CallFrame frame = new(method, caller, returned, result);
        AddTypeArguments(frame, method);
        _frame = frame;

        foreach ((IParameterSymbol parameter, Place? place, FrontValue? value) in bound)
        {
            if (place is not null)
            {
                frame.Places[parameter] = place;
            }
            else
            {
                Bind(parameter, Declare(parameter.Name, parameter.Type), value);
            }
        }

        LowerBody(_bodies.Of(method)!, depth);
        FrontValue? value1 = result is null ? FrontValue.Nothing : _values[result.Slot];
        _frame = caller;
        Leave(scope);
        return value1 ?? ZeroOf(call.Type);
    }

    private FrontValue? Obstacle(IMethodSymbol method, IOperation call)
    {
        if (_bodies.Of(method) is null || method.IsExtern)
        {
            return RejectCall(call);
        }

        if (_frame.IsActive(method))
        {
            Report(DiagnosticDescriptors.Recursion, call, method.Name);
            return FrontValue.Reported;
        }

        if (++_inlined > MaxInlined)
        {
            string limit = MaxInlined.ToString(CultureInfo.InvariantCulture);
            Report(DiagnosticDescriptors.TooManyCalls, call, method.Name, limit);
            return FrontValue.Reported;
        }

        return method.IsAsync || method.RefKind != RefKind.None ? Reject(call, Reasons.UnusualMethod) : null;
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
