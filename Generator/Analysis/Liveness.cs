using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>
/// What the function's results and the memory its caller sees depend on. Marks backwards from these roots, each value
/// once, so the cost is linear: a live value keeps its operands; a live load keeps the stores to its class of memory; a
/// statement that is kept keeps the decisions and trip counts around it.
/// </summary>
internal sealed class Liveness
{
    private readonly HashSet<int> _live = [];
    private readonly HashSet<Statement> _kept = new(ReferenceComparer.Instance);
    private readonly HashSet<int> _liveMemory = [];
    private readonly Dictionary<int, Action> _definitions = [];
    private readonly Dictionary<int, List<Statement>> _writers = [];
    private readonly Dictionary<Statement, Statement> _parents = new(ReferenceComparer.Instance);
    private readonly Stack<Action> _work = new();
    private readonly AliasClasses _classes;

    private Liveness(Function function) => _classes = AliasClasses.Of(function);

    /// <param name="function">The function.</param>
    /// <param name="kept">Statements that are needed whether or not anything depends on them.</param>
    public static Liveness Of(Function function, IEnumerable<Statement>? kept = null)
    {
        Liveness live = new(function);
        live.Collect(function.Body, parent: null);

        foreach (Statement statement in kept ?? [])
        {
            live._work.Push(() => live.Keep(statement));
        }

        foreach (Parameter parameter in function.Parameters.Where(static p => p.Value.Type.IsMemory))
        {
            live.MarkMemory(parameter.Value);

            // The caller sees the rows as well.
            if (parameter.Value.Type is IrType.Array { Element: IrType.Array })
            {
                live.MarkMemory(live._classes.ElementOf(parameter.Value));
            }
        }

        live.MarkAll(function.Body.Yields);
        live.Drain();
        return live;
    }

    public bool IsLive(Value value) => _live.Contains(value.Id);

    public bool IsLive(Carried carried) => IsLive(carried.Parameter) || IsLive(carried.Result);

    public bool IsNeeded(Statement statement) => statement switch
    {
        Statement.Let { Expression: Expr.Pop } => _kept.Contains(statement),
        Statement.Let let => IsLive(let.Target),
        Statement.Remark => true,
        _ => _kept.Contains(statement),
    };

    private void Collect(Block block, Statement? parent)
    {
        foreach (Statement statement in block.Statements)
        {
            if (parent is not null)
            {
                _parents[statement] = parent;
            }

            Collect(statement);

            foreach (Block inner in Blocks.Of(statement))
            {
                Collect(inner, statement);
            }
        }
    }

    private void Collect(Statement statement)
    {
        switch (statement)
        {
            case Statement.Let let:
                _definitions[let.Target.Id] = () => MarkLet(let);
                WriterIf(let.Expression is Expr.Pop, let, let.Expression is Expr.Pop pop ? pop.Stack : null);
                break;
            case Statement.Store store:
                WriterIf(true, store, store.Array);
                break;
            case Statement.Accumulate update:
                WriterIf(true, update, update.Array);
                break;
            case Statement.Scatter scatter:
                WriterIf(true, scatter, scatter.Array);
                break;
            case Statement.Fill fill:
                WriterIf(true, fill, fill.Array);
                break;
            case Statement.Push push:
                WriterIf(true, push, push.Stack);
                break;
            // What is called may throw; and what is recorded is taken again, as often as it is recorded.
            case Statement.Throw or Statement.Pull or Statement.Call:
                _work.Push(() => Keep(statement));
                break;
            case Statement.If branch:
                CollectIf(branch);
                break;
            case Statement.For loop:
                CollectLoop(loop, loop.Carried, loop.Body);
                _definitions[loop.Index.Id] = () => Keep(loop);
                break;
            case Statement.While loop:
                CollectLoop(loop, loop.Carried, loop.Body);
                break;
        }
    }

    private void CollectIf(Statement.If branch)
    {
        for (int i = 0; i < branch.Results.Count; i++)
        {
            int position = i;
            _definitions[branch.Results[i].Id] = () =>
            {
                Keep(branch);
                Mark(branch.Then.Yields[position]);
                Mark(branch.Else.Yields[position]);
            };
        }
    }

    private void CollectLoop(Statement loop, EquatableArray<Carried> carried, Block body)
    {
        for (int i = 0; i < carried.Count; i++)
        {
            int position = i;
            Action keep = () =>
            {
                Keep(loop);
                Mark(carried[position].Initial);
                Mark(carried[position].Parameter);
                Mark(body.Yields[position]);
            };
            _definitions[carried[i].Parameter.Id] = keep;
            _definitions[carried[i].Result.Id] = keep;
        }
    }

    private void WriterIf(bool writes, Statement statement, Operand? memory)
    {
        if (!writes || memory is null)
        {
            return;
        }

        int root = _classes[memory];

        if (!_writers.TryGetValue(root, out List<Statement>? writers))
        {
            _writers.Add(root, writers = []);
        }

        writers.Add(statement);
    }

    private void MarkLet(Statement.Let let)
    {
        KeepParents(let);
        MarkAll(Operands.Of(let.Expression));

        Operand? read = let.Expression switch
        {
            Expr.Load load => load.Array,
            Expr.CopyOf copy => copy.Array,
            Expr.Pop pop => pop.Stack,
            _ => null,
        };

        if (read is not null)
        {
            MarkMemory(read);
        }

        if (let.Expression is Expr.Verbatim or Expr.Invoke)
        {
            MarkAllMemory(Operands.Of(let.Expression));
        }
    }

    private void MarkAllMemory(IEnumerable<Operand> operands)
    {
        foreach (Operand operand in operands.Where(static o => o.Type.IsMemory))
        {
            MarkMemory(operand);
        }
    }

    private void MarkMemory(Operand memory)
    {
        MarkMemory(_classes[memory]);

        // What an inner array holds is seen through the outer one.
        if (memory.Type is IrType.Array { Element: IrType.Array })
        {
            Mark(memory);
        }
    }

    private void MarkMemory(int root)
    {
        if (_liveMemory.Add(root) && _writers.TryGetValue(root, out List<Statement>? writers))
        {
            foreach (Statement writer in writers)
            {
                _work.Push(() => Keep(writer));
            }
        }
    }

    private void Keep(Statement statement)
    {
        if (!_kept.Add(statement))
        {
            return;
        }

        KeepParents(statement);

        switch (statement)
        {
            case Statement.Let let:
                Mark(let.Target);
                break;
            case Statement.For loop:
                Mark(loop.Start);
                Mark(loop.Bound);
                Mark(loop.Index);
                break;
            case Statement.While loop:
                MarkAll(loop.Condition.Yields);
                break;
            case Statement.Pull or Statement.Call:
                MarkAll(Operands.Of(statement));
                MarkAllMemory(Operands.Of(statement));
                break;
            default:
                MarkAll(Operands.Of(statement));
                break;
        }
    }

    private void KeepParents(Statement statement)
    {
        if (_parents.TryGetValue(statement, out Statement? parent))
        {
            _work.Push(() => Keep(parent));
        }
    }

    private void MarkAll(IEnumerable<Operand> operands)
    {
        foreach (Operand operand in operands)
        {
            Mark(operand);
        }
    }

    private void Mark(Operand operand)
    {
        if (operand is Value value && _live.Add(value.Id) && _definitions.TryGetValue(value.Id, out Action? define))
        {
            _work.Push(define);
        }
    }

    private void Drain()
    {
        while (_work.Count > 0)
        {
            _work.Pop()();
        }
    }
}
