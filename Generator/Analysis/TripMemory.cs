using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>
/// The memory that a loop touches: read only, added to only, or private to a trip, which writes whatever it reads there
/// and leaves nothing to the next one.
/// </summary>
internal sealed class TripMemory
{
    private readonly Dictionary<int, Statement.Let> _private = [];
    private readonly HashSet<int> _sums = [];

    private TripMemory()
    {
    }

    /// <summary>What some memory is that is none of these; <c>null</c> if there is none.</summary>
    public string? Reason { get; private set; }

    /// <summary>What makes the private memory, in the order of its numbers.</summary>
    public IEnumerable<Statement.Let> Private => _private.Values.OrderBy(static let => let.Target.Id);

    /// <summary>Whether some memory belongs to a trip.</summary>
    public bool IsPrivate(Value array) => _private.ContainsKey(array.Id);

    /// <summary>Whether some memory is only added to.</summary>
    public bool IsSum(Value array) => _sums.Contains(array.Id);

    /// <param name="loop">The loop.</param>
    /// <param name="classes">Which references may name the same memory.</param>
    /// <param name="definitions">What makes memory before the loop.</param>
    /// <param name="uses">How often the whole function names each value.</param>
    public static TripMemory Of(
        Statement.For loop, AliasClasses classes, IReadOnlyDictionary<int, Statement.Let> definitions, UseCounts uses)
    {
        TripMemory memory = new();
        UseCounts inside = UseCounts.Of(loop.Body);
        ILookup<int, (Value Array, Statement Statement)> accesses = Accesses(loop.Body).ToLookup(a => classes[a.Array]);

        foreach (IGrouping<int, (Value Array, Statement Statement)> group in accesses)
        {
            Value[] arrays = [.. group.Select(static a => a.Array).Distinct()];

            if (arrays.Length == 1 && definitions.TryGetValue(arrays[0].Id, out Statement.Let? making)
                && making.Expression is Expr.NewScratch or Expr.NewRecord or Expr.NewStack
                && uses[arrays[0]] == inside[arrays[0]] && classes.IsWithin(classes[arrays[0]], [arrays[0].Id]))
            {
                memory._private.Add(arrays[0].Id, making);
            }
            else if (group.Any(static a => a.Statement is not Statement.Let))
            {
                memory.AddSums(arrays, group.Select(static a => a.Statement));
            }
        }

        return memory;
    }

    private void AddSums(Value[] arrays, IEnumerable<Statement> accesses)
    {
        if (!accesses.All(static s => s is Statement.Accumulate)
            || arrays.Any(static a => a.Type is not IrType.Array { Rank: 1, Element.IsFloating: true }))
        {
            Reason ??= "a trip may touch what another one writes";
        }

        _sums.UnionWith(arrays.Select(static a => a.Id));
    }

    private static IEnumerable<(Value Array, Statement Statement)> Accesses(Block block)
    {
        foreach (Statement statement in Blocks.All(block))
        {
            Operand? array = statement switch
            {
                Statement.Let { Expression: Expr.Load load } => load.Array,
                Statement.Store store => store.Array,
                Statement.Accumulate update => update.Array,
                Statement.Fill fill => fill.Array,
                Statement.Push push => push.Stack,
                Statement.Let { Expression: Expr.Pop pop } => pop.Stack,
                _ => null,
            };

            if (array is Value value)
            {
                yield return (value, statement);
            }
        }
    }
}
