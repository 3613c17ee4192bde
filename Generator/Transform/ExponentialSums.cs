using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;
using static Fluxion.Generator.Derivatives.PrimitiveTable;

namespace Fluxion.Generator.Transform;

/// <summary>Sums of exponentials and positive constants, and what part of such a sum a term is.</summary>
/// <param name="definition">What defines a value, if anything.</param>
/// <param name="relaxed">Gives the value of an operation.</param>
internal sealed class ExponentialSums(
    Func<Operand, Expr?> definition, Func<Primitive, IrType, Operand[], Operand> relaxed)
{
    // Each part of a sum of n terms takes n − 1 exponentials, or n shared by all.
    private const int FewTerms = 3;
    private const int MostTerms = 16;

    private readonly Dictionary<Operand, IReadOnlyList<Term>?> _sums = [];

    public static bool IsExponential(Expr? expression) =>
        expression is Expr.Apply { Primitive: var primitive } && (primitive == Exp || primitive == Exp2 || primitive == Exp10);

    /// <summary>The terms; <c>null</c> for what is no such sum, and for one that is shifted so that it does not overflow.</summary>
    public IReadOnlyList<Term>? Of(Operand sum)
    {
        if (!_sums.TryGetValue(sum, out IReadOnlyList<Term>? terms))
        {
            terms = Read(sum);
            _sums.Add(sum, terms);
        }

        return terms;
    }

    /// <summary>The exponential of an exponent that a sum has a term of, divided by the sum.</summary>
    public Operand Quotient(Operand sum, Term own, IrType type)
    {
        IReadOnlyList<Term> terms = Of(sum)!;

        if (terms.Count(static t => t.Argument is not null) == 1 && own is { Coefficient: 1, Factors.Count: 0 })
        {
            return relaxed(Share, type, [own.Exponential!, sum]);
        }

        return terms.Count <= FewTerms ? Ratio(terms, own, type) : Shifted(terms, own, type);
    }

    // exp(a) / (exp(a) + exp(b) + c)  →  1 / (1 + exp(b - a) + c * exp(-a)): the sum can overflow, and vanish, where the
    // differences do not.
    private Operand Ratio(IReadOnlyList<Term> terms, Term own, IrType type)
    {
        Operand total = Weighted(own, Constant.One(type), type);

        foreach (Term other in terms.Where(t => t != own))
        {
            Operand exponent = other.Argument is null ? relaxed(Negate, type, [own.Argument!])
                : other.Exponent.Plus(own.Exponent, -1) is { Parts.Count: <= 2 } few ? Text(few, type)
                : relaxed(Subtract, type, [other.Argument, own.Argument!]);
            total = relaxed(Add, type, [total, Weighted(other, relaxed(own.Base!, type, [exponent]), type)]);
        }

        return relaxed(Divide, type, [Constant.One(type), total]);
    }

    // exp(a) / (exp(a) + exp(b) + …)  →  exp(a - m) / (exp(a - m) + exp(b - m) + …), m the largest exponent
    private Operand Shifted(IReadOnlyList<Term> terms, Term own, IrType type)
    {
        Operand Argument(Term term) => term.Argument ?? Constant.Zero(type);
        Operand largest = terms.Select(Argument).Aggregate((a, b) => relaxed(Max, type, [a, b]));
        Operand Shift(Term term) => relaxed(own.Base!, type, [relaxed(Subtract, type, [Argument(term), largest])]);
        Operand total = terms.Select(t => Weighted(t, Shift(t), type)).Aggregate((a, b) => relaxed(Add, type, [a, b]));
        return relaxed(Divide, type, [Shift(own), total]);
    }

    private Operand Weighted(Term term, Operand value, IrType type)
    {
        foreach (Operand factor in term.Factors)
        {
            value = relaxed(Multiply, type, [factor, value]);
        }

        return term.Coefficient == 1 ? value : relaxed(Multiply, type, [Constant.Real(term.Coefficient, type), value]);
    }

    /// <summary>The value of a linear form, positive parts first.</summary>
    public Operand Text(LinearForm form, IrType type)
    {
        Operand? value = form.Constant == 0 ? null : Constant.Real(form.Constant, type);

        foreach (LinearForm.Part part in form.Parts.OrderBy(static p => p.Factor < 0))
        {
            double size = Math.Abs(part.Factor);
            Operand multiple = size == 1 ? part.Value : relaxed(Multiply, type, [Constant.Real(size, type), part.Value]);
            value = value is not null ? relaxed(part.Factor < 0 ? Subtract : Add, type, [value, multiple])
                : part.Factor < 0 ? relaxed(Negate, type, [multiple])
                : multiple;
        }

        return value ?? Constant.Zero(type);
    }

    private List<Term>? Read(Operand sum)
    {
        if (definition(sum) is not Expr.Apply { Primitive: var primitive } || primitive != Add)
        {
            return null;
        }

        List<Term> terms = [];
        Stack<Operand> rest = new([sum]);

        while (rest.Count > 0 && terms.Count < MostTerms)
        {
            Operand next = rest.Pop();

            if (definition(next) is Expr.Apply { Primitive: var add, Arguments: var addends } && add == Add)
            {
                rest.Push(addends[1]);
                rest.Push(addends[0]);
            }
            else if (TermOf(next) is { } term)
            {
                terms.Add(term);
            }
            else
            {
                return null;
            }
        }

        Primitive[] bases = [.. terms.Select(static t => t.Base).OfType<Primitive>().Distinct()];
        return rest.Count == 0 && bases.Length == 1 && !IsShifted(terms) ? terms : null;
    }

    /// <summary>A positive constant, or an exponential times what there may be before it.</summary>
    private Term? TermOf(Operand operand)
    {
        if (operand is Constant constant)
        {
            return constant.Number > 0 ? new Term(constant.Number, [], null, null, LinearForm.Zero, null) : null;
        }

        if (definition(operand) is not Expr.Apply { Arguments: var x } apply)
        {
            return null;
        }

        if (IsExponential(apply))
        {
            return new Term(1, [], apply.Primitive, x[0], LinearForm.Of(x[0], definition), operand);
        }

        return apply.Primitive == Multiply ? Scaled(x[0], x[1]) ?? Scaled(x[1], x[0])
            : apply.Primitive == Divide && x[1] is Constant { IsZero: false } divisor && TermOf(x[0]) is { Base: not null } dividend
                ? dividend with { Coefficient = dividend.Coefficient / divisor.Number }
            : null;
    }

    private Term? Scaled(Operand factor, Operand value) => TermOf(value) is not { Base: not null } term ? null
        : factor is Constant constant ? term with { Coefficient = term.Coefficient * constant.Number }
        : TermOf(factor) is { Base: not null } ? null
        : term with { Factors = [.. term.Factors, factor] };

    // exp(a - m) + exp(b - m), where m is the larger: the user has taken care.
    private bool IsShifted(IEnumerable<Term> terms)
    {
        Operand[] shifts = [.. terms
            .Select(t => t.Argument is { } argument && definition(argument) is Expr.Apply { Arguments: [_, var shift] } difference
                && difference.Primitive == Subtract ? shift : null)
            .OfType<Operand>().Distinct()];
        return terms.All(static t => t.Argument is not null) && shifts.Length == 1
            && definition(shifts[0]) is Expr.Apply { Primitive: var primitive } && (primitive == Max || primitive == Select);
    }

    /// <summary>A term: <c>coefficient * factors * exp(argument)</c>, or a constant.</summary>
    internal sealed record Term(
        double Coefficient, IReadOnlyList<Operand> Factors, Primitive? Base, Operand? Argument, LinearForm Exponent, Operand? Exponential);
}
