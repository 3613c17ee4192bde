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
            case Statement.Let let when IsDead(let):
                return;
            case Statement.If branch:
                Visit(branch.Else);
                Visit(branch.Then);
                break;
            case Statement.For loop:
                Visit(loop.Body);
                break;
            case Statement.While loop:
                Visit(loop.Body);
                Visit(loop.Condition);
                break;
        }

        Read(Operands.Of(statement));
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
