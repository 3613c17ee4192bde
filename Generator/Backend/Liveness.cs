using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>Where a branch or a loop lies in the order of the text.</summary>
internal readonly record struct Extent(int Header, int Else, int End);

/// <summary>
/// Where each value is read once everything inlined has moved to its reader: the statements that print are numbered in
/// order, and a value read inside a loop that began after it counts as read at the end of that loop too, because the next
/// iteration reads it again. Then a value is dead after a place if no read has a higher number, arms that exclude the
/// place left aside.
/// </summary>
internal sealed class Liveness
{
    private readonly InliningPlan _plan;
    private readonly Dictionary<int, List<int>> _reads = [];
    private readonly Dictionary<int, int> _loopDepths = [];
    private readonly Dictionary<int, int> _deferredTo = [];
    private readonly List<HashSet<int>> _loops = [];
    private readonly List<Extent> _extents = [];
    private int _position;

    private Liveness(InliningPlan plan) => _plan = plan;

    /// <summary>Branches and loops in the order of their headers.</summary>
    public IReadOnlyList<Extent> Extents => _extents;

    public static Liveness Of(Function function, InliningPlan plan)
    {
        Liveness liveness = new(plan);
        liveness.Visit(function.Body);
        return liveness;
    }

    /// <summary>Whether no read follows, except in the arms to be skipped, innermost last.</summary>
    public bool IsDeadAfter(Value value, int position, List<Extent> skipped)
    {
        if (!_reads.TryGetValue(value.Id, out List<int>? reads))
        {
            return true;
        }

        int next = FirstAfter(reads, position);

        for (int i = skipped.Count - 1; i >= 0 && next < reads.Count; i--)
        {
            if (reads[next] >= skipped[i].Else && reads[next] <= skipped[i].End)
            {
                next = FirstAfter(reads, skipped[i].End);
            }
        }

        return next >= reads.Count;
    }

    /// <summary>Moves the reads of a deferred computation to where its block yields it.</summary>
    public void Defer(Value value)
    {
        int position = _deferredTo[value.Id];

        foreach (Operand operand in InliningPlan.Reads(_plan.Inlined(value)!))
        {
            ReadLate(operand, position);
        }
    }

    private static int FirstAfter(List<int> reads, int position)
    {
        int index = reads.BinarySearch(position + 1);

        while (index > 0 && reads[index - 1] == position + 1)
        {
            index--;
        }

        return index < 0 ? ~index : index;
    }

    private void ReadLate(Operand operand, int position)
    {
        if (_plan.Inlined(operand) is { } definition)
        {
            foreach (Operand inner in InliningPlan.Reads(definition))
            {
                ReadLate(inner, position);
            }
        }
        else if (operand is Value value)
        {
            List<int> reads = Reads(value);
            reads.Insert(FirstAfter(reads, position), position);
        }
    }

    private void Visit(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            if (!_plan.IsSilent(statement))
            {
                Visit(statement);
            }
        }

        _position++;
        Read(block.Yields);

        foreach (Operand yield in block.Yields)
        {
            if (yield is Value value && _plan.IsDeferrable(value))
            {
                _deferredTo[value.Id] = _position;
            }
        }
    }

    private void Visit(Statement statement)
    {
        int header = ++_position;

        switch (statement)
        {
            case Statement.If branch when _plan.IsConditional(branch):
                Define(branch.Results[0]);
                Read(InliningPlan.Reads(branch));
                break;
            case Statement.If branch:
                Visit(branch, header);
                break;
            case Statement.For loop:
                VisitLoop(loop.Carried, header, null, loop.Body, [loop.Start, loop.Bound]);
                break;
            case Statement.While loop:
                VisitLoop(loop.Carried, header, loop.Condition, loop.Body, []);
                break;
            default:
                Array.ForEach([.. Blocks.Defined(statement)], Define);
                Read(Operands.Of(statement));
                break;
        }
    }

    private void Visit(Statement.If branch, int header)
    {
        Read([branch.Condition]);
        int index = _extents.Count;
        _extents.Add(default);
        Visit(branch.Then);
        int otherwise = _position + 1;
        Visit(branch.Else);
        _extents[index] = new Extent(header, otherwise, _position);

        foreach (Value result in branch.Results)
        {
            Define(result);
        }
    }

    private void VisitLoop(
        EquatableArray<Carried> carried, int header, Block? condition, Block body, EquatableArray<Operand> range)
    {
        Read(carried.Select(static c => c.Initial));
        int index = _extents.Count;
        _extents.Add(default);
        HashSet<int> outer = [];
        _loops.Add(outer);

        // Start and bound stand behind the assignments of what the loop carries.
        _position++;
        Read(range);

        foreach (Carried variable in carried)
        {
            Define(variable.Parameter);
        }

        if (condition is not null)
        {
            Visit(condition);
        }

        Visit(body);
        _position++;
        _loops.RemoveAt(_loops.Count - 1);
        _extents[index] = new Extent(header, header, _position);

        foreach (int id in outer)
        {
            Reads(id).Add(_position);
        }

        foreach (Carried variable in carried)
        {
            Define(variable.Result);
        }
    }

    private void Define(Value value) => _loopDepths[value.Id] = _loops.Count;

    private void Read(IEnumerable<Operand> operands)
    {
        foreach (Operand operand in operands)
        {
            if (_plan.Inlined(operand) is { } definition)
            {
                Read(InliningPlan.Reads(definition));
            }
            else if (operand is Value value)
            {
                Reads(value).Add(_position);
                NoteLoop(value);
            }
        }
    }

    // Only the outermost of the loops that began after the value matters: it ends last.
    private void NoteLoop(Value value)
    {
        _loopDepths.TryGetValue(value.Id, out int depth);

        if (depth < _loops.Count)
        {
            _loops[depth].Add(value.Id);
        }
    }

    private List<int> Reads(Value value) => Reads(value.Id);

    private List<int> Reads(int id)
    {
        if (!_reads.TryGetValue(id, out List<int>? reads))
        {
            _reads[id] = reads = [];
        }

        return reads;
    }
}
