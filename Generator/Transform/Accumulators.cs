using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Which of a loop's variables are sums: each iteration adds or subtracts a term, and nothing else in the body reads
/// them.
/// </summary>
internal sealed class Accumulators
{
    private readonly Term?[] _terms;

    private Accumulators(Term?[] terms) => _terms = terms;

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
                && (apply.Primitive == PrimitiveTable.Add || apply.Primitive == PrimitiveTable.Subtract))
            {
                sums[target.Id] = apply;
            }
        }

        Term?[] terms = new Term?[loop.Carried.Count];

        for (int i = 0; i < terms.Length; i++)
        {
            Value parameter = loop.Carried[i].Parameter;
            bool isYielded = loop.Body.Yields.Any(y => y == parameter);

            if (!readTwice.Contains(parameter.Id) && !isYielded
                && loop.Body.Yields[i] is Value next && !read.Contains(next.Id) && sums.TryGetValue(next.Id, out Expr.Apply? sum))
            {
                bool isSubtracted = sum.Primitive == PrimitiveTable.Subtract;
                terms[i] = sum.Arguments[0] == parameter ? new Term(sum.Arguments[1], isSubtracted)
                    : sum.Arguments[1] == parameter && !isSubtracted ? new Term(sum.Arguments[0], false)
                    : null;
            }
        }

        return new Accumulators(terms);
    }

    public bool AreAll => _terms.All(static t => t is not null);

    /// <summary>What each iteration adds to the variable at a position, or <c>null</c> if it is not a sum.</summary>
    public Term? TermOf(int position) => _terms[position];

    /// <summary>What one iteration adds to a sum, or subtracts from it.</summary>
    internal readonly record struct Term(Operand Operand, bool IsSubtracted);
}
