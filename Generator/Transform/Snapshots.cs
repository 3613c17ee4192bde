using Fluxion.Generator.Analysis;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Keeps an array as it was before a loop of which every trip reads all of it and none writes to it, as a matrix times the
/// state of a recurrence does: one copy instead of a record of each element in each trip.
/// </summary>
internal sealed class Snapshots
{
    private readonly Frames _frames;
    private readonly IrBuilder _builder;
    private readonly RecordingEdits _edits;
    private readonly AliasClasses _classes;
    private readonly FullWrites _writes;
    private readonly Dictionary<(Frame Loop, Value Array), Value> _copies = [];

    public Snapshots(Function function, Frames frames, IrBuilder builder, RecordingEdits edits)
    {
        _frames = frames;
        _builder = builder;
        _edits = edits;
        _classes = AliasClasses.Of(function);
        _writes = new FullWrites(DefinitionOf);
    }

    // for (i …)                                     hSaved[t] = copy of h;
    //     for (j …) { … h[j] … }           →        for (i …)
    //                                                   for (j …) { … h[j] … }
    /// <summary>The element in the mirror, read from the copy; <c>null</c> where none is worth while.</summary>
    /// <param name="value">What is needed.</param>
    /// <param name="forward">The loop that reads it.</param>
    /// <param name="reverse">The mirror.</param>
    /// <param name="index">The forward loop's index, in the mirror.</param>
    /// <param name="need">Told about the copy that the mirror now reads.</param>
    public Value? Read(Value value, Frame forward, Frame reverse, Func<Operand> index, Action<Operand, Frame> need)
    {
        if (_frames.Home(value) != forward || _frames.DefinitionOf(value)?.Expression is not Expr.Load { Array: Value array } load
            || array.Type is not IrType.Array { Rank: 1, Element: IrType.Scalar }
            || forward.Statement is not Statement.For inner || load.Indices[0] != inner.Index
            || !_writes.IsOverAll(inner, array, LengthOf(array)) || Around(forward, reverse, array) is not { } loop)
        {
            return null;
        }

        if (!_copies.TryGetValue((loop, array), out Value? copy))
        {
            copy = _builder.Fresh(new IrType.Array(value.Type, ArrayKind.Array), array.Name);
            _edits.Before(loop.Statement!, new Statement.Let(copy, new Expr.CopyOf(array)));
            _frames.Move(copy, loop.Parent!);
            _copies.Add((loop, array), copy);
        }

        need(copy, reverse);
        Value read = _builder.Fresh(value.Type, value.Name);
        _edits.Prepend(reverse, new Statement.Let(read, new Expr.Load(copy, [index()])));
        return read;
    }

    /// <summary>The outermost loop around a frame, but not around its mirror, that does not write to an array from outside.</summary>
    private Frame? Around(Frame forward, Frame reverse, Value array)
    {
        int root = _classes[array];
        Frame home = _frames.Home(array);
        Frame? found = null;

        foreach (Frame loop in forward.Outward().Skip(1).Where(f => f.IsLoop && f.Arm == 0))
        {
            MemoryEffects effects = MemoryEffects.Of([loop.Statement!], _classes);

            if (loop.Encloses(reverse) || loop.Encloses(home) || effects.Writes.Contains(root) || effects.Accumulates.Contains(root))
            {
                break;
            }

            found = loop;
        }

        return found;
    }

    private Operand LengthOf(Value array) =>
        DefinitionOf(array) is Expr.NewArray { Lengths: { Count: 1 } lengths } ? lengths[0] : array;

    private Expr? DefinitionOf(Operand operand) =>
        operand is Value value ? _frames.DefinitionOf(value)?.Expression : null;
}
