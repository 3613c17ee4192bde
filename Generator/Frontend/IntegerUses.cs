using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// Which integers, and numbers of type <c>decimal</c> and <c>Half</c>, are computed with, as opposed to counting, indexing
/// and deciding: those that flow into the result or into memory, and not only through what holds a number on purpose.
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

        foreach (Operand result in function.Body.Yields)
        {
            uses.Count(result);
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
                Count(store.Value);
                break;
            case Statement.Let { Expression: Expr.Invoke call }:
                foreach (Operand argument in call.Arguments.Where(static a => a.Type.IsFloating))
                {
                    Count(argument);
                }

                break;
            case Statement.Call call:
                foreach (Operand argument in call.Arguments)
                {
                    Count(argument);
                }

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
        if (from is not Value source || !IsNumber(from.Type) || !IsNumber(to.Type))
        {
            return;
        }

        if (!_sources.TryGetValue(to.Id, out List<int>? sources))
        {
            _sources.Add(to.Id, sources = []);
        }

        sources.Add(source.Id);
    }

    private void Count(Operand operand)
    {
        if (operand is Value value && IsNumber(value.Type))
        {
            _reaching.Add(value.Id);
        }
    }

    /// <summary>Floating numbers, and what can come from them and carries no derivative.</summary>
    private static bool IsNumber(IrType type) => type.IsInteger || type.IsFloating || type is IrType.Opaque;

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
