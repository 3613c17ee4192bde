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
        if (IsUserOperator(operation.OperatorMethod, operation.ConstrainedToType))
        {
            return operation.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr
                ? Reject(operation, Reasons.UserOperator)
                : CallOperator(
                    Implementation(operation.OperatorMethod!, operation.ConstrainedToType), operation.IsLifted, operation, name, left, Lower(operation.RightOperand));
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

        if (TestedForMissing(operation, left, rightValue) is Operand has)
        {
            return new FrontValue.Leaf(operation.OperatorKind == BinaryOperatorKind.Equals ? Opposite(has) : has);
        }

        if (References.Are(left) && References.Are(rightValue))
        {
            return Compare(left, rightValue, operation.OperatorKind == BinaryOperatorKind.Equals, operation);
        }

        if (operation.IsLifted)
        {
            return LiftBinary(operation, left, rightValue, name);
        }

        if (left is not FrontValue.Leaf || rightValue is not FrontValue.Leaf
            || TypeOf(operation.Type) is not IrType type)
        {
            return Reject(operation, Reasons.UserOperator);
        }

        Operator op = new(operation, operation.OperatorKind, operation.IsChecked);
        return Binary(op, type, ToOperand(left), ToOperand(rightValue), name);
    }

    private FrontValue Binary(Operator op, IrType type, Operand left, Operand right, string name)
    {
        if (left.Type is IrType.Opaque || right.Type is IrType.Opaque)
        {
            return OpaqueOperators.Text(op.Kind) is string text
                ? new FrontValue.Leaf(Let(type, new Expr.Verbatim($"{{0}} {text} {{1}}", [left, right]), name))
                : Reject(op.Origin, Reasons.Expression(op.Origin));
        }

        if (left.Type.IsFloating && op.Kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals && _libraryCall is null)
        {
            _losses.AddComparison(left, right, op.Origin.Syntax);
        }

        return left.Type is IrType.Scalar && right.Type is IrType.Scalar
            && OperatorTable.Find(op.Kind, op.IsChecked && type.IsInteger) is Primitive primitive
            ? new FrontValue.Leaf(Apply(type, primitive, name, left, right))
            : Reject(op.Origin, Reasons.Expression(op.Origin));
    }

    private FrontValue ComputeUnary(IUnaryOperation operation, FrontValue operand, string name)
    {
        if (IsUserOperator(operation.OperatorMethod, operation.ConstrainedToType))
        {
            return CallOperator(
                Implementation(operation.OperatorMethod!, operation.ConstrainedToType), operation.IsLifted, operation, name, operand);
        }

        if (operand is FrontValue.Error)
        {
            return operand;
        }

        if (operation.IsLifted)
        {
            return Lift("", operation.Type, name, [operand], values =>
                Unary(operation, TypeOf(Underlying(operation.Type)), values[0], ""));
        }

        return Unary(operation, TypeOf(operation.Type), operand, name);
    }

    private FrontValue Unary(IUnaryOperation operation, IrType? type, FrontValue operand, string name)
    {
        if (IsOpaqueNumber(Underlying(operation.Type) ?? Resolve(operation.Type)) && operand is FrontValue.Leaf { Operand: Operand number })
        {
            return operation.OperatorKind == UnaryOperatorKind.Plus
                ? operand
                : new FrontValue.Leaf(Let(number.Type, new Expr.Verbatim("-{0}", [number]), name));
        }

        if (operand is not FrontValue.Leaf || type is not IrType.Scalar)
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
