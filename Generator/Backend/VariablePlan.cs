using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>Which variable each value lives in.</summary>
internal sealed class VariablePlan(UseCounts uses)
{
    private readonly Dictionary<int, Variable> _variables = [];

    /// <summary>The variable of a value; <c>null</c> if it has none, being inlined or not defined yet.</summary>
    public Variable? Of(Operand operand) =>
        operand is Value value && _variables.TryGetValue(value.Id, out Variable? variable) ? variable : null;

    public Variable this[Value value] => _variables[value.Id];

    /// <summary>Whether a value is computed for its side effects alone.</summary>
    public bool IsUnread(Value value) => uses[value] == 0;

    public void Assign(Value value, Variable variable)
    {
        _variables[value.Id] = variable;

        if (variable.Hint.Length == 0)
        {
            variable.Hint = value.Name;
        }
    }
}
