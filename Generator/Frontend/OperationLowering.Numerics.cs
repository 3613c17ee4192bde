using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>The structs of <c>System.Numerics</c>, and <c>TensorPrimitives</c>.</summary>
internal sealed partial class OperationLowering
{
    /// <summary>The call in the user's code that source of our own stands for; null outside.</summary>
    private SyntaxNode? _libraryCall;

    /// <summary>Every constructor of theirs lists the parts in order, singly or in groups, or gives one number for all.</summary>
    private void ConstructNumeric(
        IMethodSymbol constructor, Place self, List<BoundArgument> arguments, IOperation creation)
    {
        if (FindZeroStruct(constructor.ContainingType) is not FrontValue zero
            || arguments.Count == 0 || arguments.Any(static a => a.Value is FrontValue.Error))
        {
            return;
        }

        Operand[] parts = [.. arguments.OrderBy(static a => a.Parameter.Ordinal).SelectMany(static a => Leaves(a.Value!))];
        bool isSame = parts.Length == 1 && constructor.ContainingType.Name is "Vector2" or "Vector3" or "Vector4";

        if (parts.Any(static p => p.Type is not IrType.Scalar { IsFloating: true })
            || (parts.Length != Leaves(zero).Count() && !isSame))
        {
            RejectCall(creation);
            return;
        }

        int next = 0;
        Write(self, zero.Map(_ => parts[isSame ? 0 : next++]), creation);
    }

    private FrontValue LowerNumericCall(
        IInvocationOperation call, IMethodSymbol method, FrontValue[] receiver, string name)
    {
        IOperation[] written = [.. InOrder(call)];
        Place?[] places = new Place?[receiver.Length + written.Length];
        FrontValue[] arguments = [.. receiver, .. written.Select((argument, i) =>
        {
            bool isOut = method.Parameters[i].RefKind == RefKind.Out;
            places[receiver.Length + i] = isOut ? LowerPlace(argument) : null;
            return isOut ? FrontValue.Nothing : Lower(argument);
        })];
        return LowerNumeric(method, arguments, call, name, places);
    }

    private FrontValue LowerNumeric(
        IMethodSymbol method, FrontValue[] arguments, IOperation origin, string name, Place?[]? places = null)
    {
        if (arguments.Any(static a => a is FrontValue.Error))
        {
            return FrontValue.Reported;
        }

        if (_bodies.Numerics(method, arguments.Length) is not IMethodSymbol own)
        {
            return RejectCall(origin);
        }

        bool quotes = _quotes;
        SyntaxNode? site = _libraryCall;
        _quotes = false;
        _libraryCall = SyntaxOf(origin);
        FrontValue value = InlineBound(
            own,
            [.. own.Parameters.Select((p, i) => new BoundArgument(p, places?[i], places?[i] is null ? arguments[i] : null))],
            origin,
            name);
        _quotes = quotes;
        _libraryCall = site;
        return value;
    }

    /// <summary>Where the user can see an operation: source of our own is not in any file.</summary>
    private SyntaxNode SyntaxOf(IOperation operation) => _libraryCall ?? operation.Syntax;

    private FrontValue LowerDefault(IDefaultValueOperation value) =>
        FindZero(value.Type) ?? RejectType(value, value.Type);
}
