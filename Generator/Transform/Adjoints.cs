using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>The adjoints known at a point of the reverse sweep: what has been added up so far for each value.</summary>
internal sealed class Adjoints
{
    private readonly SortedDictionary<int, (Value Value, Operand Adjoint)> _known = [];

    public Adjoints()
    {
    }

    public Adjoints(Adjoints outer)
    {
        foreach (KeyValuePair<int, (Value, Operand)> pair in outer._known)
        {
            _known.Add(pair.Key, pair.Value);
        }
    }

    /// <summary>Every value with an adjoint, in the order of the values' numbers.</summary>
    public IEnumerable<Value> Values => _known.Values.Select(static entry => entry.Value);

    public Operand? Find(Operand operand) =>
        operand is Value value && _known.TryGetValue(value.Id, out (Value, Operand Adjoint) entry) ? entry.Adjoint : null;

    /// <summary>The adjoint, or zero.</summary>
    public Operand Get(Value value) => Find(value) ?? Constant.Zero(value.Type);

    public void Set(Value value, Operand adjoint) => _known[value.Id] = (value, adjoint);

    /// <summary>Takes the adjoint out: the value's own definition has been reached.</summary>
    public Operand? Take(Value value)
    {
        Operand? adjoint = Find(value);
        _known.Remove(value.Id);
        return adjoint;
    }
}
