using Fluxion.Generator.Infrastructure;

namespace Fluxion.Generator.Ir;

/// <summary>Walks and rebuilds the blocks inside statements.</summary>
internal static class Blocks
{
    /// <summary>The blocks directly inside a statement, in the order they run.</summary>
    public static IEnumerable<Block> Of(Statement statement) => statement switch
    {
        Statement.If branch => [branch.Then, branch.Else],
        Statement.For loop => [loop.Body],
        Statement.While loop => [loop.Condition, loop.Body],
        _ => [],
    };

    /// <summary>The values a statement defines for those that follow it.</summary>
    public static IEnumerable<Value> Defined(Statement statement) => statement switch
    {
        Statement.Let let => [let.Target],
        Statement.Call call => call.Results,
        Statement.Pull pull => pull.Results,
        Statement.If branch => branch.Results,
        Statement.For loop => loop.Carried.Select(static c => c.Result),
        Statement.While loop => loop.Carried.Select(static c => c.Result),
        _ => [],
    };

    /// <summary>The values a statement defines for the blocks inside it.</summary>
    public static IEnumerable<Value> DefinedInside(Statement statement) => statement switch
    {
        Statement.For loop => [loop.Index, .. loop.Carried.Select(static c => c.Parameter)],
        Statement.While loop => loop.Carried.Select(static c => c.Parameter),
        _ => [],
    };

    /// <summary>Every statement of a block, outer before inner, in the order of the text.</summary>
    public static IEnumerable<Statement> All(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            yield return statement;

            foreach (Block inner in Of(statement))
            {
                foreach (Statement nested in All(inner))
                {
                    yield return nested;
                }
            }
        }
    }

    public static Statement MapBlocks(Statement statement, Func<Block, Block> map) => statement switch
    {
        Statement.If branch => branch with { Then = map(branch.Then), Else = map(branch.Else) },
        Statement.For loop => loop with { Body = map(loop.Body) },
        Statement.While loop => loop with { Condition = map(loop.Condition), Body = map(loop.Body) },
        _ => statement,
    };

    /// <summary>Replaces operands throughout a block, inner blocks included.</summary>
    public static Block Substitute(Block block, Func<Operand, Operand> map) => new(
        block.Statements.Select(statement => Substitute(statement, map)).ToEquatable(),
        Operands.Map(block.Yields, map));

    public static Statement Substitute(Statement statement, Func<Operand, Operand> map)
    {
        Statement mapped = statement switch
        {
            Statement.If branch => branch with { Condition = map(branch.Condition) },
            Statement.For loop => loop with
            {
                Start = map(loop.Start),
                Bound = map(loop.Bound),
                Carried = Substitute(loop.Carried, map),
            },
            Statement.While loop => loop with { Carried = Substitute(loop.Carried, map) },
            _ => Operands.Map(statement, map),
        };

        return MapBlocks(mapped, block => Substitute(block, map));
    }

    private static EquatableArray<Carried> Substitute(EquatableArray<Carried> carried, Func<Operand, Operand> map) =>
        carried.Select(c => c with { Initial = map(c.Initial) }).ToEquatable();
}
