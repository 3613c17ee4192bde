using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>
/// What the function computes at some cost, to be found again by its derivative: the cosine's partial is the sine that
/// stands beside it.
/// </summary>
internal sealed class ComputedValues
{
    private readonly Dictionary<(Expr.Apply, IrType), List<Value>> _values = [];
    private readonly Frames _frames;

    private ComputedValues(Function function)
    {
        _frames = Frames.Of(function);

        foreach (Statement statement in Blocks.All(function.Body))
        {
            if (statement is Statement.Let { Expression: Expr.Apply { Primitive.IsCheap: false } apply, Target: var target })
            {
                Add((apply with { Exact = true }, target.Type), target);
            }
        }
    }

    public static ComputedValues Of(Function function) => new(function);

    /// <summary>The value of an expression, computed whenever <paramref name="reader"/> is.</summary>
    public Value? Find(Expr.Apply expression, IrType type, Value reader)
    {
        if (!_values.TryGetValue((expression with { Exact = true }, type), out List<Value>? values))
        {
            return null;
        }

        Frame frame = _frames.Home(reader);
        return values.FirstOrDefault(value => _frames.Home(value).Encloses(frame));
    }

    private void Add((Expr.Apply, IrType) key, Value value)
    {
        if (!_values.TryGetValue(key, out List<Value>? values))
        {
            _values.Add(key, values = []);
        }

        values.Add(value);
    }
}
