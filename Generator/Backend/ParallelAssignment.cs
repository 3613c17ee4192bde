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
        List<(Assignment, bool)> ordered = [];

        while (waiting.Count > 0)
        {
            int next = waiting.FindIndex(a => waiting.All(other => other == a || !reads[other].Contains(a.Target)));
            Assignment assignment = waiting[Math.Max(next, 0)];
            waiting.Remove(assignment);
            ordered.Add((assignment, next < 0));
        }

        return ordered;
    }

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
            foreach (Operand inner in InliningPlan.Operands(definition))
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
