using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>Adds up first what goes to the same element.</summary>
internal sealed class MergedAccumulations
{
    private readonly AliasClasses _classes;
    private readonly IrBuilder _builder;

    private MergedAccumulations(Function function)
    {
        _classes = AliasClasses.Of(function);
        _builder = new IrBuilder(function.NextId);
    }

    // a[i] += x;
    // a[i] += y;          →          a[i] += x + y;
    public static Function Run(Function function)
    {
        MergedAccumulations pass = new(function);
        Block body = pass.Rebuild(function.Body);
        return function with { Body = body, NextId = pass._builder.NextId };
    }

    private Block Rebuild(Block block)
    {
        List<Statement?> statements = [];
        Dictionary<Place, int> pending = [];

        foreach (Statement statement in block.Statements)
        {
            if (statement is Statement.Accumulate { Exact: false } update)
            {
                statements.AddRange(Merge(update, statements, pending));
                pending[new Place(update.Array, update.Indices)] = statements.Count - 1;
                continue;
            }

            Forget(statement, pending);
            statements.Add(Blocks.MapBlocks(statement, Rebuild));
        }

        return block with { Statements = statements.OfType<Statement>().ToEquatable() };
    }

    private IEnumerable<Statement> Merge(Statement.Accumulate update, List<Statement?> statements, Dictionary<Place, int> pending)
    {
        if (!pending.TryGetValue(new Place(update.Array, update.Indices), out int position))
        {
            return [update];
        }

        Statement.Accumulate earlier = (Statement.Accumulate)statements[position]!;
        statements[position] = null;
        Value sum = _builder.Fresh(update.Value.Type, update.Value is Value { Name: var name } ? name : "");
        Expr total = new Expr.Apply(PrimitiveTable.Add, [earlier.Value, update.Value], Exact: false);
        return [new Statement.Let(sum, total), update with { Value = sum }];
    }

    /// <summary>Additions wait for others until something reads or writes their class of memory.</summary>
    private void Forget(Statement statement, Dictionary<Place, int> pending)
    {
        if (pending.Count == 0 || (statement is Statement.Let let && Effects.IsPure(let.Expression)))
        {
            return;
        }

        MemoryEffects effects = MemoryEffects.Of([statement], _classes);

        foreach (Place place in pending.Keys.ToArray())
        {
            int root = _classes[place.Array];

            if (effects.Reads.Contains(root) || effects.Writes.Contains(root) || effects.Accumulates.Contains(root))
            {
                pending.Remove(place);
            }
        }
    }

    private sealed record Place(Operand Array, EquatableArray<Operand> Indices);
}
