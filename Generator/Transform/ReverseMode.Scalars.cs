using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>The chain rule: the only place where partials meet adjoints.</summary>
internal sealed partial class ReverseMode
{
    private void Reverse(Statement.Let let, Adjoints adjoints)
    {
        if (let.Expression is Expr.CopyOf copy)
        {
            ReverseCopy(copy, let.Target);
            return;
        }

        if (!let.Target.Type.IsFloating || adjoints.Take(let.Target) is not { } adjoint)
        {
            return;
        }

        switch (let.Expression)
        {
            case Expr.Apply apply:
                Reverse(apply, let.Target, adjoint, adjoints);
                break;
            case Expr.Invoke call:
                Reverse(call, adjoint, adjoints);
                break;
            case Expr.Load load when _activity.IsActive(load.Array):
                _builder.Add(new Statement.Accumulate(Shadow(load.Array), load.Indices, adjoint, Exact: false));
                break;
        }
    }

    /// <summary>Each argument's adjoint grows by its partial times the adjoint of the result.</summary>
    private void Reverse(Expr.Apply apply, Value result, Operand adjoint, Adjoints adjoints)
    {
        Sym?[] partials = apply.Primitive.Partials;

        for (int i = 0; i < partials.Length; i++)
        {
            if (partials[i] is { } partial && apply.Arguments[i] is Value argument && _activity.IsActive(argument))
            {
                Operand contribution = Times(partial, apply, result, adjoint, AdjointName(argument));
                AddTo(adjoints, argument, contribution);
            }
        }
    }

    private Operand Times(Sym partial, Expr.Apply apply, Value result, Operand adjoint, string name) => partial switch
    {
        Sym.Number { Value: 1 } => adjoint,
        Sym.Number { Value: 0 } => Constant.Zero(result.Type),
        Sym.Apply { Primitive: var negate, Arguments: var operand } when negate == PrimitiveTable.Negate =>
            Negated(Times(operand[0], apply, result, adjoint, name), name),
        _ => _builder.Let(
            result.Type, Relaxed(apply.Primitive.ChainProduct, Emit(partial, apply, result), adjoint), name),
    };

    private Operand Emit(Sym partial, Expr.Apply apply, Value result) => new SymEmitter(
        _builder, apply, result, (expression, type) => _computed.Find(expression, type, result)).Emit(partial);

    private Value Negated(Operand operand, string name) =>
        _builder.Let(operand.Type, Relaxed(PrimitiveTable.Negate, operand), name);
}
