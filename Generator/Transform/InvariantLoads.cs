using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Reads an element that a loop does not move along or write to once, before the loop. Then its adjoint is a sum of the
/// loop, not an update of memory in every trip. A loop that does not run does not read.
/// </summary>
internal sealed class InvariantLoads
{
    private readonly AliasClasses _classes;
    private readonly IrBuilder _builder;

    private InvariantLoads(Function function)
    {
        _classes = AliasClasses.Of(function);
        _builder = new IrBuilder(function.NextId);
    }

    // for (int j = 0; j < n; j++) { y[j] += a[i] * x[j]; }      →      double a = 0 < n ? a[i] : 0;
    //                                                                  for (…) { y[j] += a * x[j]; }
    public static Function Run(Function function)
    {
        InvariantLoads pass = new(function);
        Block body = pass.Rebuild(function.Body);
        return function with { Body = body, NextId = pass._builder.NextId };
    }

    private Block Rebuild(Block block)
    {
        _builder.Begin();

        foreach (Statement statement in block.Statements)
        {
            Statement rebuilt = Blocks.MapBlocks(statement, Rebuild);
            _builder.Add(rebuilt is Statement.For loop ? Hoist(loop) : rebuilt);
        }

        return _builder.End([.. block.Yields]);
    }

    private Statement.For Hoist(Statement.For loop)
    {
        MemoryEffects effects = MemoryEffects.Of([loop], _classes);
        HashSet<int> inner = [.. Blocks.DefinedInside(loop).Concat(Blocks.All(loop.Body).SelectMany(Blocks.Defined)).Select(static v => v.Id)];
        Dictionary<int, Operand> hoisted = [];
        List<Statement> kept = [];

        foreach (Statement statement in loop.Body.Statements)
        {
            if (statement is Statement.Let { Expression: Expr.Load load, Target: { Type.IsFloating: true } target }
                && Operands.Of(load).All(o => o is not Value v || !inner.Contains(v.Id)) && !IsWritten(load.Array, effects))
            {
                hoisted[target.Id] = ReadBefore(loop, load, target);
            }
            else
            {
                kept.Add(statement);
            }
        }

        Block body = loop.Body with { Statements = kept.ToEquatable() };
        return hoisted.Count == 0 ? loop : loop with
        {
            Body = Blocks.Substitute(body, o => o is Value v && hoisted.TryGetValue(v.Id, out Operand? known) ? known : o),
        };
    }

    private bool IsWritten(Operand array, MemoryEffects effects) =>
        effects.Writes.Contains(_classes[array]) || effects.Accumulates.Contains(_classes[array]);

    private Value ReadBefore(Statement.For loop, Expr.Load load, Value target)
    {
        if (loop is { Start: Constant start, Bound: Constant bound } && start.Number < bound.Number && loop.Step > 0)
        {
            return _builder.Let(target.Type, load, target.Name);
        }

        Value runs = _builder.Exact(IrType.Boolean, Comparison(loop.Test), loop.Start, loop.Bound);
        _builder.Begin();
        Block then = _builder.End(_builder.Let(target.Type, load, target.Name));
        Block otherwise = new([], [Constant.Zero(target.Type)]);
        Value result = _builder.Fresh(target.Type, target.Name);
        _builder.Add(new Statement.If(_builder.Label(), runs, then, otherwise, [result]));
        return result;
    }

    private static Primitive Comparison(LoopTest test) => test switch
    {
        LoopTest.Less => PrimitiveTable.Less,
        LoopTest.LessOrEqual => PrimitiveTable.LessOrEqual,
        LoopTest.Greater => PrimitiveTable.Greater,
        _ => PrimitiveTable.GreaterOrEqual,
    };
}
