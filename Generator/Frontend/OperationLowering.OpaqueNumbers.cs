using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// <c>decimal</c> and <c>Half</c>: C# computes with them, to the last digit, and derivatives end where they begin. What
/// counts in the result is told by a warning.
/// </summary>
internal sealed partial class OperationLowering
{
    private static bool IsOpaqueNumber(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_Decimal }
        || (type is { Name: "Half" } && TypeMap.Of(type) is IrType.Opaque);

    /// <summary>An operator or conversion that the type itself has; null for any other.</summary>
    private FrontValue? LowerOpaqueOperator(
        IMethodSymbol target, IOperation operation, string name, FrontValue[] operands)
    {
        if (!IsOpaqueNumber(target.ContainingType) || TypeOf(target.ReturnType) is not IrType result
            || operands.Any(static operand => operand is not FrontValue.Leaf))
        {
            return null;
        }

        Operand[] leaves = [.. operands.Select(ToOperand)];
        BinaryOperatorKind? kind = operation switch
        {
            IBinaryOperation binary => binary.OperatorKind,
            ICompoundAssignmentOperation compound => compound.OperatorKind,
            _ => null,
        };

        return (leaves.Length, target.Name) switch
        {
            (1, "op_Implicit" or "op_Explicit") => new FrontValue.Leaf(
                Convert(leaves[0], result, isChecked: false, operation, name)),
            (1, "op_UnaryNegation") => new FrontValue.Leaf(Let(result, new Expr.Verbatim("-{0}", [leaves[0]]), name)),
            (1, "op_UnaryPlus") => operands[0],
            (2, _) when kind is BinaryOperatorKind known => Binary(
                new Operator(operation, known, IsChecked: false), result, leaves[0], leaves[1], name),
            _ => null,
        };
    }

    private FrontValue LowerOpaqueIncrement(IIncrementOrDecrementOperation step)
    {
        Place target = LowerPlace(step.Target);
        FrontValue before = Load(target, "", step.Target);
        IrType type = TypeOf(step.Type)!;
        string text = step.Kind == OperationKind.Increment ? "{0} + " : "{0} - ";
        FrontValue after = new FrontValue.Leaf(
            Let(type, new Expr.Verbatim($"{text}({TextOf(type)})1", [ToOperand(before)]), NameOf(target)));
        Write(target, after, step);
        return step.IsPostfix ? before : after;
    }

    /// <summary>A function of such numbers, as <c>decimal.Round</c> and <c>Half.Sqrt</c>; null for any other method.</summary>
    private FrontValue? LowerOpaqueFunction(IInvocationOperation call, string name)
    {
        IMethodSymbol method = call.TargetMethod;
        bool isNumeric = IsOpaqueNumber(method.ContainingType)
            || (LibraryMethods.TypeName(method.ContainingType) is not null && method.Parameters.Any(static p => IsOpaqueNumber(p.Type)));

        return isNumeric && method is { IsStatic: true, IsGenericMethod: false } && TypeOf(method.ReturnType) is IrType result
            && IsNumber(method.ReturnType)
            && method.Parameters.All(static p => p.RefKind == RefKind.None && IsNumber(p.Type))
                ? new FrontValue.Leaf(Let(result, Verbatim(call), name))
                : null;
    }

    private static bool IsNumber(ITypeSymbol type) =>
        IsOpaqueNumber(type) || type.TypeKind == TypeKind.Enum || TypeMap.Of(type) is IrType.Scalar;
}
