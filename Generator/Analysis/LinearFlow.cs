using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>
/// Whether a loop's variable is a sum: from its parameter to its next value leads a chain of additions, branches and loops that
/// nothing else looks into. Then the sum may be split among lanes.
/// </summary>
internal sealed class LinearFlow
{
    private readonly Dictionary<int, Statement> _definitions = [];
    private readonly Dictionary<int, int> _reads = [];

    public LinearFlow(Block body)
    {
        foreach (Statement statement in Blocks.All(body))
        {
            foreach (Value value in Blocks.Defined(statement))
            {
                _definitions[value.Id] = statement;
            }

            Count(Operands.Of(statement));
            Count(Blocks.Of(statement).SelectMany(static b => b.Yields));
        }

        Count(body.Yields);
    }

    public bool IsSum(Value parameter, Operand next)
    {
        HashSet<int> chain = [parameter.Id];
        int reads = 0;
        return next != parameter && Follow(next, parameter, chain, ref reads) && chain.Sum(ReadsOf) == reads + 1;
    }

    /// <summary>Follows the chain backwards, counting the reads it makes of its own links.</summary>
    private bool Follow(Operand operand, Value parameter, HashSet<int> chain, ref int reads)
    {
        if (operand == parameter)
        {
            return true;
        }

        if (operand is not Value value || !_definitions.TryGetValue(value.Id, out Statement? definition))
        {
            return false;
        }

        chain.Add(value.Id);

        if (definition is Statement.If branch)
        {
            int position = branch.Results.ToList().IndexOf(value);
            reads += 2;
            return Follow(branch.Then.Yields[position], parameter, chain, ref reads)
                && Follow(branch.Else.Yields[position], parameter, chain, ref reads);
        }

        if (definition is Statement.For loop)
        {
            Carried inner = loop.Carried.First(c => c.Result == value);
            chain.Add(inner.Parameter.Id);
            reads += 2;
            return Follow(loop.Body.Yields[loop.Carried.ToList().IndexOf(inner)], inner.Parameter, chain, ref reads)
                && Follow(inner.Initial, parameter, chain, ref reads);
        }

        if (definition is not Statement.Let { Expression: Expr.Apply { Arguments: { Count: 2 } arguments } apply }
            || (apply.Primitive != PrimitiveTable.Add && apply.Primitive != PrimitiveTable.Subtract))
        {
            return false;
        }

        reads++;
        return Follow(arguments[0], parameter, chain, ref reads);
    }

    private int ReadsOf(int id) => _reads.TryGetValue(id, out int count) ? count : 0;

    private void Count(IEnumerable<Operand> operands)
    {
        foreach (Operand operand in operands)
        {
            if (operand is Value value)
            {
                _reads[value.Id] = ReadsOf(value.Id) + 1;
            }
        }
    }
}
