using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Elements compared as the library does by default.</summary>
internal sealed partial class OperationLowering
{
    /// <summary>How the library compares by default; null for any other call.</summary>
    private FrontValue? LowerDefaultComparer(IInvocationOperation call, string name)
    {
        if (call.Instance is not IPropertyReferenceOperation { Property: { Name: "Default", ContainingType.Name: "EqualityComparer" or "Comparer" } comparer }
            || call.Arguments.Length != 2 || call.TargetMethod.Name is not ("Equals" or "Compare"))
        {
            return null;
        }

        FrontValue left = Lower(call.Arguments[0].Value);
        FrontValue right = Lower(call.Arguments[1].Value);
        bool isEquality = comparer.ContainingType.Name == "EqualityComparer";

        switch (left, right)
        {
            case (FrontValue.Error, _) or (_, FrontValue.Error):
                return FrontValue.Reported;
            case (FrontValue.Leaf { Operand: { Type: IrType.Scalar } own }, FrontValue.Leaf { Operand: { Type: IrType.Scalar } its }):
                return new FrontValue.Leaf(Let(
                    isEquality ? IrType.Boolean : IrType.Int32,
                    new Expr.Verbatim(isEquality ? "{0}.Equals({1})" : "{0}.CompareTo({1})", [own, its]), name));
            case (FrontValue.Aggregate own, FrontValue.Aggregate its) when isEquality && ComparesFields(call.Arguments[0].Value.Type):
                return Compare(own, its, equal: true, call);
            default:
                return Reject(call, Reasons.Order);
        }
    }

    /// <summary>Whether values are equal where their fields are: of records and tuples, unless they say otherwise.</summary>
    private bool ComparesFields(ITypeSymbol? type) => Resolve(type) is INamedTypeSymbol named
        && (named.IsTupleType || (named.IsRecord
            && named.GetMembers("Equals").OfType<IMethodSymbol>().All(static m => m.IsImplicitlyDeclared)));
}
