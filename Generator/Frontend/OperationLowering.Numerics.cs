using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>The structs of <c>System.Numerics</c>.</summary>
internal sealed partial class OperationLowering
{
    private void ConstructNumeric(
        IMethodSymbol constructor, Place self, List<BoundArgument> arguments, IOperation creation) =>
        RejectCall(creation);

    private FrontValue LowerNumericCall(
        IInvocationOperation call, IMethodSymbol method, FrontValue[] receiver, string name) => RejectCall(call);

    private FrontValue LowerNumeric(
        IMethodSymbol method, FrontValue[] arguments, IOperation origin, string name) => RejectCall(origin);

    private FrontValue LowerDefault(IDefaultValueOperation value) =>
        FindZero(value.Type) ?? RejectType(value, value.Type);
}
