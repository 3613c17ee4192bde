using Fluxion.Generator.Derivatives;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>From C#'s operators to primitives.</summary>
internal static class OperatorTable
{
    public static Primitive? Find(BinaryOperatorKind kind, bool isChecked) => kind switch
    {
        BinaryOperatorKind.Add => isChecked ? PrimitiveTable.AddChecked : PrimitiveTable.Add,
        BinaryOperatorKind.Subtract => isChecked ? PrimitiveTable.SubtractChecked : PrimitiveTable.Subtract,
        BinaryOperatorKind.Multiply => isChecked ? PrimitiveTable.MultiplyChecked : PrimitiveTable.Multiply,
        BinaryOperatorKind.Divide => PrimitiveTable.Divide,
        BinaryOperatorKind.Remainder => PrimitiveTable.Remainder,
        BinaryOperatorKind.LeftShift => PrimitiveTable.ShiftLeft,
        BinaryOperatorKind.RightShift => PrimitiveTable.ShiftRight,
        BinaryOperatorKind.UnsignedRightShift => PrimitiveTable.ShiftRightUnsigned,
        BinaryOperatorKind.And => PrimitiveTable.And,
        BinaryOperatorKind.Or => PrimitiveTable.Or,
        BinaryOperatorKind.ExclusiveOr => PrimitiveTable.Xor,
        BinaryOperatorKind.Equals => PrimitiveTable.Equal,
        BinaryOperatorKind.NotEquals => PrimitiveTable.NotEqual,
        BinaryOperatorKind.LessThan => PrimitiveTable.Less,
        BinaryOperatorKind.LessThanOrEqual => PrimitiveTable.LessOrEqual,
        BinaryOperatorKind.GreaterThan => PrimitiveTable.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => PrimitiveTable.GreaterOrEqual,
        _ => null,
    };

    public static Primitive? Find(UnaryOperatorKind kind, bool isChecked) => kind switch
    {
        UnaryOperatorKind.Minus => isChecked ? PrimitiveTable.NegateChecked : PrimitiveTable.Negate,
        UnaryOperatorKind.Not => PrimitiveTable.Not,
        UnaryOperatorKind.BitwiseNegation => PrimitiveTable.Complement,
        _ => null,
    };
}
