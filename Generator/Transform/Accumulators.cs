using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>Which of a loop's variables are sums: each iteration adds a term, and nothing else in the body reads them.</summary>
internal sealed class Accumulators
{
    private readonly Operand?[] _terms;

    private Accumulators(Operand?[] terms) => _terms = terms;

    public static Accumulators Of(Statement.For loop)
    {
        Dictionary<int, Expr.Apply> sums = [];
        HashSet<int> readTwice = [];
        HashSet<int> read = [];

        foreach (Statement statement in Blocks.All(loop.Body))
        {
            foreach (Operand operand in Operands.Of(statement).Concat(Blocks.Of(statement).SelectMany(static b => b.Yields)))
            {
                if (operand is Value value && !read.Add(value.Id))
                {
                    readTwice.Add(value.Id);
                }
            }

            if (statement is Statement.Let { Expression: Expr.Apply { Exact: false } apply, Target: var target }
                && apply.Primitive == PrimitiveTable.Add)
            {
                sums[target.Id] = apply;
            }
        }

        Operand?[] terms = new Operand?[loop.Carried.Count];

        for (int i = 0; i < terms.Length; i++)
        {
            Value parameter = loop.Carried[i].Parameter;
            bool isYielded = loop.Body.Yields.Any(y => y == parameter);

            if (!readTwice.Contains(parameter.Id) && !isYielded
                && loop.Body.Yields[i] is Value next && !read.Contains(next.Id) && sums.TryGetValue(next.Id, out Expr.Apply? sum))
            {
                terms[i] = sum.Arguments[0] == parameter ? sum.Arguments[1]
                    : sum.Arguments[1] == parameter ? sum.Arguments[0]
                    : null;
            }
        }

        return new Accumulators(terms);
    }

    public bool AreAll => _terms.All(static t => t is not null);

    /// <summary>What each iteration adds to the variable at a position, or <c>null</c> if it is not a sum.</summary>
    public Operand? TermOf(int position) => _terms[position];
}
