using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>What the head of a counted loop says about its index in the body: it is between start and bound.</summary>
internal static class IndexFacts
{
    /// <summary>The truth of a comparison, where the loop of one of its operands decides it.</summary>
    /// <param name="comparison">Any operation.</param>
    /// <param name="loops">The loops by the number of their index.</param>
    public static Constant? Decide(Expr.Apply comparison, IReadOnlyDictionary<int, Statement.For> loops)
    {
        Primitive primitive = comparison.Primitive;
        bool isLess = primitive == PrimitiveTable.Less || primitive == PrimitiveTable.LessOrEqual;

        if (!isLess && primitive != PrimitiveTable.Greater && primitive != PrimitiveTable.GreaterOrEqual)
        {
            return null;
        }

        // a > b is b < a, a >= b is not a < b
        (Operand left, Operand right) = isLess
            ? (comparison.Arguments[0], comparison.Arguments[1])
            : (comparison.Arguments[1], comparison.Arguments[0]);
        bool isStrict = primitive == PrimitiveTable.Less || primitive == PrimitiveTable.Greater;
        return IsLess(left, right, orEqual: !isStrict, loops) ? Constant.True
            : IsLess(right, left, orEqual: isStrict, loops) ? Constant.False
            : null;
    }

    /// <summary>Whether one operand is certainly below another, or equal to it if that is enough.</summary>
    private static bool IsLess(Operand left, Operand right, bool orEqual, IReadOnlyDictionary<int, Statement.For> loops)
    {
        if (left is Value below && loops.TryGetValue(below.Id, out Statement.For? loop)
            && loop.Bound == right && (loop.Test == LoopTest.Less || (orEqual && loop.Test == LoopTest.LessOrEqual)))
        {
            return true;
        }

        return right is Value above && left is Constant { Type: IrType.Scalar { Kind: ScalarKind.Int32 } } limit
            && loops.TryGetValue(above.Id, out Statement.For? upward) && Lowest(upward) is { } lowest
            && (limit.Number < lowest || (orEqual && limit.Number == lowest));
    }

    /// <summary>The smallest index, if it is known. In steps of one it does not wrap around on its way to a bound that it does not reach.</summary>
    private static double? Lowest(Statement.For loop) => loop switch
    {
        { Step: 1, Test: LoopTest.Less, Start: Constant start } => start.Number,
        { Test: LoopTest.GreaterOrEqual, Bound: Constant bound } => bound.Number,
        { Test: LoopTest.Greater, Bound: Constant bound } => bound.Number + 1,
        _ => null,
    };
}
