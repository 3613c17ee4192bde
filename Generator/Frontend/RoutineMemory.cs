using Fluxion.Generator.Analysis;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// Which of their arrays routines write to, themselves or by calling others, and which are given the same array twice. Both
/// are the least solution: nothing is assumed, and whatever follows from what is known is added until nothing is new.
/// </summary>
internal sealed class RoutineMemory
{
    private readonly Dictionary<string, bool[]> _writes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shared = new(StringComparer.Ordinal);

    public static RoutineMemory Of(Function root, IReadOnlyList<RoutineEntry> entries)
    {
        RoutineMemory memory = new();

        foreach (RoutineEntry entry in entries)
        {
            memory._writes.Add(entry.Routine.Value, new bool[entry.Function!.Parameters.Count]);
        }

        bool isNew = true;

        while (isNew)
        {
            isNew = memory.VisitCalls(memory.Complete(root));

            foreach (RoutineEntry entry in entries)
            {
                Function function = memory.Complete(entry);
                isNew |= memory.VisitCalls(function) | memory.VisitWrites(entry.Routine, function);
            }
        }

        return memory;
    }

    /// <summary>A routine, with what is known.</summary>
    public Routine Known(Routine routine) => routine with { Writes = [.. _writes[routine.Value]] };

    public Function Complete(RoutineEntry entry) => Complete(entry.Function!) with
    {
        Memory = _shared.Contains(entry.Routine.Value) ? ParameterMemory.Shared : ParameterMemory.Apart,
    };

    /// <summary>The function, with what is known in its calls.</summary>
    public Function Complete(Function function) => function with { Body = Complete(function.Body) };

    /// <summary>The routines that write to an array which a field holds, where the function gives it to them.</summary>
    public IEnumerable<string> WritesToFields(Function function)
    {
        AliasClasses classes = AliasClasses.Of(function);
        HashSet<int> fields = [.. Blocks.All(function.Body).OfType<Statement.Let>()
            .Where(static let => let is { Expression: Expr.StaticField, Target.Type: IrType.Array })
            .Select(let => classes[let.Target])];
        return Blocks.All(Complete(function.Body)).OfType<Statement.Call>()
            .Where(call => Effects.ArraysWrittenBy(call).Any(array => fields.Contains(classes[array])))
            .Select(static call => call.Routine.Value);
    }

    private Block Complete(Block block) => block with
    {
        Statements = [.. block.Statements.Select(statement => statement is Statement.Call call
            ? call with { Routine = Known(call.Routine) }
            : Blocks.MapBlocks(statement, Complete))],
    };

    private bool VisitCalls(Function function)
    {
        AliasClasses classes = AliasClasses.Of(function);
        bool isNew = false;

        foreach (Statement.Call call in Blocks.All(function.Body).OfType<Statement.Call>())
        {
            int[] arrays = [.. call.Arguments.Where(static o => o.Type is IrType.Array).Select(o => classes[o])];

            if (arrays.Distinct().Count() < arrays.Length)
            {
                isNew |= _shared.Add(call.Routine.Value);
            }
        }

        return isNew;
    }

    private bool VisitWrites(Routine routine, Function function)
    {
        AliasClasses classes = AliasClasses.Of(function);
        HashSet<int> written = [.. Blocks.All(function.Body).SelectMany(Effects.ArraysWrittenBy).Select(o => classes[o])];
        bool[] writes = _writes[routine.Value];
        bool isNew = false;

        for (int i = 0; i < writes.Length; i++)
        {
            Value parameter = function.Parameters[i].Value;

            if (!writes[i] && parameter.Type is IrType.Array && written.Contains(classes[parameter]))
            {
                writes[i] = isNew = true;
            }
        }

        return isNew;
    }
}
