using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>Part of <see cref="TripLegality"/>: what is computed, read and written.</summary>
internal sealed partial class TripLegality
{
    private const int OperationsOfAFunction = 12;

    private void Check(Statement.Let let, bool isMasked)
    {
        switch (let.Expression)
        {
            case Expr.Load load:
                CheckPlace(load.Array, load.Indices, isMasked, mayMove: true);
                CheckVariable(let.Target);
                break;
            case Expr.Pop pop:
                CheckStack(pop.Stack);
                CheckVariable(let.Target);
                break;
            case Expr.Apply apply when _shapes[let.Target] == LaneShape.Varying:
                CheckVariable(let.Target);
                CheckOperation(apply);
                break;
            case Expr.Apply or Expr.Length or Expr.StaticField or Expr.Verbatim when _shapes[let.Target] != LaneShape.Varying:
                break;
            default:
                Reject("it makes memory, or calls a method");
                break;
        }
    }

    private void CheckOperation(Expr.Apply apply)
    {
        bool isFunction = VectorForms.IsFunction(apply.Primitive) && !apply.Primitive.IsCheap;
        _work[_depth].Operations += isFunction ? OperationsOfAFunction : 1;

        if (apply.Primitive == PrimitiveTable.Convert)
        {
            CheckConversion(apply.Arguments[0]);
            return;
        }

        foreach (Operand argument in apply.Arguments)
        {
            if (argument.Type.IsFloating)
            {
                Agree(argument.Type);
            }
            else if (argument.Type != IrType.Boolean)
            {
                Reject($"'{apply.Primitive}' takes an integer");
            }
        }

        if (!VectorForms.Has(apply.Primitive) || IsComparisonOfTruth(apply))
        {
            Reject($"'{apply.Primitive}' has no vector form");
        }
    }

    private static bool IsComparisonOfTruth(Expr.Apply apply) =>
        (apply.Primitive == PrimitiveTable.Equal || apply.Primitive == PrimitiveTable.NotEqual)
        && apply.Arguments[0].Type == IrType.Boolean;

    // The number of the trip itself.
    private void CheckConversion(Operand operand)
    {
        if (operand != _loop.Index)
        {
            Reject("it converts between types");
        }
    }

    private void CheckStack(Operand stack)
    {
        if (stack is not Value value || !_memory.IsPrivate(value))
        {
            Reject("what is recorded is read in another loop");
        }
    }

    private void CheckPlace(Operand array, EquatableArray<Operand> indices, bool isMasked, bool mayMove)
    {
        if (array is not Value value || IsInside(value))
        {
            Reject("memory is chosen inside");
        }
        else if (indices.Any(i => _shapes[i] != LaneShape.Uniform))
        {
            CheckElement(value, indices, mayMove && !isMasked);
        }
    }

    /// <summary>An element of each trip's own: of an array, or of one column of a matrix.</summary>
    private void CheckElement(Value array, EquatableArray<Operand> indices, bool mayMove)
    {
        LaneShape shape = _shapes[indices[0]];

        if (!mayMove || shape is LaneShape.Uniform or LaneShape.Varying || indices.Skip(1).Any(i => _shapes[i] != LaneShape.Uniform)
            || array.Type is not IrType.Array { Rank: <= 2, Element.IsFloating: true } || _memory.IsPrivate(array))
        {
            Reject("memory is not walked evenly");
            return;
        }

        Agree(((IrType.Array)array.Type).Element);

        // Neighbours are read at once.
        _work[_depth].Elements += shape == LaneShape.Consecutive && indices.Count == 1 ? 0 : 1;
    }

    private void Note(Statement.Accumulate update)
    {
        if (_shapes[update.Indices[0]] != LaneShape.Uniform || update.Array is not Value array || !_memory.IsSum(array))
        {
            return;
        }

        if (_body.Contains(update) && !update.Indices.Any(IsInside))
        {
            _elementSums.Add(update);
        }
        else if (!_summed.Contains(array))
        {
            _summed.Add(array);
        }
    }

    private bool IsInside(Operand operand) => operand is Value value && _inner.Contains(value.Id);
}
