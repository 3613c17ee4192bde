using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// The adjoints known at a point of the reverse sweep: what has been added up so far for each value. Inside an arm of a
/// branch, what changes there stands before what is known outside, so that entering an arm costs nothing.
/// </summary>
internal sealed class Adjoints(Adjoints? outer = null)
{
    private readonly SortedDictionary<int, (Value Value, Operand? Adjoint)> _own = [];

    /// <summary>The values whose adjoints have been set here, in the order of the values' numbers.</summary>
    public IEnumerable<Value> Changed => _own.Values.Where(static e => e.Adjoint is not null).Select(static e => e.Value);

    public Operand? Find(Operand operand)
    {
        if (operand is not Value value)
        {
            return null;
        }

        return _own.TryGetValue(value.Id, out (Value, Operand? Adjoint) entry) ? entry.Adjoint : outer?.Find(operand);
    }

    /// <summary>The adjoint, or zero.</summary>
    public Operand Get(Value value) => Find(value) ?? Constant.Zero(value.Type);

    public void Set(Value value, Operand adjoint) => _own[value.Id] = (value, adjoint);

    /// <summary>Takes the adjoint out: the value's own definition has been reached.</summary>
    public Operand? Take(Value value)
    {
        Operand? adjoint = Find(value);

        if (adjoint is not null)
        {
            _own[value.Id] = (value, null);
        }

        return adjoint;
    }
}
