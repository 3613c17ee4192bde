using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>
/// How often each value is read. Read backwards, so that what only a dead computation reads counts as unread.
/// </summary>
internal sealed class UseCounts
{
    private readonly Dictionary<int, int> _counts = [];

    private UseCounts()
    {
    }

    public int this[Value value] => _counts.TryGetValue(value.Id, out int count) ? count : 0;

    /// <summary>Whether nothing is lost by leaving the computation out.</summary>
    public bool IsDead(Statement.Let let) =>
        this[let.Target] == 0 && !ExprFacts.MayThrow(let.Expression) && let.Expression is not Expr.Pop;

    public static UseCounts Of(Function function)
    {
        UseCounts counts = new();
        counts.Visit(function.Body);
        return counts;
    }

    private void Visit(Block block)
    {
        Read(block.Yields);

        for (int i = block.Statements.Count - 1; i >= 0; i--)
        {
            Visit(block.Statements[i]);
        }
    }

    private void Visit(Statement statement)
    {
        switch (statement)
        {
            case Statement.Let let when !IsDead(let):
                Read(ExprFacts.Operands(let.Expression));
                break;
            case Statement.Store store:
                Read([store.Array, .. store.Indices, store.Value]);
                break;
            case Statement.Accumulate update:
                Read([update.Array, .. update.Indices, update.Value]);
                break;
            case Statement.Fill fill:
                Read([fill.Array, fill.Value]);
                break;
            case Statement.Push push:
                Read([push.Stack, push.Value]);
                break;
            case Statement.Pull pull:
                Read(Ir.Operands.Of(pull));
                break;
            case Statement.Throw thrown:
                Read(thrown.Operands);
                break;
            case Statement.If branch:
                Visit(branch.Else);
                Visit(branch.Then);
                Read([branch.Condition]);
                break;
            case Statement.For loop:
                Visit(loop.Body);
                Read([loop.Start, loop.Bound, .. loop.Carried.Select(static c => c.Initial)]);
                break;
            case Statement.While loop:
                Visit(loop.Body);
                Visit(loop.Condition);
                Read(loop.Carried.Select(static c => c.Initial));
                break;
        }
    }

    private void Read(IEnumerable<Operand> operands)
    {
        foreach (Operand operand in operands)
        {
            if (operand is Value value)
            {
                _counts[value.Id] = this[value] + 1;
            }
        }
    }
}
