using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// Which integers, and numbers of type <c>decimal</c> and <c>Half</c>, are computed with, as opposed to counting, indexing
/// and deciding: those that flow into a floating number or into memory.
/// </summary>
internal sealed class IntegerUses
{
    private readonly Dictionary<int, List<int>> _sources = [];
    private readonly HashSet<int> _reaching = [];

    public static IntegerUses Of(Function function)
    {
        IntegerUses uses = new();

        foreach (Statement statement in Blocks.All(function.Body))
        {
            uses.Visit(statement);
        }

        uses.Spread();
        return uses;
    }

    public bool ReachNumbers(Value integer) => _reaching.Contains(integer.Id);

    private void Visit(Statement statement)
    {
        switch (statement)
        {
            case Statement.Let { Expression: Expr.Apply apply } let:
                foreach (Operand argument in apply.Arguments)
                {
                    Edge(argument, let.Target);
                }

                break;
            // What is held on purpose ends here.
            case Statement.Let { Expression: Expr.Verbatim { Template: not "{0}" } text } let:
                foreach (Operand argument in text.Operands)
                {
                    Edge(argument, let.Target);
                }

                break;
            case Statement.Store store:
                Number(store.Value);
                break;
            case Statement.If branch:
                Edges(branch.Then.Yields, branch.Results);
                Edges(branch.Else.Yields, branch.Results);
                break;
            case Statement.While loop:
                EquatableArray<Operand> initials = [.. loop.Carried.Select(static c => c.Initial)];
                EquatableArray<Value> parameters = [.. loop.Carried.Select(static c => c.Parameter)];
                EquatableArray<Value> results = [.. loop.Carried.Select(static c => c.Result)];
                Edges(initials, parameters);
                Edges(initials, results);
                Edges(loop.Body.Yields, parameters);
                Edges(loop.Body.Yields, results);
                break;
        }
    }

    private void Edges(EquatableArray<Operand> from, EquatableArray<Value> to)
    {
        for (int i = 0; i < to.Count; i++)
        {
            Edge(from[i], to[i]);
        }
    }

    private void Edge(Operand from, Value to)
    {
        if (from is not Value integer || !IsCut(from.Type))
        {
            return;
        }

        if (to.Type.IsFloating)
        {
            Number(integer);
        }
        else if (IsCut(to.Type))
        {
            if (!_sources.TryGetValue(to.Id, out List<int>? sources))
            {
                _sources.Add(to.Id, sources = []);
            }

            sources.Add(integer.Id);
        }
    }

    private void Number(Operand operand)
    {
        if (operand is Value integer && IsCut(integer.Type))
        {
            _reaching.Add(integer.Id);
        }
    }

    /// <summary>Whether values of a type can come from floating numbers and carry no derivative.</summary>
    private static bool IsCut(IrType type) => type.IsInteger || type is IrType.Opaque;

    private void Spread()
    {
        Stack<int> work = new(_reaching);

        while (work.Count > 0)
        {
            if (_sources.TryGetValue(work.Pop(), out List<int>? sources))
            {
                foreach (int source in sources.Where(_reaching.Add))
                {
                    work.Push(source);
                }
            }
        }
    }
}
