using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Throws what the method throws where nothing else is left of a statement: of an element that is written and read at one
/// index, and kept out of memory, the check of the index.
/// </summary>
internal sealed class KeptExceptions
{
    private readonly ThrowingStatements _throwing;
    private readonly Liveness _live;
    private readonly IrBuilder _builder;

    private KeptExceptions(Function function)
    {
        _throwing = ThrowingStatements.Of(function);
        _live = Liveness.Of(function);
        _builder = new IrBuilder(function.NextId);
    }

    // double[] a = new double[n];                    if (n < 0) { throw …; }
    // a[i] = x;                               →      if (i < 0 | i >= n) { throw new IndexOutOfRangeException(); }
    // return x * x;                                  return x * x;
    public static Function Run(Function function)
    {
        KeptExceptions pass = new(function);

        if (pass._throwing.All.All(pass._live.IsNeeded))
        {
            return function;
        }

        Block body = pass.Rebuild(function.Body);
        return Simplifier.Run(function with { Body = body, NextId = pass._builder.NextId });
    }

    private Block Rebuild(Block block)
    {
        _builder.Begin();

        foreach (Statement statement in block.Statements)
        {
            if (_throwing.Contains(statement) && !_live.IsNeeded(statement))
            {
                Check(statement);
            }

            _builder.Add(Blocks.MapBlocks(statement, Rebuild));
        }

        return _builder.End([.. block.Yields]);
    }

    private void Check(Statement statement)
    {
        if (ThrowingStatements.ElementOf(statement) is { } element)
        {
            CheckIndices(element.Array, element.Indices);
        }
        else if (statement is Statement.Let { Expression: Expr.NewArray array })
        {
            foreach (Operand length in array.Lengths.Where(l => !_throwing.Ranges.IsNotNegative(l)))
            {
                NonNegative.Require(_builder, length);
            }
        }
        else if (statement is Statement.Let { Expression: Expr.Apply { Arguments: [_, var low, var high] } })
        {
            ThrowIf(Test(PrimitiveTable.Greater, low, high), "new global::System.ArgumentException()");
        }
        else if (statement is Statement.Let { Expression: Expr.Apply { Arguments: [_, var divisor] } })
        {
            Value isZero = Test(PrimitiveTable.Equal, divisor, Constant.Zero(divisor.Type));
            ThrowIf(isZero, "new global::System.DivideByZeroException()");
        }
    }

    private void CheckIndices(Operand array, EquatableArray<Operand> indices)
    {
        Value? outside = null;

        for (int i = 0; i < indices.Count; i++)
        {
            if (!_throwing.Ranges.IsNotNegative(indices[i]))
            {
                outside = Or(outside, Test(PrimitiveTable.Less, indices[i], Constant.Zero(indices[i].Type)));
            }

            IndexRanges.Bound length = _throwing.Ranges.LengthOf(array, i);

            if (!_throwing.Ranges.IsBelow(indices[i], length))
            {
                outside = Or(outside, Test(PrimitiveTable.GreaterOrEqual, indices[i], Length(array, i)));
            }
        }

        ThrowIf(outside!, "new global::System.IndexOutOfRangeException()");
    }

    /// <summary>The length that an array was made with, so that it need not be made to know it.</summary>
    private Operand Length(Operand array, int dimension) =>
        _throwing.Ranges.MadeWith(array, dimension) ?? _builder.Let(IrType.Int32, new Expr.Length(array, dimension));

    private Value Test(Primitive comparison, Operand left, Operand right) => _builder.Exact(IrType.Boolean, comparison, left, right);

    private Value Or(Value? left, Value right) => left is null ? right : Test(PrimitiveTable.Or, left, right);

    private void ThrowIf(Value condition, string exception)
    {
        Block thrown = new([new Statement.Throw(exception, [])], []);
        _builder.Add(new Statement.If(_builder.Label(), condition, thrown, Block.Empty, []));
    }
}
