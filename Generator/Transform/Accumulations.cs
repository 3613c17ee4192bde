using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>Names the updates that only add, so that what follows need not read the old element.</summary>
internal static class Accumulations
{
    // double old = a[i];
    // a[i] = old + x;          →          a[i] += x;
    public static Function Run(Function function)
    {
        UseCounts uses = UseCounts.Of(function);
        return function with { Body = Rebuild(function.Body, uses) };
    }

    private static Block Rebuild(Block block, UseCounts uses)
    {
        Dictionary<int, Statement.Let> loads = [];
        Dictionary<int, Statement.Let> sums = [];
        HashSet<Statement> replaced = new(ReferenceComparer.Instance);
        List<Statement> statements = [];

        foreach (Statement statement in block.Statements)
        {
            Statement rebuilt = Blocks.MapBlocks(statement, inner => Rebuild(inner, uses));

            if (rebuilt is Statement.Let { Expression: Expr.Load } load && uses[load.Target] == 1)
            {
                loads[load.Target.Id] = load;
            }
            else if (rebuilt is Statement.Let { Expression: Expr.Apply } sum && uses[sum.Target] == 1 && sum.Target.Type.IsFloating)
            {
                sums[sum.Target.Id] = sum;
            }
            else if (rebuilt is Statement.Store store && Match(store, loads, sums) is { } match)
            {
                replaced.Add(match.Load);
                replaced.Add(match.Sum);
                rebuilt = match.Update;
                loads.Clear();
            }
            else if (rebuilt is not Statement.Let and not Statement.Remark)
            {
                // Whatever it writes may be what was loaded.
                loads.Clear();
            }

            statements.Add(rebuilt);
        }

        return block with { Statements = statements.Where(s => !replaced.Contains(s)).ToEquatable() };
    }

    private static (Statement Update, Statement Load, Statement Sum)? Match(
        Statement.Store store, Dictionary<int, Statement.Let> loads, Dictionary<int, Statement.Let> sums)
    {
        if (store.Value is not Value value || !sums.TryGetValue(value.Id, out Statement.Let? sum)
            || sum.Expression is not Expr.Apply { Primitive: var primitive, Arguments: var terms, Exact: var exact }
            || primitive != PrimitiveTable.Add)
        {
            return null;
        }

        foreach ((Operand old, Operand addend) in new[] { (terms[0], terms[1]), (terms[1], terms[0]) })
        {
            if (old is Value element && loads.TryGetValue(element.Id, out Statement.Let? load)
                && load.Expression is Expr.Load source
                && source.Array == store.Array && source.Indices == store.Indices)
            {
                return (new Statement.Accumulate(store.Array, store.Indices, addend, exact), load, sum);
            }
        }

        return null;
    }
}
