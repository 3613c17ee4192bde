using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>Stores values in the forward sweep and reads them in the reverse sweep.</summary>
internal sealed class RecordStorage(Frames frames, IrBuilder builder, RecordingEdits edits)
{
    private readonly Dictionary<Frame, Operand> _indices = [];
    private readonly Dictionary<Frame, Operand> _sizes = [];

    /// <summary>Records a value of a forward frame; returns what holds it in the mirror.</summary>
    /// <param name="need">Told about values that the reverse sweep now reads from outer frames.</param>
    public Operand Record(Value value, Frame forward, Frame reverse, Action<Operand, Frame> need)
    {
        Frame[] loops = Loops(forward, reverse);

        if (loops.Length == 0)
        {
            Value result = HoistFromBranch(value, forward);
            need(result, reverse);
            return result;
        }

        return loops.All(IsCountedAtRoot) ? RecordInArray(value, forward, reverse) : RecordOnStack(value, forward, reverse);
    }

    /// <summary>Pushes values where a forward frame ends, and pops them where its mirror starts.</summary>
    public void Record(
        IReadOnlyList<Value> values, Frame forward, Frame reverse, Value records, Dictionary<int, Operand> available)
    {
        foreach (Value value in values)
        {
            edits.Append(forward, new Statement.Push(records, value));
        }

        foreach (Value value in values.Reverse())
        {
            Value popped = builder.Fresh(value.Type, NameOf(value));
            edits.Prepend(reverse, new Statement.Let(popped, new Expr.Pop(records)));
            available[value.Id] = popped;
        }
    }

    /// <summary>The forward loop's index, in its mirror.</summary>
    public Operand IndexIn(Frame forward, Frame reverse)
    {
        if (_indices.TryGetValue(reverse, out Operand? known))
        {
            return known;
        }

        Value counter = ((Statement.For)reverse.Statement!).Index;
        Operand index = forward.Statement is Statement.For loop && Math.Abs(loop.Step) != 1
            ? edits.Build(reverse, builder, () => TripCounts.Index(builder, loop, counter))
            : counter;
        _indices.Add(reverse, index);
        return index;
    }

    /// <summary>A branch outside every loop hands the value out as a further result.</summary>
    private Value HoistFromBranch(Value value, Frame arm)
    {
        Value result = builder.Fresh(value.Type, value.Name);
        edits.AddResult((Statement.If)arm.Statement!, arm.Arm, value, result);
        frames.Move(result, arm.Parent!);
        return result;
    }

    private Value RecordOnStack(Value value, Frame forward, Frame reverse)
    {
        Value stack = builder.Fresh(new IrType.Stack(value.Type), Saved(value));
        edits.Before(RootStatement(forward), new Statement.Let(stack, new Expr.NewStack()));
        edits.Append(forward, new Statement.Push(stack, value));
        Value popped = builder.Fresh(value.Type, NameOf(value));
        edits.Prepend(reverse, new Statement.Let(popped, new Expr.Pop(stack)));
        return popped;
    }

    private Value RecordInArray(Value value, Frame forward, Frame reverse)
    {
        Value record = builder.Fresh(new IrType.Array(value.Type, ArrayKind.Array), Saved(value));
        edits.Before(RootStatement(forward), new Statement.Let(record, new Expr.NewRecord(Size(Loops(forward, reverse)))));
        Operand position = edits.BuildAtEnd(forward, builder, () => Position(
            Loops(forward, reverse), static f => ((Statement.For)f.Statement!).Index));
        edits.Append(forward, new Statement.Store(record, [position], value));
        Value read = builder.Fresh(value.Type, NameOf(value));
        Operand mirrored = edits.Build(reverse, builder, () => MirroredPosition(forward, reverse));
        edits.Prepend(reverse, new Statement.Let(read, new Expr.Load(record, [mirrored])));
        return read;
    }

    /// <summary>The user's name of a value, or that of the function it is a value of.</summary>
    private string NameOf(Value value) => value.Name.Length > 0 ? value.Name
        : frames.DefinitionOf(value)?.Expression is Expr.Apply { Primitive.Name: var name } && char.IsLetter(name[0])
            ? char.ToLowerInvariant(name[0]) + name.Substring(1)
            : "value";

    private string Saved(Value value) => NameOf(value) + "Saved";

    /// <summary>The statement of the function's own body that a frame is in.</summary>
    private static Statement RootStatement(Frame frame) =>
        frame.Outward().First(static f => f.Parent is { Parent: null }).Statement!;

    private bool IsCountedAtRoot(Frame frame) => frame.Statement is Statement.For loop
        && IsAtRoot(loop.Start) && IsAtRoot(loop.Bound);

    private bool IsAtRoot(Operand operand) => operand is not Value value || frames.Home(value) == frames.Root;

    /// <summary>The loops around a frame, outermost first, but those around the other: a trip of theirs ends what it records.</summary>
    private static Frame[] Loops(Frame frame, Frame other) =>
        [.. frame.Outward().Where(f => f.IsLoop && !f.Encloses(other)).Reverse()];

    /// <summary>The number of trips of all these loops, computed before the outermost of all.</summary>
    private Operand Size(Frame[] loops)
    {
        Operand? size = null;

        foreach (Frame loop in loops)
        {
            Operand trips = Trips(loop);
            size = size is null ? trips : edits.BuildBefore(
                RootStatement(loop), builder, () => Binary(PrimitiveTable.Multiply, size, trips));
        }

        return size!;
    }

    private Operand Trips(Frame loop)
    {
        if (!_sizes.TryGetValue(loop, out Operand? trips))
        {
            trips = edits.BuildBefore(RootStatement(loop), builder, () => TripCounts.Emit(builder, (Statement.For)loop.Statement!));
            _sizes.Add(loop, trips);
        }

        return trips;
    }

    /// <summary>The place of the current trip: trips of the outer loops times the number of the inner ones, and so on.</summary>
    private Operand Position(Frame[] loops, Func<Frame, Operand> index)
    {
        Operand? position = null;

        foreach (Frame loop in loops)
        {
            Operand trip = TripCounts.Trip(builder, (Statement.For)loop.Statement!, index(loop));
            position = position is null ? trip
                : Binary(PrimitiveTable.Add, Binary(PrimitiveTable.Multiply, position, Trips(loop)), trip);
        }

        return position!;
    }

    private Operand MirroredPosition(Frame forward, Frame reverse)
    {
        // The other loops around a mirror mirror the other loops around the frame.
        Frame[] reversed = Loops(reverse, forward);
        Frame[] forwards = Loops(forward, reverse);
        Dictionary<Frame, Operand> indices = [];

        for (int i = 0; i < forwards.Length; i++)
        {
            indices[forwards[i]] = IndexIn(forwards[i], reversed[i]);
        }

        return Position(forwards, f => indices[f]);
    }

    private Value Binary(Primitive primitive, Operand left, Operand right) =>
        builder.Exact(IrType.Int32, primitive, left, right);
}
