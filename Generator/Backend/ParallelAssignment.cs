using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>A value on its way to a variable.</summary>
internal readonly record struct Assignment(Variable Target, Operand Source);

/// <summary>
/// Orders assignments that mean to happen at once, so that none destroys what a later one reads. In a cycle (a swap) one
/// new value waits in a variable of its own.
/// </summary>
internal sealed class ParallelAssignment(InliningPlan inlining, VariablePlan variables)
{
    /// <summary>The assignments in order; where <c>IsSplit</c>, the target is only written after all others.</summary>
    public List<(Assignment Assignment, bool IsSplit)> Order(IEnumerable<Assignment> assignments)
    {
        List<Assignment> waiting = [.. assignments.Where(a => !IsIdentity(a))];
        Dictionary<Assignment, HashSet<Variable>> reads = waiting.ToDictionary(static a => a, Reads);
        Dictionary<Variable, int> readers = waiting.SelectMany(a => reads[a]).GroupBy(static v => v)
            .ToDictionary(static g => g.Key, static g => g.Count());
        List<(Assignment, bool)> ordered = [];

        while (waiting.Count > 0)
        {
            int next = waiting.FindIndex(a => IsUnread(a, reads[a], readers));
            Assignment assignment = waiting[Math.Max(next, 0)];
            waiting.Remove(assignment);
            ordered.Add((assignment, next < 0));

            foreach (Variable read in reads[assignment])
            {
                readers[read]--;
            }
        }

        return ordered;
    }

    // Reading its own target does not keep an assignment back.
    private static bool IsUnread(Assignment assignment, HashSet<Variable> reads, Dictionary<Variable, int> readers) =>
        !readers.TryGetValue(assignment.Target, out int count) || count == (reads.Contains(assignment.Target) ? 1 : 0);

    /// <summary>Whether the value is in the variable already.</summary>
    public bool IsIdentity(Assignment assignment) =>
        inlining.Inlined(assignment.Source) is null && variables.Of(assignment.Source) == assignment.Target;

    private HashSet<Variable> Reads(Assignment assignment)
    {
        HashSet<Variable> read = [];
        Collect(assignment.Source, read);
        return read;
    }

    private void Collect(Operand operand, HashSet<Variable> read)
    {
        if (inlining.Inlined(operand) is { } definition)
        {
            foreach (Operand inner in InliningPlan.Reads(definition))
            {
                Collect(inner, read);
            }
        }
        else if (variables.Of(operand) is { } variable)
        {
            read.Add(variable);
        }
    }
}
