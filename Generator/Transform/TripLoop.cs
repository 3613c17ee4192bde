using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>The loop whose trips are as many trips of another as a vector has lanes, the memory it needs and the sums it leaves.</summary>
internal sealed class TripLoop(IrBuilder builder, Statement.For loop, TripLegality legality)
{
    private readonly IrType.Vector _type = new(legality.Lane, legality.Lane);
    private readonly Dictionary<int, Value> _memory = [];

    /// <summary>Adds the loop; returns the index from which to go on, and the sums so far.</summary>
    public Operand[] Emit(Operand end)
    {
        builder.Add(new Statement.Remark(RemarkKind.Note, "A trip in each lane; the loop after this one takes what is left"));
        MakeMemory();
        Value last = Integer(PrimitiveTable.Subtract, end, Count());
        Value index = builder.Fresh(IrType.Int32, loop.Index.Name);
        Value next = builder.Fresh(IrType.Int32, loop.Index.Name);
        Carried[] sums = [.. loop.Carried.Select(static c => c.Parameter.Name).Concat(legality.ElementSums.Select(NameOf)).Select(Sum)];
        Block body = Body(index, sums);
        builder.Begin();
        Block condition = builder.End(builder.Exact(IrType.Boolean, PrimitiveTable.LessOrEqual, index, last));
        builder.Add(new Statement.While(builder.Label(), [new Carried(index, loop.Start, next), .. sums], condition, body));
        Operand[] totals = [.. loop.Carried.Select((c, i) => Total(c.Initial, sums[i].Result))];

        for (int i = 0; i < legality.ElementSums.Count; i++)
        {
            Statement.Accumulate update = legality.ElementSums[i];
            Operand total = Total(Constant.Zero(update.Value.Type), sums[loop.Carried.Count + i].Result);
            builder.Add(update with { Value = total, Exact = false });
        }

        foreach (Value array in legality.Summed)
        {
            AddUp(array);
        }

        return [next, .. totals];
    }

    private void MakeMemory()
    {
        foreach (Statement.Let let in legality.Private)
        {
            Make(let.Target, let.Expression);
        }

        foreach (Value sum in legality.Summed)
        {
            Make(sum, new Expr.NewArray([builder.Let(IrType.Int32, new Expr.Length(sum))]));
        }
    }

    private void Make(Value array, Expr making)
    {
        IrType type = array.Type is IrType.Stack stack
            ? new IrType.Stack(Lanes(stack.Element))
            : new IrType.Array(Lanes(((IrType.Array)array.Type).Element), ArrayKind.Array);
        _memory.Add(array.Id, builder.Let(type, making, array.Name.Length == 0 ? "" : array.Name + "Lanes"));
    }

    private IrType.Vector Lanes(IrType element) => new(((IrType.Scalar)element).Kind, legality.Lane);

    private static string NameOf(Statement.Accumulate update) => update.Array is Value { Name: var name } ? name : "";

    private Carried Sum(string scalar)
    {
        string name = scalar.Length == 0 ? "sumLanes" : scalar + "Lanes";
        Value zero = builder.Let(_type, new Expr.Lanes(LaneOperation.Broadcast, [Constant.Zero(new IrType.Scalar(legality.Lane))]));
        return new Carried(builder.Fresh(_type, name), zero, builder.Fresh(_type, name));
    }

    private Block Body(Value index, Carried[] sums)
    {
        TripBody body = new(builder, loop, legality, _memory);
        builder.Begin();
        Operand[] next = body.Emit(index, [.. sums.Select(static s => s.Parameter)]);
        Value stepped = builder.Let(
            IrType.Int32, new Expr.Apply(PrimitiveTable.Add, [index, Count()]), loop.Index.Name);
        return builder.End([stepped, .. next]);
    }

    private Operand Total(Operand initial, Operand lanes)
    {
        IrType scalar = new IrType.Scalar(legality.Lane);
        Value total = builder.Let(scalar, new Expr.Lanes(LaneOperation.Sum, [lanes]));
        return initial is Constant { IsZero: true } ? total : builder.Relaxed(scalar, PrimitiveTable.Add, initial, total);
    }

    // for (i …) { x[i] += Σ lanes[i]; }
    private void AddUp(Value array)
    {
        Value index = builder.Fresh(IrType.Int32, "i");
        builder.Begin();
        Value total = builder.Let(
            new IrType.Scalar(legality.Lane), new Expr.Lanes(LaneOperation.Sum, [builder.Load(_memory[array.Id], index)]));
        builder.Add(new Statement.Accumulate(array, [index], total, Exact: false));
        Block body = builder.End();
        Value length = builder.Let(IrType.Int32, new Expr.Length(array));
        builder.Add(new Statement.For(builder.Label(), index, Constant.Int(0), LoopTest.Less, length, 1, [], body));
    }

    private Value Count() => builder.Let(
        IrType.Int32,
        new Expr.Lanes(LaneOperation.Count, [Constant.Int(1), Constant.Zero(new IrType.Scalar(legality.Lane))]));

    private Value Integer(Primitive primitive, Operand left, Operand right) => builder.Exact(IrType.Int32, primitive, left, right);
}
