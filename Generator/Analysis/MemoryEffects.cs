using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>
/// The classes of memory that statements touch, without the memory they make themselves and do not hand out: nobody else
/// sees that.
/// </summary>
internal sealed class MemoryEffects
{
    private readonly HashSet<int> _made = [];
    private readonly HashSet<int> _defined = [];

    public HashSet<int> Reads { get; } = [];

    /// <summary>Stores, fills, pushes and pops: their order matters.</summary>
    public HashSet<int> Writes { get; } = [];

    /// <summary>Additions: they commute with each other.</summary>
    public HashSet<int> Accumulates { get; } = [];

    public static MemoryEffects Of(IEnumerable<Statement> statements, AliasClasses classes)
    {
        MemoryEffects effects = new();

        foreach (Statement statement in statements)
        {
            effects.Visit(statement, classes);

            foreach (Statement nested in Blocks.Of(statement).SelectMany(Blocks.All))
            {
                effects.Visit(nested, classes);
            }
        }

        // Memory that is made may be one of several that a variable outside can be.
        effects._made.RemoveWhere(root => !classes.IsWithin(root, effects._defined));
        effects.Reads.ExceptWith(effects._made);
        effects.Writes.ExceptWith(effects._made);
        effects.Accumulates.ExceptWith(effects._made);
        return effects;
    }

    /// <summary>Whether running these statements before instead of after the others gives the same.</summary>
    public bool CommutesWith(MemoryEffects other) =>
        !Reads.Overlaps(other.Writes) && !Reads.Overlaps(other.Accumulates)
        && !Writes.Overlaps(other.Reads) && !Writes.Overlaps(other.Writes) && !Writes.Overlaps(other.Accumulates)
        && !Accumulates.Overlaps(other.Reads) && !Accumulates.Overlaps(other.Writes);

    /// <summary>Whether the iterations of a loop with this body can run in any order.</summary>
    public bool CommutesWithItself => Writes.Count == 0 && !Reads.Overlaps(Accumulates);

    private void WriteRecords(Operand? records, AliasClasses classes)
    {
        if (records is not null)
        {
            Writes.Add(classes[records]);
        }
    }

    private void Visit(Statement statement, AliasClasses classes)
    {
        _defined.UnionWith(Blocks.Defined(statement).Concat(Blocks.DefinedInside(statement)).Select(static v => v.Id));

        switch (statement)
        {
            case Statement.Let { Expression: Expr.Load load }:
                Reads.Add(classes[load.Array]);
                break;
            case Statement.Let { Expression: Expr.CopyOf copy } let:
                Reads.Add(classes[copy.Array]);
                _made.Add(classes[let.Target]);
                break;
            case Statement.Let { Expression: Expr.NewArray or Expr.NewScratch or Expr.NewRecord or Expr.NewStack } let:
                _made.Add(classes[let.Target]);
                break;
            case Statement.Let { Expression: Expr.Pop pop }:
                Writes.Add(classes[pop.Stack]);
                break;
            case Statement.Let { Expression: Expr.Verbatim or Expr.Invoke } let:
                Reads.UnionWith(Operands.Of(let).Where(static o => o.Type is IrType.Array).Select(o => classes[o]));
                break;
            case Statement.Call call:
                Reads.UnionWith(call.Arguments.Where(static o => o.Type is IrType.Array).Select(o => classes[o]));
                Writes.UnionWith(Effects.ArraysWrittenBy(call).Select(o => classes[o]));
                WriteRecords(call.Records, classes);
                break;
            case Statement.Pull pull:
                Reads.UnionWith(pull.Shadows.Select(o => classes[o]));
                Writes.UnionWith(pull.Shadows.Select(o => classes[o]));
                WriteRecords(pull.Records, classes);
                break;
            case Statement.Store store:
                Writes.Add(classes[store.Array]);
                break;
            case Statement.Fill fill:
                Writes.Add(classes[fill.Array]);
                break;
            case Statement.Push push:
                Writes.Add(classes[push.Stack]);
                break;
            case Statement.Accumulate update:
                Accumulates.Add(classes[update.Array]);
                break;
        }
    }
}
