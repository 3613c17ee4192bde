using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>Part of <see cref="VariablePlanner"/>: branches and loops.</summary>
internal sealed partial class VariablePlanner
{
    private void Visit(Statement.If branch)
    {
        Extent extent = _liveness.Extents[_extent++];
        HashSet<Variable> claimed = [];
        List<Variable?> targets = [];

        for (int i = 0; i < branch.Results.Count; i++)
        {
            Variable variable = Choose(
                branch.Results[i], [branch.Then.Yields[i], branch.Else.Yields[i]], extent.End, claimed);
            targets.Add(variable);
        }

        _excluded.Add(extent);
        Visit(branch.Then, targets);
        _excluded.RemoveAt(_excluded.Count - 1);
        Visit(branch.Else, targets);

        for (int i = 0; i < branch.Results.Count; i++)
        {
            Assign(branch.Results[i], targets[i]!);
        }
    }

    private void Visit(EquatableArray<Carried> carried, Block? condition, Block body)
    {
        Extent extent = _liveness.Extents[_extent++];
        HashSet<Variable> claimed = [];
        List<Variable?> targets = [];

        foreach (Carried variable in carried)
        {
            targets.Add(Choose(variable.Parameter, [variable.Initial], extent.Header, claimed, variable.Result));
        }

        for (int i = 0; i < carried.Count; i++)
        {
            Assign(carried[i].Parameter, targets[i]!);
        }

        _position++;

        if (condition is not null)
        {
            Visit(condition, []);
        }

        Visit(body, targets);
        _position++;

        for (int i = 0; i < carried.Count; i++)
        {
            Assign(carried[i].Result, targets[i]!);
        }
    }

    /// <summary>A variable for a value that comes from others: one of theirs, the one it is wanted in, or a new one.</summary>
    private Variable Choose(
        Value value, Operand[] sources, int position, HashSet<Variable> claimed, Value? result = null)
    {
        foreach (Operand source in sources)
        {
            if (_plan.Of(source) is { } theirs && theirs.Current == source && IsSameThing(value, (Value)source, theirs)
                && CanHold(theirs, value, position) && claimed.Add(theirs))
            {
                return theirs;
            }
        }

        if (_wanted.TryGetValue((result ?? value).Id, out Variable? wanted)
            && (wanted.Kind == VariableKind.Local || result is null)
            && CanHold(wanted, value, position) && claimed.Add(wanted))
        {
            return wanted;
        }

        Variable own = new(value.Type) { Hint = value.Name };
        claimed.Add(own);
        return own;
    }

    // A user's variable is not overwritten with something that has another name.
    private static bool IsSameThing(Value value, Value source, Variable variable) =>
        variable.Kind is not (VariableKind.Out or VariableKind.Part)
        && (value.Name == source.Name
            || (variable.Kind == VariableKind.Local && (value.Name.Length == 0 || source.Name.Length == 0)));
}
