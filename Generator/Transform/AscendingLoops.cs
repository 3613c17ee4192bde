using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Runs upwards the mirrors whose iterations only add, or touch elements of their own: memory is read in the order in which
/// it lies.
/// </summary>
internal sealed class AscendingLoops
{
    private readonly AliasClasses _classes;
    private readonly IrBuilder _builder;
    private readonly Dictionary<int, Expr> _definitions = [];

    private AscendingLoops(Function function)
    {
        _classes = AliasClasses.Of(function);
        _builder = new IrBuilder(function.NextId);
    }

    // for (int i = n - 1; i >= 0; i--) { sum += x[i]; }      →      for (int i = 0; i < n; i++) { sum += x[i]; }
    public static Function Run(Function function)
    {
        AscendingLoops pass = new(function);
        Block body = pass.Rebuild(function.Body);
        return function with { Body = body, NextId = pass._builder.NextId };
    }

    private Block Rebuild(Block block)
    {
        _builder.Begin();

        foreach (Statement statement in block.Statements)
        {
            if (statement is Statement.Let let)
            {
                _definitions[let.Target.Id] = let.Expression;
            }

            Statement rebuilt = Blocks.MapBlocks(statement, Rebuild);
            _builder.Add(rebuilt is Statement.For { Step: -1, Test: LoopTest.GreaterOrEqual } loop && Accumulators.Of(loop).AreAll
                && Ascend(loop) is var ascending && (IsFree(loop) || VectorLegality.Of(ascending, _classes).Reason is null)
                    ? ascending
                    : rebuilt);
        }

        return _builder.End([.. block.Yields]);
    }

    private bool IsFree(Statement.For loop) => MemoryEffects.Of([loop], _classes).CommutesWithItself;

    private Statement.For Ascend(Statement.For loop)
    {
        if (loop.Start is Value start && _definitions.TryGetValue(start.Id, out Expr? definition)
            && definition is Expr.Apply { Arguments: { Count: 2 } arguments } apply
            && apply.Primitive == PrimitiveTable.Subtract && arguments[1] is Constant { IsOne: true })
        {
            return loop with { Start = loop.Bound, Test = LoopTest.Less, Bound = arguments[0], Step = 1 };
        }

        return loop with { Start = loop.Bound, Test = LoopTest.LessOrEqual, Bound = loop.Start, Step = 1 };
    }
}
