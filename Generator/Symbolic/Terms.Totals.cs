using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Symbolic;

/// <summary>Sums over an index, and formulas with another one in its place.</summary>
internal sealed partial class Terms
{
    /// <summary>The number of times a loop runs of which that is not known before; no name in C#.</summary>
    public const string Trips = "#trips";

    private readonly HashSet<Term> _divisors = [];

    /// <summary>Notes that the function as a whole is divided by a term.</summary>
    public void AddDivisor(Term divisor) => _divisors.Add(divisor);

    /// <summary>The sum of the body over the indices from <paramref name="lower"/> to one before <paramref name="upper"/>.</summary>
    public Term Total(Term.Index index, Term lower, Term upper, Term body)
    {
        if (body is Term.Number { Value.IsZero: true })
        {
            return body;
        }

        if (!body.DependsOn(index))
        {
            return Multiply(Apply(PrimitiveTable.Convert, body.Type, Count(lower, upper)), body);
        }

        if (IsGated(body) && !body.Parts[0].DependsOn(index))
        {
            return Select(body.Parts[0], Total(index, lower, upper, body.Parts[1]), Total(index, lower, upper, body.Parts[2]));
        }

        // Divisors stay inside: infinity times the sum of nothing would not be nothing. One that divides the value itself
        // needs no such care, because then the value is as infinite.
        Ratio coefficient = body is Term.Product product ? product.Coefficient : Ratio.One;
        (Term Base, int Exponent)[] factors = [.. FactorsOf(body)];
        (Term, int)[] outer = [.. factors.Where(f => !f.Base.DependsOn(index) && (f.Exponent > 0 || _divisors.Contains(f.Base)))];
        (Term, int)[] inner = [.. factors.Where(f => f.Base.DependsOn(index) || (f.Exponent < 0 && !_divisors.Contains(f.Base)))];
        Term rest = Product(Ratio.One, inner, body.Type);
        Key key = new("total", null, body.Type, Ids([index, lower, upper, rest]));
        Term total = Make(key, () => new Term.Total(index, lower, upper, rest));
        return Product(coefficient, [.. outer, (total, 1)], body.Type);
    }

    /// <summary>How many indices there are from <paramref name="lower"/> to one before <paramref name="upper"/>.</summary>
    public Term Count(Term lower, Term upper)
    {
        Term difference = Subtract(upper, lower);
        Term zero = Zero(IrType.Int32);
        bool isCertain = lower == zero && upper is Term.Length or Term.Symbol { Text: Trips };
        return difference is Term.Number number ? Number(Math.Max(0, number.Value.Value), IrType.Int32)
            : isCertain ? difference
            : Apply(PrimitiveTable.Max, IrType.Int32, zero, difference);
    }

    /// <summary>The term with another in the place of an index.</summary>
    public Term Substitute(Term term, Term.Index index, Term replacement)
    {
        Dictionary<Term, Term> done = [];
        return Visit(term);

        Term Visit(Term old)
        {
            if (!old.DependsOn(index))
            {
                return old;
            }

            if (!done.TryGetValue(old, out Term? replaced))
            {
                replaced = old == index ? replacement : Rebuild(old, [.. old.Parts.Select(Visit)]);
                done.Add(old, replaced);
            }

            return replaced;
        }
    }

    private Term Rebuild(Term old, Term[] parts) => old switch
    {
        Term.Element => Element(parts[0], [.. parts.Skip(1)]),
        Term.Length length => Length(parts[0], length.Dimension),
        Term.Function function => Apply(function.Primitive, function.Type, parts),
        Term.Sum sum => Sum(sum.Coefficients.Zip(parts, static (c, t) => (c, t)), sum.Constant, sum.Type),
        Term.Product product => Product(product.Coefficient, parts.Zip(product.Exponents, static (f, e) => (f, e)), product.Type),
        Term.Total total => Total(total.Variable, parts[0], parts[1], parts[2]),
        _ => old,
    };
}
