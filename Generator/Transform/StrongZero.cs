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
                && primitive == PrimitiveTable.StrongMultiply)
            {
                Lower(product, let.Target);
            }
            else
            {
                _builder.Add(Blocks.MapBlocks(statement, Rebuild));
            }
        }

        return _builder.End([.. block.Yields]);
    }

    private void Lower(Expr.Apply product, Value target)
    {
        Operand left = product.Arguments[0];
        Operand right = product.Arguments[1];
        Operand? guard = Guard(left, right);
        Expr plain = product with { Primitive = PrimitiveTable.Multiply };

        if (guard is null)
        {
            _builder.Add(new Statement.Let(target, plain));
            return;
        }

        Value value = _builder.Let(target.Type, plain);
        EquatableArray<Operand> arms = [guard, Constant.Zero(target.Type), value];
        _builder.Add(new Statement.Let(target, new Expr.Apply(PrimitiveTable.Select, arms, Exact: false)));
    }

    private Value? Guard(Operand left, Operand right)
    {
        Value? first = _finiteness.MayBeInfinite(left) ? IsZero(right) : null;
        Value? second = _finiteness.MayBeInfinite(right) ? IsZero(left) : null;
        return first is not null && second is not null
            ? _builder.Relaxed(IrType.Boolean, PrimitiveTable.Or, first, second)
            : first ?? second;
    }

    private Value IsZero(Operand operand) =>
        _builder.Relaxed(IrType.Boolean, PrimitiveTable.Equal, operand, Constant.Zero(operand.Type));
}
