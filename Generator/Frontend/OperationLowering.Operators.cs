using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Operators on scalars.</summary>
internal sealed partial class OperationLowering
{
    private FrontValue ComputeBinary(IBinaryOperation operation, FrontValue left, string name)
    {
        if (operation.OperatorMethod is not null && operation.OperatorMethod.ContainingType.SpecialType == SpecialType.None)
        {
            return Reject(operation, Reasons.UserOperator);
        }

        if (operation.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
        {
            return operation.Type?.SpecialType == SpecialType.System_Boolean
                ? LowerShortCircuit(operation, left, name)
                : Reject(operation, Reasons.UserOperator);
        }

        FrontValue rightValue = Lower(operation.RightOperand);

        if (left is FrontValue.Error || rightValue is FrontValue.Error)
        {
            return FrontValue.Reported;
        }

        if (operation.IsLifted || TypeOf(operation.Type) is not IrType type)
        {
            return RejectType(operation, operation.Type);
        }

        return Binary(operation, operation.OperatorKind, operation.IsChecked, type, ToOperand(left), ToOperand(rightValue), name);
    }

    private FrontValue Binary(
        IOperation operation, BinaryOperatorKind kind, bool isChecked, IrType type, Operand left, Operand right, string name)
    {
        if (left.Type is not IrType.Scalar || right.Type is not IrType.Scalar || type is not IrType.Scalar)
        {
            return OpaqueOperators.Text(kind) is string text && left.Type is not IrType.Array && right.Type is not IrType.Array
                ? new FrontValue.Leaf(Let(type, new Expr.Verbatim($"{{0}} {text} {{1}}", [left, right]), name))
                : Reject(operation, Reasons.Expression(operation));
        }

        return OperatorTable.Find(kind, isChecked && type.IsInteger) is Primitive primitive
            ? new FrontValue.Leaf(Apply(type, primitive, name, left, right))
            : Reject(operation, Reasons.Expression(operation));
    }

    private FrontValue ComputeUnary(IUnaryOperation operation, FrontValue operand, string name)
    {
        if (operation.OperatorMethod is not null && operation.OperatorMethod.ContainingType.SpecialType == SpecialType.None)
        {
            return Reject(operation, Reasons.UserOperator);
        }

        if (operand is FrontValue.Error)
        {
            return operand;
        }

        if (operation.IsLifted || TypeOf(operation.Type) is not IrType.Scalar type)
        {
            return RejectType(operation, operation.Type);
        }

        if (operation.OperatorKind == UnaryOperatorKind.Plus)
        {
            return operand;
        }

        return OperatorTable.Find(operation.OperatorKind, operation.IsChecked && type.IsInteger) is Primitive primitive
            ? new FrontValue.Leaf(Apply(type, primitive, name, ToOperand(operand)))
            : Reject(operation, Reasons.Expression(operation));
    }
}
