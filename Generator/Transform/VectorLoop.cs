using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>The vector form of one loop, and the sums it leaves.</summary>
internal sealed class VectorLoop(IrBuilder builder, Statement.For loop, VectorLegality legality)
{
    // Two sums of each kind hide the latency of a fused multiply-add behind its throughput; long bodies have enough to do,
    // and stores wait for nothing.
    private const int Unrolled = 2;
    private const int LongestUnrolledBody = 24;

    /// <summary>Whether it runs inside another loop.</summary>
    public bool IsInner { get; init; }

    private readonly IrType.Vector _type = new(legality.Lane, legality.Lane);
    private readonly LaneSums _sums = new();
    private readonly Dictionary<(Operand Matrix, Operand Row), Value> _rows = [];

    // From a start that may be negative, an end less a vector might wrap around; a distance cannot.
    private bool IsFromZero => loop.Start is Constant { Number: >= 0 };

    private const int OperationsOfAFunction = 12;

    // What a loop around starts anew each time is short, and its next run hides the latency of this one; a function of
    // a few classes or components is worth a vector.
    private int Copies => !(IsInner && (loop.Start is Value || legality.Operations >= OperationsOfAFunction))
        && (loop.Carried.Count > 0 || legality.Accesses.Any(static a => a.IsWrite && !a.Index.IsUnitStride))
        && legality.Operations <= LongestUnrolledBody ? Unrolled : 1;

    /// <summary>What vectors are read from and written to: an array, or the row of a matrix, which is looked up before the loop.</summary>
    public Operand MemoryOf(Operand array, Operand? row)
    {
        if (row is null)
        {
            return array;
        }

        if (!_rows.TryGetValue((array, row), out Value? view))
        {
            view = builder.Let(new IrType.Array(((IrType.Array)array.Type).Element, ArrayKind.Span), new Expr.Row(array, row));
            _rows.Add((array, row), view);
        }

        return view;
    }

    /// <summary>The number of trips of the scalar loop that one trip of the vector loop stands for.</summary>
    public Value Step() => Count(Copies);

    /// <summary>The first index from here on that is a multiple of the vectors' length.</summary>
    public Expr Aligned(Operand index) =>
        new Expr.Lanes(LaneOperation.Align, [index, Constant.Zero(new IrType.Scalar(legality.Lane))]);

    /// <summary>Adds the loop that stays below <paramref name="end"/>; returns the index from which to go on.</summary>
    public Value Emit(Operand end)
    {
        builder.Add(new Statement.Remark(RemarkKind.Note, "Whole vectors; the loop after this one takes what is left"));
        Value? last = IsFromZero
            ? builder.Let(IrType.Int32, new Expr.Apply(PrimitiveTable.Subtract, [end, Count(Copies)]), "last")
            : null;
        Value index = builder.Fresh(IrType.Int32, loop.Index.Name);
        Value next = builder.Fresh(IrType.Int32, loop.Index.Name);
        Block body = Body(index);
        builder.Begin();
        Block condition = builder.End(last is not null
            ? builder.Exact(IrType.Boolean, PrimitiveTable.LessOrEqual, index, last)
            : builder.Exact(
                IrType.Boolean, PrimitiveTable.GreaterOrEqual,
                builder.Exact(IrType.Int32, PrimitiveTable.Subtract, end, index), Count(Copies)));
        builder.Add(new Statement.While(
            builder.Label(), [new Carried(index, loop.Start, next), .. _sums.Variables], condition, body));
        return next;
    }

    /// <summary>Adds up the lanes: the start of each of the scalar loop's sums. Sums that are elements of memory go there.</summary>
    public Operand[] EmitSums(Value next)
    {
        Operand[] sums = [.. loop.Carried.Select((c, i) => Total(c.Initial, _sums.OfVariable(i)))];
        VectorAccess[] elements = [.. _sums.Elements];

        if (elements.Length > 0)
        {
            builder.Begin();

            foreach (VectorAccess element in elements)
            {
                Statement.Accumulate update = (Statement.Accumulate)element.Statement;
                builder.Add(update with { Value = Total(Constant.Zero(update.Value.Type), _sums.OfElement(element)), Exact = false });
            }

            Block then = builder.End();
            Value hasRun = builder.Exact(IrType.Boolean, PrimitiveTable.Greater, next, loop.Start);
            builder.Add(new Statement.If(builder.Label(), hasRun, then, Block.Empty, []));
        }

        return sums;
    }

    private Block Body(Value index)
    {
        int copies = Copies;
        Dictionary<Operand, Value> invariants = [];
        builder.Begin();

        for (int copy = 0; copy < copies; copy++)
        {
            Operand position = copy == 0 ? index : builder.Exact(IrType.Int32, PrimitiveTable.Add, index, Count(copy));
            VectorBody body = new(builder, loop, legality, invariants) { MemoryOf = MemoryOf, IsCopy = copy > 0 };
            Operand[] parameters = [.. loop.Carried.Select((c, i) => _sums.AddVariable(builder, i, c, Zero()))];
            VectorAccess[] elements = [.. legality.Accesses.Where(static a => a.IsWrite && !a.Index.IsUnitStride)];
            Operand[] memory = [.. elements.Select(e => _sums.AddElement(builder, e, Zero()))];
            body.Emit(position, parameters, elements, memory);
            _sums.Next(body.NextSums, body.NextElements);
        }

        Value stepped = builder.Let(
            IrType.Int32, new Expr.Apply(PrimitiveTable.Add, [index, Count(copies)]), loop.Index.Name);
        return builder.End([stepped, .. _sums.NextValues]);
    }

    /// <summary>Where a sum begins, in the block around the body.</summary>
    private Value Zero()
    {
        Value zero = builder.Fresh(_type);
        Expr lanes = new Expr.Lanes(LaneOperation.Broadcast, [Constant.Zero(new IrType.Scalar(legality.Lane))]);
        builder.AddAt(builder.Depth - 1, new Statement.Let(zero, lanes));
        return zero;
    }

    private Value Count(int vectors) => builder.Let(
        IrType.Int32,
        new Expr.Lanes(LaneOperation.Count, [Constant.Int(vectors), Constant.Zero(new IrType.Scalar(legality.Lane))]));

    private Operand Total(Operand initial, IEnumerable<Value> lanes)
    {
        IrType scalar = new IrType.Scalar(legality.Lane);
        Value vector = lanes.Aggregate((sum, next) => builder.Relaxed(_type, PrimitiveTable.Add, sum, next));
        Value total = builder.Let(scalar, new Expr.Lanes(LaneOperation.Sum, [vector]));
        return initial is Constant { IsZero: true } ? total : builder.Relaxed(scalar, PrimitiveTable.Add, initial, total);
    }
}
