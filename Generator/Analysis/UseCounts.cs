using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>How many operands name each value, throughout a block.</summary>
internal sealed class UseCounts
{
    private readonly Dictionary<int, int> _counts = [];

    public static UseCounts Of(Function function) => Of(function.Body);

    public static UseCounts Of(Block block)
    {
        UseCounts counts = new();
        counts.Count(block);
        return counts;
    }

    public int this[Value value] => _counts.TryGetValue(value.Id, out int count) ? count : 0;

    private void Count(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            Count(Operands.Of(statement));

            foreach (Block inner in Blocks.Of(statement))
            {
                Count(inner);
            }
        }

        Count(block.Yields);
    }

    private void Count(IEnumerable<Operand> operands)
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
