using Fluxion.Generator.Ir;
using static Fluxion.Generator.Derivatives.PrimitiveTable;

namespace Fluxion.Generator.Transform;

/// <summary>Products: signs move out, constants meet in front, a selection swallows its factor.</summary>
internal sealed partial class Algebra
{
    private Operand? SimplifyMultiply(Expr.Apply product, IrType type)
    {
        Operand left = product.Arguments[0];
        Operand right = product.Arguments[1];

        if (IsOne(left))
        {
            return right;
        }

        if (IsOne(right))
        {
            return left;
        }

        return product.Exact ? null : SimplifyRelaxedProduct(left, right, type);
    }

    private Operand? SimplifyStrongMultiply(Expr.Apply product, IrType type)
    {
        Operand left = product.Arguments[0];
        Operand right = product.Arguments[1];

        // What comes through a vertical tangent must stay known as such, even times one.
        if (product.Primitive == SteepMultiply && left is not Constant && !IsZero(right))
        {
            return null;
        }

        if (IsOne(left))
        {
            return right;
        }

        if (product.Primitive == StrongMultiply && _exponentials.Simplify(left, right, type) is { } shares)
        {
            return shares;
        }

        if (IsOne(right))
        {
            return left;
        }

        // A factor that is a finite constant other than zero needs no guard.
        if (IsFinite(left) || IsFinite(right))
        {
            return IsZero(left) || IsZero(right)
                ? Constant.Real(0, type)
                : Relaxed(Multiply, type, left, right);
        }

        return SignOf(left, right, type, product.Primitive) ?? Distribute(left, right, type, product.Primitive);
    }

    private static bool IsFinite(Operand operand) =>
        operand is Constant constant && !double.IsInfinity(constant.Number) && !double.IsNaN(constant.Number);

    private Operand? SimplifyRelaxedProduct(Operand left, Operand right, IrType type)
    {
        if (!type.IsFloating)
        {
            return null;
        }

        if (IsZero(left) || IsZero(right))
        {
            return Constant.Real(0, type);
        }

        if (IsMinusOne(left) || IsMinusOne(right))
        {
            return Relaxed(Negate, type, IsMinusOne(left) ? right : left);
        }

        // Constants stand in front.
        if (right is Constant && left is not Constant)
        {
            return Relaxed(Multiply, type, right, left);
        }

        return SignOf(left, right, type, Multiply)
            ?? IntoDividend(left, right, type)
            ?? GatherConstants(left, right, type)
            ?? Distribute(left, right, type, Multiply);
    }

    // (-a) * b  →  -(a * b)
    private Operand? SignOf(Operand left, Operand right, IrType type, Derivatives.Primitive product) =>
        Negated(left) is { } first ? Relaxed(Negate, type, Relaxed(product, type, first, right))
        : Negated(right) is { } second ? Relaxed(Negate, type, Relaxed(product, type, left, second))
        : null;

    // 2 * (1 / n)  →  2 / n
    private Operand? IntoDividend(Operand left, Operand right, IrType type) =>
        left is Constant factor && RelaxedDefinitionOf(right, Divide) is { } quotient && quotient.Arguments[0] is Constant dividend
            ? Relaxed(Divide, type, Constant.Real(factor.Number * dividend.Number, type), quotient.Arguments[1])
            : null;

    // 2 * (3 * a)  →  6 * a          a * (2 * b)  →  2 * (a * b)
    private Operand? GatherConstants(Operand left, Operand right, IrType type)
    {
        if (RelaxedDefinitionOf(right, Multiply) is { } inner && inner.Arguments[0] is Constant factor)
        {
            return left is Constant constant
                ? Relaxed(Multiply, type, Constant.Real(constant.Number * factor.Number, type), inner.Arguments[1])
                : Relaxed(Multiply, type, factor, Relaxed(Multiply, type, left, inner.Arguments[1]));
        }

        return left is not Constant && RelaxedDefinitionOf(left, Multiply) is { } first && first.Arguments[0] is Constant front
            ? Relaxed(Multiply, type, front, Relaxed(Multiply, type, first.Arguments[1], right))
            : null;
    }

    // (c ? a : 0) * b  →  c ? a * b : 0
    private Operand? Distribute(Operand left, Operand right, IrType type, Derivatives.Primitive product) =>
        DistributeOver(left, right, type, product) ?? DistributeOver(right, left, type, product);

    private Operand? DistributeOver(Operand selection, Operand factor, IrType type, Derivatives.Primitive product)
    {
        if (RelaxedDefinitionOf(selection, Select) is not { } select
            || select.Arguments[1] is not Constant whenTrue || select.Arguments[2] is not Constant whenFalse)
        {
            return null;
        }

        return Relaxed(
            Select, type, select.Arguments[0],
            Relaxed(product, type, whenTrue, factor), Relaxed(product, type, whenFalse, factor));
    }
}
