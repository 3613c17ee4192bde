using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// A sum of integers in which what comes with both signs cancels. Integers wrap around, so that the order of their
/// additions makes no difference.
/// </summary>
/// <param name="definitionOf">The expression that defines a value, where one does.</param>
internal sealed class IntegerSum(Func<Operand, Expr?> definitionOf)
{
    private const int Deepest = 4;

    private readonly List<(Operand Term, bool IsNegative)> _terms = [];

    /// <summary>The sum of all terms that are constant.</summary>
    public int Constant { get; private set; }

    public bool IsConstant => _terms.Count == 0;

    public void Add(Operand term, bool isNegative) => Add(term, isNegative, depth: 0);

    public Operand Emit(IrBuilder builder)
    {
        Operand sum = Constant == 0 && _terms.Exists(static t => !t.IsNegative) ? Take() : Ir.Constant.Int(Constant);

        foreach ((Operand term, bool isNegative) in _terms)
        {
            sum = builder.Exact(IrType.Int32, isNegative ? PrimitiveTable.Subtract : PrimitiveTable.Add, sum, term);
        }

        return sum;
    }

    private void Add(Operand term, bool isNegative, int depth)
    {
        if (term is Constant constant)
        {
            int number = unchecked((int)constant.Bits);
            Constant = unchecked(isNegative ? Constant - number : Constant + number);
        }
        else if (depth < Deepest && definitionOf(term) is Expr.Apply { Arguments: { Count: 2 } arguments } apply
            && (apply.Primitive == PrimitiveTable.Add || apply.Primitive == PrimitiveTable.Subtract))
        {
            Add(arguments[0], isNegative, depth + 1);
            Add(arguments[1], isNegative ^ (apply.Primitive == PrimitiveTable.Subtract), depth + 1);
        }
        else if (!_terms.Remove((term, !isNegative)))
        {
            _terms.Add((term, isNegative));
        }
    }

    private Operand Take()
    {
        int position = _terms.FindIndex(static t => !t.IsNegative);
        Operand first = _terms[position].Term;
        _terms.RemoveAt(position);
        return first;
    }
}
