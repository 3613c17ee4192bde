using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>
/// Where the elements of arrays come from that one loop writes, an element a trip, and nothing else: what is read from
/// such an array is as if it were computed where it is read.
/// </summary>
internal sealed class ElementSources
{
    private readonly AliasClasses _classes;
    private readonly Dictionary<int, List<(Statement Statement, Frame Frame)>> _writes = [];
    private readonly Dictionary<Statement, int> _positions = new(ReferenceComparer.Instance);

    public ElementSources(Function function, Frames frames)
    {
        _classes = AliasClasses.Of(function);

        foreach (Statement statement in Blocks.All(function.Body))
        {
            _positions[statement] = _positions.Count;
        }

        foreach (Frame frame in frames.All)
        {
            foreach (Statement statement in frame.Block.Statements.Where(static s => !Blocks.Of(s).Any()))
            {
                Note(statement, frame);
            }
        }
    }

    /// <summary>The loop that writes what is read, the block it stands in, and what it writes for the element of its index.</summary>
    public (Statement.For Loop, Frame Around, Operand Element)? Of(Expr.Load load) =>
        load.Indices.Count == 1
        && _writes.TryGetValue(_classes[load.Array], out List<(Statement Statement, Frame Frame)>? writes)
        && writes is [(Statement.Store { Indices: [var target] } store, { Statement: Statement.For loop, Parent: { } around })]
        && target == loop.Index && store.Array == load.Array
            ? (loop, around, store.Value)
            : null;

    /// <summary>Whether a statement stands behind another in the text.</summary>
    public bool IsAfter(Statement statement, Statement other) => _positions[statement] > _positions[other];

    /// <summary>
    /// What a loop does to compute some operands, in its order; <c>null</c> if that cannot be repeated behind the loop,
    /// because it writes, or finds something else in memory there.
    /// </summary>
    /// <param name="loop">The loop.</param>
    /// <param name="isRepeatedElsewhere">Whether not as a loop like it right behind it.</param>
    /// <param name="wanted">The operands.</param>
    public IReadOnlyList<Statement>? StepsOf(Statement.For loop, bool isRepeatedElsewhere, params Operand?[] wanted)
    {
        HashSet<int> needed = [.. wanted.OfType<Value>().Select(static v => v.Id)];
        List<Statement> steps = [];

        for (int i = loop.Body.Statements.Count - 1; i >= 0; i--)
        {
            Statement statement = loop.Body.Statements[i];

            if (!Blocks.Defined(statement).Any(v => needed.Contains(v.Id)))
            {
                continue;
            }

            foreach (Statement part in Blocks.Of(statement).SelectMany(Blocks.All).Prepend(statement))
            {
                IEnumerable<Operand> read = Operands.Of(part).Concat(Blocks.Of(part).SelectMany(static b => b.Yields));
                needed.UnionWith(read.OfType<Value>().Select(static v => v.Id));
            }

            steps.Insert(0, statement);
        }

        bool isRecurrence = loop.Carried.Any(c => needed.Contains(c.Parameter.Id));
        return isRecurrence || !AreRepeatable(steps, loop, isRepeatedElsewhere) ? null : steps;
    }

    private bool AreRepeatable(List<Statement> steps, Statement.For loop, bool isRepeatedElsewhere)
    {
        MemoryEffects effects = MemoryEffects.Of(steps, _classes);
        MemoryEffects around = MemoryEffects.Of([loop], _classes);
        bool isChanged = effects.Reads.Any(r => isRepeatedElsewhere
            ? _writes.TryGetValue(r, out List<(Statement Statement, Frame Frame)>? writes) && writes.Any(w => IsAfter(w.Statement, loop))
            : around.Writes.Contains(r) || around.Accumulates.Contains(r));
        return !isChanged && effects.Writes.Count == 0 && effects.Accumulates.Count == 0
            && steps.SelectMany(static s => Blocks.Of(s).SelectMany(Blocks.All).Prepend(s)).All(static s => s
                is Statement.Let { Expression: not (Expr.NewArray or Expr.CopyOf) }
                or Statement.If or Statement.For or Statement.Remark or Statement.Throw);
    }

    private void Note(Statement statement, Frame frame)
    {
        MemoryEffects effects = MemoryEffects.Of([statement], _classes);

        foreach (int root in effects.Writes.Concat(effects.Accumulates))
        {
            if (!_writes.TryGetValue(root, out List<(Statement, Frame)>? writes))
            {
                _writes.Add(root, writes = []);
            }

            writes.Add((statement, frame));
        }
    }
}
