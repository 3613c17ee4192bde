using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Guards the products of derivatives in which zero must win, where a factor can be infinite, and leaves plain products
/// elsewhere: rule 3 of the conventions at kinks.
/// </summary>
internal sealed class StrongZero
{
    private readonly Finiteness _finiteness;
    private readonly IrBuilder _builder;
    private readonly Dictionary<int, Expr.Apply> _quotients = [];
    private readonly Dictionary<int, Expr.Apply> _definitions = [];

    private StrongZero(Function function)
    {
        _finiteness = Finiteness.Of(function);
        _builder = new IrBuilder(function.NextId);
    }

    // a ⊗ b          →          b == 0 ? 0 : a * b          (a can be infinite)
    public static Function Run(Function function)
    {
        StrongZero pass = new(function);
        Block body = pass.Rebuild(function.Body);
        return function with { Body = body, NextId = pass._builder.NextId };
    }

    private Block Rebuild(Block block)
    {
        _builder.Begin();

        foreach (Statement statement in block.Statements)
        {
            if (statement is Statement.Let { Expression: Expr.Apply { Primitive: var primitive } product } let
                && (primitive == PrimitiveTable.StrongMultiply || primitive == PrimitiveTable.SteepMultiply))
            {
                Lower(product, let.Target);
            }
            else if (statement is Statement.Let { Expression: Expr.Apply { Primitive: var share } quotient } part
                && share == PrimitiveTable.Share)
            {
                LowerShare(quotient, part.Target);
            }
            else
            {
                Note(statement);
                _builder.Add(Blocks.MapBlocks(statement, Rebuild));
            }
        }

        return _builder.End([.. block.Yields]);
    }

    private void Note(Statement statement)
    {
        if (statement is Statement.Let { Expression: Expr.Apply apply, Target: var target })
        {
            _definitions[target.Id] = apply;

            if (!apply.Exact && apply.Primitive == PrimitiveTable.Divide)
            {
                _quotients[target.Id] = apply;
            }
        }
    }

    private void Lower(Expr.Apply product, Value target)
    {
        Operand left = product.Arguments[0];
        Operand right = product.Arguments[1];

        if (left is Value value && _quotients.TryGetValue(value.Id, out Expr.Apply? quotient))
        {
            LowerQuotient(quotient, left, right, target);
            return;
        }

        LowerTo(target, PrimitiveTable.Multiply, left, right, Guard(left, right));
    }

    // (a / d) ⊗ b  →  a ⊗ (b / d): partials with the same divisor share the division.
    private void LowerQuotient(Expr.Apply quotient, Operand left, Operand right, Value target)
    {
        Operand numerator = quotient.Arguments[0];
        Operand divisor = quotient.Arguments[1];
        Value? guard = _finiteness.MayBeInfinite(left) ? IsZero(right) : null;

        if (numerator is Constant { IsOne: true })
        {
            LowerTo(target, PrimitiveTable.Divide, right, divisor, guard);
            return;
        }

        Value share = _builder.Fresh(target.Type, "");
        LowerTo(share, PrimitiveTable.Divide, right, divisor, guard);
        Value? first = _finiteness.MayBeInfinite(numerator) ? IsZero(share) : null;
        Value? second = _finiteness.IsSteep(right) && numerator is not Constant ? IsZero(numerator) : null;
        LowerTo(target, PrimitiveTable.Multiply, numerator, share, Either(first, second));
    }

    // v == ∞ ? 1 : u / v
    private void LowerShare(Expr.Apply share, Value target)
    {
        Constant infinity = Constant.Real(double.PositiveInfinity, target.Type);
        Value overflows = _builder.Relaxed(IrType.Boolean, PrimitiveTable.Equal, share.Arguments[1], infinity);
        LowerTo(target, PrimitiveTable.Divide, share.Arguments[0], share.Arguments[1], overflows, Constant.One(target.Type));
    }

    private void LowerTo(Value target, Primitive primitive, Operand left, Operand right, Operand? guard, Constant? guarded = null)
    {
        Expr plain = new Expr.Apply(primitive, [left, right], Exact: false);

        if (guard is null)
        {
            _builder.Add(new Statement.Let(target, plain));
            return;
        }

        Value value = _builder.Let(target.Type, plain);
        EquatableArray<Operand> arms = [guard, guarded ?? Constant.Zero(target.Type), value];
        _builder.Add(new Statement.Let(target, new Expr.Apply(PrimitiveTable.Select, arms, Exact: false)));
    }

    private Value? Guard(Operand left, Operand right)
    {
        Value? first = _finiteness.MayBeInfinite(left) && !IsTermOf(left, right) ? IsZero(right) : null;
        Value? second = _finiteness.IsSteep(right) ? IsZero(left) : null;
        return Either(first, second);
    }

    /// <summary>
    /// Whether a sum or difference of which the factor is a term: where that is zero, the factor is finite. It is what the
    /// error of a model that can overflow is to the model's value.
    /// </summary>
    private bool IsTermOf(Operand factor, Operand sum)
    {
        if (sum is not Value value || !_definitions.TryGetValue(value.Id, out Expr.Apply? apply))
        {
            return false;
        }

        return apply.Primitive == PrimitiveTable.Add || apply.Primitive == PrimitiveTable.Subtract
            ? apply.Arguments.Contains(factor)
            : apply.Primitive == PrimitiveTable.Negate && IsTermOf(factor, apply.Arguments[0]);
    }

    private Value? Either(Value? first, Value? second) => first is not null && second is not null
        ? _builder.Relaxed(IrType.Boolean, PrimitiveTable.Or, first, second)
        : first ?? second;

    private Value IsZero(Operand operand) =>
        _builder.Relaxed(IrType.Boolean, PrimitiveTable.Equal, operand, Constant.Zero(operand.Type));
}
