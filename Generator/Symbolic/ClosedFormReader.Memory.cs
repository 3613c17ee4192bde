using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Symbolic;

/// <summary>
/// What the reverse sweep adds to memory. An element's derivative is the sum of all that is added where the index is the
/// element's: <c>for (i) d[i] += f(i)</c> gives f(k) for the element at k, without a sum.
/// </summary>
internal sealed partial class ClosedFormReader
{
    private readonly List<Contribution> _contributions = [];
    private Term.Missing? _throws;

    private Term Element(Value memory, Term array, Term.Index[] indices)
    {
        IrType type = ((IrType.Array)memory.Type).Element;

        if (type is IrType.Array rows)
        {
            return _terms.Missing(rows.Element, memory.Name, "is an array of arrays");
        }

        IEnumerable<(Ratio, Term)> addends = _contributions.Where(c => _classes[c.Array] == _classes[memory])
            .Select(c => (Ratio.One, c.Array == memory ? Added(c, array, indices) : Elsewhere(memory)));
        return _terms.Sum(addends, Ratio.Zero, type);
    }

    // A choice between arrays: which one is added to shows when the method runs.
    private Term.Missing Elsewhere(Value memory) =>
        _terms.Missing(((IrType.Array)memory.Type).Element, memory.Name, "is chosen among several arrays");

    private Term Added(Contribution added, Term array, Term.Index[] element)
    {
        List<Scope> scopes = [.. added.Scopes];
        Term value = added.Value;
        Term[] at = [.. added.Indices];

        if (value is Term.Missing)
        {
            return value;
        }

        for (int d = 0; d < at.Length; d++)
        {
            int loop = scopes.FindLastIndex(s => s.Index is not null && at[d].DependsOn(s.Index));
            Term? position = loop < 0 ? null : Solve(at[d], scopes[loop].Index!, element[d]);

            // What the index depends on besides must be known where the loop stands.
            if (position is null)
            {
                scopes.Add(new Scope(_terms.Apply(PrimitiveTable.Equal, IrType.Boolean, element[d], at[d])));
                continue;
            }

            Scope found = scopes[loop];
            Term Replace(Term term) => _terms.Substitute(term, found.Index!, position);
            Term inside = Inside(found, position, array, d, element[d]);
            scopes = [.. scopes.Take(loop), new Scope(inside), .. scopes.Skip(loop + 1).Select(s => Map(s, Replace))];
            value = Replace(value);
            at = [.. at.Select(Replace)];
        }

        return Enumerable.Reverse(scopes).Aggregate(value, (inner, scope) => scope.Index is null
            ? _terms.Select(scope.Condition, inner, _terms.Zero(inner.Type))
            : _terms.Total(scope.Index, scope.Lower!, scope.Upper!, inner));
    }

    private static Scope Map(Scope scope, Func<Term, Term> map) => scope.Index is null
        ? new Scope(map(scope.Condition))
        : new Scope(scope.Index, map(scope.Lower!), map(scope.Upper!));

    // i + c == k  →  i = k − c
    private Term? Solve(Term at, Term.Index index, Term element)
    {
        Term offset = _terms.Subtract(at, index);
        return offset.DependsOn(index) ? null : _terms.Subtract(element, offset);
    }

    /// <summary>Whether the loop reaches the element; elements that an array does not have need not be asked about.</summary>
    private Term Inside(Scope loop, Term position, Term array, int dimension, Term element)
    {
        bool isPlain = position == element;
        Term truth = _terms.Number(Ratio.One, IrType.Boolean);
        Term above = isPlain && loop.Lower is Term.Number { Value.IsZero: true }
            ? truth
            : _terms.Apply(PrimitiveTable.LessOrEqual, IrType.Boolean, loop.Lower!, position);
        Term below = isPlain && loop.Upper == _terms.Length(array, dimension)
            ? truth
            : _terms.Apply(PrimitiveTable.Less, IrType.Boolean, position, loop.Upper!);
        return _terms.And(above, below);
    }

    /// <summary>A value that is added to an element, and the loops and conditions around it.</summary>
    private sealed record Contribution(Value Array, Term[] Indices, Term Value, Scope[] Scopes);
}
