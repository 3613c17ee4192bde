using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>Lengths: which are never negative, and what the method does if one is.</summary>
internal static class NonNegative
{
    public static bool Is(Operand length, Func<Operand, Expr?> definitionOf) =>
        length is Constant { Number: >= 0 } || definitionOf(length) is Expr.Length;

    /// <summary>Throws what <c>new T[length]</c> throws.</summary>
    public static Operand Require(IrBuilder builder, Operand length)
    {
        Value isNegative = builder.Exact(IrType.Boolean, PrimitiveTable.Less, length, Constant.Int(0));
        Block thrown = new([new Statement.Throw("new global::System.OverflowException()", [])], []);
        builder.Add(new Statement.If(builder.Label(), isNegative, thrown, Block.Empty, []));
        return length;
    }

    /// <summary>The length that a statement of this form has checked.</summary>
    public static Operand? CheckedBy(Statement statement, Func<Operand, Expr?> definitionOf) =>
        statement is Statement.If { Then.Statements: [Statement.Throw] } branch
        && definitionOf(branch.Condition) is Expr.Apply { Arguments: { Count: 2 } arguments } apply
        && apply.Primitive == PrimitiveTable.Less && arguments[1] is Constant { IsZero: true }
            ? arguments[0]
            : null;
}
