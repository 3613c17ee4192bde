using Fluxion.Generator.Infrastructure;

namespace Fluxion.Generator.Ir;

/// <summary>Reads and replaces the operands of one expression or statement, not of the blocks inside it.</summary>
internal static class Operands
{
    public static IEnumerable<Operand> Of(Expr expression) => expression switch
    {
        Expr.Apply apply => apply.Arguments,
        Expr.Length length => [length.Array],
        Expr.Load load => [load.Array, .. load.Indices],
        Expr.Row row => [row.Matrix, row.Number],
        Expr.NewArray array => array.Lengths,
        Expr.NewScratch scratch => [scratch.Count],
        Expr.CopyOf copy => [copy.Array],
        Expr.NewRecord record => [record.Count],
        Expr.Pop pop => [pop.Stack],
        Expr.Verbatim verbatim => verbatim.Operands,
        Expr.Invoke call => call.Arguments,
        Expr.Lanes lanes => lanes.Arguments,
        _ => [],
    };

    public static IEnumerable<Operand> Of(Statement statement) => statement switch
    {
        Statement.Let let => Of(let.Expression),
        Statement.Store store => [store.Array, .. store.Indices, store.Value],
        Statement.Accumulate update => [update.Array, .. update.Indices, update.Value],
        Statement.Scatter scatter => [scatter.Array, scatter.Index, scatter.Stride, scatter.Value],
        Statement.Fill fill => [fill.Array, fill.Value],
        Statement.Push push => [push.Stack, push.Value],
        Statement.Call { Records: Operand records } call => [.. call.Arguments, records],
        Statement.Call call => call.Arguments,
        Statement.Pull pull => [.. pull.Adjoints, .. pull.Shadows, pull.Records],
        Statement.If branch => [branch.Condition],
        Statement.For loop => [loop.Start, loop.Bound, .. loop.Carried.Select(static c => c.Initial)],
        Statement.While loop => loop.Carried.Select(static c => c.Initial),
        Statement.Throw thrown => thrown.Operands,
        _ => [],
    };

    public static Expr Map(Expr expression, Func<Operand, Operand> map) => expression switch
    {
        Expr.Apply apply => apply with { Arguments = Map(apply.Arguments, map) },
        Expr.Length length => length with { Array = map(length.Array) },
        Expr.Load load => new Expr.Load(map(load.Array), Map(load.Indices, map)),
        Expr.Row row => new Expr.Row(map(row.Matrix), map(row.Number)),
        Expr.NewArray array => new Expr.NewArray(Map(array.Lengths, map)),
        Expr.NewScratch scratch => new Expr.NewScratch(map(scratch.Count)),
        Expr.CopyOf copy => new Expr.CopyOf(map(copy.Array)),
        Expr.NewRecord record => new Expr.NewRecord(map(record.Count)),
        Expr.Pop pop => new Expr.Pop(map(pop.Stack)),
        Expr.Verbatim verbatim => verbatim with { Operands = Map(verbatim.Operands, map) },
        Expr.Lanes lanes => lanes with { Arguments = Map(lanes.Arguments, map) },
        Expr.Invoke call => call with { Arguments = Map(call.Arguments, map) },
        _ => expression,
    };

    /// <summary>A statement without blocks, with its operands replaced.</summary>
    public static Statement Map(Statement statement, Func<Operand, Operand> map) => statement switch
    {
        Statement.Let let => let with { Expression = Map(let.Expression, map) },
        Statement.Store store => new Statement.Store(map(store.Array), Map(store.Indices, map), map(store.Value)),
        Statement.Accumulate update => update with
        {
            Array = map(update.Array),
            Indices = Map(update.Indices, map),
            Value = map(update.Value),
        },
        Statement.Scatter scatter => new Statement.Scatter(map(scatter.Array), map(scatter.Index), map(scatter.Stride), map(scatter.Value)),
        Statement.Fill fill => new Statement.Fill(map(fill.Array), map(fill.Value)),
        Statement.Push push => new Statement.Push(map(push.Stack), map(push.Value)),
        Statement.Call call => call with
        {
            Arguments = Map(call.Arguments, map),
            Records = call.Records is null ? null : map(call.Records),
        },
        Statement.Pull pull => pull with
        {
            Adjoints = Map(pull.Adjoints, map),
            Shadows = Map(pull.Shadows, map),
            Records = map(pull.Records),
        },
        Statement.Throw thrown => thrown with { Operands = Map(thrown.Operands, map) },
        _ => statement,
    };

    public static EquatableArray<Operand> Map(EquatableArray<Operand> operands, Func<Operand, Operand> map)
    {
        Operand[] mapped = new Operand[operands.Count];

        for (int i = 0; i < mapped.Length; i++)
        {
            mapped[i] = map(operands[i]);
        }

        return new EquatableArray<Operand>(mapped);
    }
}
