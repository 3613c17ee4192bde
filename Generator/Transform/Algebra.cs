using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using static Fluxion.Generator.Derivatives.PrimitiveTable;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Local simplification of one operation. Exact operations are replaced only by what has the same bits, NaN and signed
/// zeros included; the arithmetic of derivatives is simplified as real numbers.
/// </summary>
internal sealed partial class Algebra(Func<Operand, Expr?> definition, Func<IrType, Expr, Operand> emit)
{
    private readonly ExponentialProducts _exponentials = new(
        definition, (primitive, type, arguments) => emit(type, new Expr.Apply(primitive, arguments.ToEquatable(), Exact: false)));

    private static readonly Dictionary<Primitive, Rule> Rules = new()
    {
        [Add] = static (a, e, t) => a.SimplifyAdd(e, t),
        [Subtract] = static (a, e, t) => a.SimplifySubtract(e, t),
        [Multiply] = static (a, e, t) => a.SimplifyMultiply(e, t),
        [StrongMultiply] = static (a, e, t) => a.SimplifyStrongMultiply(e, t),
        [SteepMultiply] = static (a, e, t) => a.SimplifyStrongMultiply(e, t),
        [Divide] = static (a, e, t) => a.SimplifyDivide(e, t),
        [Pow] = static (a, e, t) => SimplifyPow(e, t),
        [Negate] = static (a, e, t) => a.SimplifyNegate(e, t),
        [PrimitiveTable.Convert] = static (a, e, t) => e.Arguments[0].Type == t ? e.Arguments[0] : null,
        [Select] = static (a, e, t) => SimplifySelect(e),
        [WithSlopesOf] = static (a, e, t) => e.Arguments[0],
        [Not] = static (a, e, t) => a.DefinitionOf(e.Arguments[0], Not)?.Arguments[0],
        [Equal] = static (a, e, t) => SimplifyComparison(e, isTrue: true) ?? a.SimplifyEqual(e),
        [NotEqual] = static (a, e, t) => SimplifyComparison(e, isTrue: false),
        [Less] = static (a, e, t) => SimplifyComparison(e, isTrue: false),
        [LessOrEqual] = static (a, e, t) => SimplifyComparison(e, isTrue: true),
        [Greater] = static (a, e, t) => SimplifyComparison(e, isTrue: false),
        [GreaterOrEqual] = static (a, e, t) => SimplifyComparison(e, isTrue: true),
        [And] = static (a, e, t) => SimplifyAnd(e, t),
        [Or] = static (a, e, t) => SimplifyOr(e, t),
    };

    private delegate Operand? Rule(Algebra algebra, Expr.Apply expression, IrType type);

    /// <summary>The operand that equals the expression, or <c>null</c> where it is as simple as it gets.</summary>
    public Operand? Simplify(Expr.Apply expression, IrType type) =>
        ConstantFolder.Fold(expression.Primitive, expression.Arguments, type)
        ?? (Rules.TryGetValue(expression.Primitive, out Rule? rule) ? rule(this, expression, type) : null);

    private Operand Relaxed(Primitive primitive, IrType type, params Operand[] arguments) =>
        emit(type, new Expr.Apply(primitive, arguments.ToEquatable(), Exact: false));

    /// <summary>The operation that computed an operand, if it is this one.</summary>
    private Expr.Apply? DefinitionOf(Operand operand, Primitive primitive) =>
        definition(operand) is Expr.Apply apply && apply.Primitive == primitive ? apply : null;

    /// <summary>The same, if reassociation may look through it.</summary>
    private Expr.Apply? RelaxedDefinitionOf(Operand operand, Primitive primitive) =>
        DefinitionOf(operand, primitive) is { Exact: false } apply ? apply : null;

    private Operand? Negated(Operand operand) => DefinitionOf(operand, Negate)?.Arguments[0];

    private static bool IsZero(Operand operand) => operand is Constant { IsZero: true };

    private static bool IsOne(Operand operand) => operand is Constant { IsOne: true };

    private static bool IsMinusOne(Operand operand) => operand is Constant { Number: -1 };

    /// <summary>Adding it changes nothing, not even the sign of a zero: −0.0, or the zero of integers.</summary>
    private static bool IsNeutral(Operand operand) => operand is Constant { IsZero: true } zero
        && (!zero.IsFloating || BitConverter.DoubleToInt64Bits(zero.Number) != 0);

    private Operand? SimplifyAdd(Expr.Apply sum, IrType type)
    {
        Operand left = sum.Arguments[0];
        Operand right = sum.Arguments[1];

        if (IsNeutral(right) || (!sum.Exact && IsZero(right)))
        {
            return left;
        }

        if (IsNeutral(left) || (!sum.Exact && IsZero(left)))
        {
            return right;
        }

        if (sum.Exact)
        {
            return null;
        }

        return left == right ? Relaxed(Multiply, type, Constant.Real(2, type), left)
            : Negated(right) is { } subtrahend ? Relaxed(Subtract, type, left, subtrahend)
            : Negated(left) is { } first ? Relaxed(Subtract, type, right, first)
            : right is Constant { Number: < 0 } negative && type.IsFloating ? Relaxed(Subtract, type, left, Constant.Real(-negative.Number, type))
            : null;
    }

    private Operand? SimplifySubtract(Expr.Apply difference, IrType type)
    {
        Operand left = difference.Arguments[0];
        Operand right = difference.Arguments[1];

        // x - 0.0 is x for every x; x - -0.0 is not, for x = -0.0.
        if (IsZero(right) && (!difference.Exact || !IsNeutral(right) || right is Constant { IsFloating: false }))
        {
            return left;
        }

        if (difference.Exact)
        {
            return null;
        }

        return IsZero(left) ? Relaxed(Negate, type, right)
            : Negated(right) is { } addend ? Relaxed(Add, type, left, addend)
            : null;
    }

    private Operand? SimplifyNegate(Expr.Apply negation, IrType type)
    {
        Operand operand = negation.Arguments[0];

        if (Negated(operand) is { } inner)
        {
            return inner;
        }

        // -(a - b) is b - a but for the sign of a zero.
        return !negation.Exact && RelaxedDefinitionOf(operand, Subtract) is { } difference
            ? Relaxed(Subtract, type, difference.Arguments[1], difference.Arguments[0])
            : null;
    }

    private Operand? SimplifyDivide(Expr.Apply quotient, IrType type)
    {
        Operand left = quotient.Arguments[0];
        Operand right = quotient.Arguments[1];

        if (IsOne(right))
        {
            return left;
        }

        if (quotient.Exact || !type.IsFloating)
        {
            return null;
        }

        return IsZero(left) ? left
            : Negated(left) is { } numerator ? Relaxed(Negate, type, Relaxed(Divide, type, numerator, right))
            : null;
    }

    // Pow(x, 1.0) is x, Pow(x, 0.0) is 1, for every x.
    private static Operand? SimplifyPow(Expr.Apply power, IrType type) =>
        IsOne(power.Arguments[1]) ? power.Arguments[0]
        : IsZero(power.Arguments[1]) ? Constant.Real(1, type)
        : null;

    private static Operand? SimplifySelect(Expr.Apply select)
    {
        Operand condition = select.Arguments[0];
        return condition is Constant known ? select.Arguments[known.IsZero ? 2 : 1]
            : select.Arguments[1] == select.Arguments[2] ? select.Arguments[1]
            : null;
    }

    // A number compared with itself; NaN is not equal to itself.
    private static Constant? SimplifyComparison(Expr.Apply comparison, bool isTrue) =>
        comparison.Arguments[0] is Value { Type: IrType.Scalar { IsFloating: false } } own
            && own.Equals(comparison.Arguments[1])
            ? Constant.Of(isTrue)
            : null;

    // c / n == 0 is false for a whole number n, which is not infinite, unless c is so small that the quotient vanishes.
    private Constant? SimplifyEqual(Expr.Apply equality) =>
        IsZero(equality.Arguments[1]) && DefinitionOf(equality.Arguments[0], Divide) is { } quotient
        && quotient.Arguments[0] is Constant dividend && Math.Abs(dividend.Number) > 1e-20
        && DefinitionOf(quotient.Arguments[1], PrimitiveTable.Convert) is { } divisor && !divisor.Arguments[0].Type.IsFloating
            ? Constant.False
            : null;

    private static Operand? SimplifyAnd(Expr.Apply conjunction, IrType type) => type != IrType.Boolean ? null
        : conjunction.Arguments.Any(IsZero) ? Constant.False
        : IsOne(conjunction.Arguments[0]) ? conjunction.Arguments[1]
        : IsOne(conjunction.Arguments[1]) ? conjunction.Arguments[0]
        : null;

    private static Operand? SimplifyOr(Expr.Apply disjunction, IrType type) => type != IrType.Boolean ? null
        : disjunction.Arguments.Any(IsOne) ? Constant.True
        : IsZero(disjunction.Arguments[0]) ? disjunction.Arguments[1]
        : IsZero(disjunction.Arguments[1]) ? disjunction.Arguments[0]
        : null;
}
