using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;
using static Fluxion.Generator.Derivatives.PrimitiveTable;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Products of derivatives in which exponentials meet the sums they are divided by: logistic functions, soft-max, cross
/// entropies as textbooks write them. The exponential overflows long before the derivative does, and its square long
/// before that; a probability rounds to 0 or 1 long before its logarithm is flat. Taken apart into a polynomial of what it
/// is made of, such a product is one of shares between zero and one.
/// </summary>
internal sealed class ExponentialProducts
{
    private const int Deepest = 12;
    private const int MostTerms = 8;
    private const int MostSteps = 64;

    private readonly Func<Operand, Expr?> _definition;
    private readonly Func<Primitive, IrType, Operand[], Operand> _relaxed;
    private readonly ExponentialSums _sums;
    private int _steps;
    private bool _isWriting;

    public ExponentialProducts(Func<Operand, Expr?> definition, Func<Primitive, IrType, Operand[], Operand> relaxed)
    {
        _definition = definition;
        _relaxed = relaxed;
        _sums = new ExponentialSums(definition, relaxed);
    }

    // u ⊗ ((p / v) ⊗ g)  →  share(u, v) ⊗ (p ⊗ g)          u = Exp(…), v = c + u
    // u ⊗ (g / w)        →  g                               u = Exp(…), w = u
    public Operand? Simplify(Operand partial, Operand adjoint, IrType type)
    {
        // What is written is made of products again, which stand as they are.
        if (_isWriting || (!IsUnbounded(partial) && Inside(partial) is not { Base: not null }))
        {
            return null;
        }

        _steps = 0;

        if (Product(Expand(partial, Deepest), Expand(adjoint, Deepest)) is not { } terms)
        {
            return null;
        }

        _isWriting = true;
        List<Reduced> reduced = [.. terms.Select(t => Reduce(t, type))];
        Operand? product = reduced.Any(static r => r.IsBetter)
            ? reduced.Select(r => Write(r, type)).Aggregate((a, b) => _relaxed(Add, type, [a, b]))
            : null;
        _isWriting = false;
        return product;
    }

    /// <summary>Whether an exponential, or a multiple or sum of such, of whatever signs.</summary>
    private bool IsUnbounded(Operand operand, int depth = 3) => _definition(operand) is Expr.Apply { Arguments: var x } apply
        && (IsExponential(apply)
            || (depth > 0 && apply.Exact
                && (apply.Primitive == Negate ? IsUnbounded(x[0], depth - 1)
                    : apply.Primitive == Add || apply.Primitive == Subtract ? x.All(a => a is Constant || IsUnbounded(a, depth - 1)) && x.Any(static a => a is Value)
                    : apply.Primitive == Multiply && x.Any(a => IsUnbounded(a, depth - 1)))));

    /// <summary>Whether a quotient that can be infinity over infinity.</summary>
    private bool IsUnboundedShare(Expr.Apply quotient) =>
        IsUnbounded(quotient.Arguments[0]) && _sums.Of(quotient.Arguments[1]) is not null;

    private static bool IsExponential(Expr.Apply apply) =>
        ExponentialSums.IsExponential(apply) || apply.Primitive == Sinh || apply.Primitive == Cosh;

    private static bool IsArithmetic(Primitive primitive) =>
        primitive == Add || primitive == Subtract || primitive == Multiply || primitive == Divide || primitive == Negate;

    /// <summary>The product as a sum of products; <c>null</c> if it gets too long.</summary>
    private List<Monomial>? Expand(Operand operand, int depth)
    {
        if (operand is Constant { Number: var number } && number != 0)
        {
            return [Monomial.Of(number)];
        }

        if (++_steps > MostSteps)
        {
            return null;
        }

        return depth > 0 && _definition(operand) is Expr.Apply apply
            ? Expand(apply, operand, depth - 1)
            : [Factor(operand)];
    }

    private List<Monomial>? Expand(Expr.Apply apply, Operand operand, int depth)
    {
        Primitive primitive = apply.Primitive;

        if (IsExponential(apply))
        {
            return [Exponential(apply, operand, 1)];
        }

        if (!IsArithmetic(primitive) && primitive != StrongMultiply)
        {
            return [Factor(operand)];
        }

        return apply.Exact && (_sums.Of(operand) is not null || IsQuotient(operand)) ? [Monomial.Power(operand, 1)]
            : !apply.Exact ? Combine(apply, depth) is { } terms && !IsHarmless(apply.Primitive, terms) ? terms : [Factor(operand)]
            : IsUnbounded(operand) || (primitive == Divide && IsUnboundedShare(apply)) ? Combine(apply, depth)
            : [Factor(operand)];
    }

    /// <summary>
    /// Whether a derivative that nothing in it makes overflow. A sum of such is not multiplied out, though there be
    /// probabilities in it.
    /// </summary>
    private bool IsHarmless(Primitive primitive, List<Monomial> terms) => terms.TrueForAll(term => term.IsOpaque
        || ((primitive == Add || primitive == Subtract) && term.Exponent.IsZero && !term.HasCancelled
            && term.Powers.TrueForAll(p => p.Power > 0 && IsQuotient(p.Value) && !IsUnboundedQuotient(p.Value))));

    /// <summary>Whether the user's quotient can be infinity over infinity.</summary>
    private bool IsUnboundedQuotient(Operand operand) =>
        _definition(operand) is Expr.Apply { Primitive: var primitive } && primitive == Divide && Inside(operand)!.Base is not null;

    private List<Monomial>? Combine(Expr.Apply apply, int depth)
    {
        Primitive primitive = apply.Primitive;
        List<Monomial>? left = Expand(apply.Arguments[0], depth);

        if (primitive == Negate)
        {
            return Product(left, [Monomial.Of(-1)]);
        }

        if (primitive == Divide)
        {
            return Product(left, Inverse(apply.Arguments[1], depth) is { } inverse ? [inverse] : null);
        }

        List<Monomial>? right = Expand(apply.Arguments[1], depth);

        if (primitive == Multiply || primitive == StrongMultiply)
        {
            return Product(left, right);
        }

        right = primitive == Subtract ? Product(right, [Monomial.Of(-1)]) : right;
        return left is null || right is null || left.Count + right.Count > MostTerms ? null : [.. left, .. right];
    }

    private static List<Monomial>? Product(List<Monomial>? left, List<Monomial>? right)
    {
        if (left is null || right is null || left.Count * right.Count > MostTerms)
        {
            return null;
        }

        List<Monomial?> products = [.. left.SelectMany(l => right.Select(r => Monomial.Product(l, r)))];
        return products.Contains(null) ? null : [.. products.OfType<Monomial>()];
    }

    /// <summary>What dividing by a value multiplies by.</summary>
    private Monomial? Inverse(Operand operand, int depth)
    {
        if (operand is Constant { IsZero: false } constant)
        {
            return Monomial.Of(1 / constant.Number);
        }

        if (++_steps > MostSteps)
        {
            return null;
        }

        if (depth > 0 && _definition(operand) is Expr.Apply apply)
        {
            if (ExponentialSums.IsExponential(apply) || apply.Primitive == Cosh)
            {
                return Exponential(apply, operand, -1);
            }

            if (_sums.Of(operand) is not null || IsQuotient(operand))
            {
                return Monomial.Power(operand, -1);
            }

            if ((apply.Primitive == Multiply || apply.Primitive == Negate) && (!apply.Exact || IsUnbounded(operand)))
            {
                Monomial? first = Inverse(apply.Arguments[0], depth - 1);
                Monomial? second = apply.Primitive == Negate ? Monomial.Of(-1) : Inverse(apply.Arguments[1], depth - 1);
                return first is null || second is null ? null : Monomial.Product(first, second);
            }
        }

        Monomial divided = new();
        divided.Divisors.Add(operand);
        return divided;
    }

    private Monomial Exponential(Expr.Apply apply, Operand operand, int power) => !ExponentialSums.IsExponential(apply)
        ? Monomial.Power(operand, power)
        : new Monomial
        {
            Base = apply.Primitive,
            Exponent = LinearForm.Zero.Plus(LinearForm.Of(apply.Arguments[0], _definition), power),
        };

    private static Monomial Factor(Operand operand)
    {
        Monomial factor = new();
        factor.Factors.Add(operand);
        return factor;
    }

    /// <summary>Whether the user's quotient by a sum of exponentials, or one minus it.</summary>
    private bool IsQuotient(Operand operand) => Inside(operand) is not null;

    /// <summary>What a quotient is made of.</summary>
    private Monomial? Inside(Operand operand)
    {
        if (_definition(operand) is not Expr.Apply { Exact: true, Arguments: [var left, var right] } apply)
        {
            return null;
        }

        if (apply.Primitive == Divide)
        {
            return (_sums.Of(right) is not null || (right is Constant && (IsUnbounded(left) || _sums.Of(left) is not null)))
                && Expand(left, 3) is [var dividend] && Inverse(right, 3) is { } inverse
                    ? Monomial.Product(dividend, inverse)
                    : null;
        }

        return apply.Primitive == Subtract && left is Constant { IsOne: true } ? Complement(right) : null;
    }

    // 1 - a / (a + b)  →  b / (a + b), which is not 0 where a is so large that the quotient is 1
    private Monomial? Complement(Operand quotient)
    {
        if (_definition(quotient) is not Expr.Apply { Exact: true, Arguments: [var dividend, var sum] } division
            || division.Primitive != Divide || _sums.Of(sum) is not [var first, var second])
        {
            return null;
        }

        ExponentialSums.Term? other = IsTerm(first, dividend) ? second : IsTerm(second, dividend) ? first : null;

        if (other is null)
        {
            return null;
        }

        Monomial rest = new() { Coefficient = other.Coefficient, Base = other.Base, Exponent = other.Exponent };
        rest.Factors.AddRange(other.Factors);
        rest.Raise(sum, -1);
        return rest;
    }

    private static bool IsTerm(ExponentialSums.Term term, Operand operand) => operand is Constant constant
        ? term.Argument is null && term.Coefficient == constant.Number
        : term is { Coefficient: 1, Factors.Count: 0 } && term.Exponential == operand;

    private Reduced Reduce(Monomial monomial, IrType type)
    {
        // 0 and infinity over infinity are no numbers to go on with: what they are made of is.
        Monomial opened = Open(monomial, (value, power) => power < 0 || IsUnboundedQuotient(value));
        Reduced reduced = TakeShares(opened, type);

        return !reduced.Rest.Exponent.IsZero && opened.Powers.Any(p => IsQuotient(p.Value))
            ? TakeShares(Open(monomial, static (_, _) => true), type)
            : reduced;
    }

    /// <summary>Puts what quotients are made of in their place.</summary>
    private Monomial Open(Monomial monomial, Func<Operand, int, bool> isWanted)
    {
        for (int step = 0; step < MostTerms; step++)
        {
            (Operand? value, int power) = monomial.Powers.FirstOrDefault(p => IsQuotient(p.Value) && isWanted(p.Value, p.Power));

            if (value is null || Monomial.Product(monomial, Inside(value)!, Math.Sign(power)) is not { } opened)
            {
                break;
            }

            opened.Raise(value, -Math.Sign(power));
            monomial = opened;
        }

        return monomial;
    }

    private Reduced TakeShares(Monomial monomial, IrType type)
    {
        Monomial rest = Monomial.Product(Monomial.Of(1), monomial)!;
        List<Operand> shares = [];

        while (FindShare(rest) is { } found)
        {
            shares.Add(_sums.Quotient(found.Sum, found.Term, type));
            rest.Exponent = rest.Exponent.Plus(found.Term.Exponent, -1);
            rest.Raise(found.Sum, 1);
        }

        TakeTangents(rest, shares, type);
        return new Reduced(rest, shares, shares.Count > 0 || monomial.HasCancelled);
    }

    /// <summary>A sum that divides, and the term of it that leaves least of the exponent.</summary>
    private (Operand Sum, ExponentialSums.Term Term)? FindShare(Monomial monomial) => monomial.Powers
        .Where(p => p.Power < 0 && _sums.Of(p.Value) is not null)
        .SelectMany(p => _sums.Of(p.Value)!.Where(t => t.Base == monomial.Base).Select(t => (Sum: p.Value, Term: t)))
        .Select(p => (p.Sum, p.Term, Left: monomial.Exponent.Plus(p.Term.Exponent, -1).Size))
        .Where(p => p.Left < monomial.Exponent.Size)
        .OrderBy(static p => p.Left)
        .Select(static p => ((Operand, ExponentialSums.Term)?)(p.Sum, p.Term))
        .FirstOrDefault();

    // sinh(x) / cosh(x)  →  tanh(x)
    private void TakeTangents(Monomial monomial, List<Operand> shares, IrType type)
    {
        foreach ((Operand sine, int power) in monomial.Powers.ToArray())
        {
            if (power > 0 && _definition(sine) is Expr.Apply { Arguments: [var x] } apply && apply.Primitive == Sinh
                && monomial.Powers.FirstOrDefault(p => p.Power < 0 && IsCosh(p.Value, x)).Value is { } cosine)
            {
                shares.Add(_relaxed(Tanh, type, [x]));
                monomial.Raise(sine, -1);
                monomial.Raise(cosine, 1);
            }
        }
    }

    private bool IsCosh(Operand operand, Operand argument) =>
        _definition(operand) is Expr.Apply { Arguments: [var x] } apply && apply.Primitive == Cosh && x == argument;

    private Operand Write(Reduced reduced, IrType type)
    {
        Monomial rest = reduced.Rest;
        List<Operand> factors = [.. reduced.Shares];

        if (!rest.Exponent.IsZero)
        {
            factors.Add(_relaxed(rest.Base!, type, [_sums.Text(rest.Exponent, type)]));
        }

        foreach ((Operand value, int power) in rest.Powers)
        {
            Operand factor = power > 0 ? value : _relaxed(Divide, type, [Constant.One(type), value]);
            factors.AddRange(Enumerable.Repeat(factor, Math.Abs(power)));
        }

        factors.AddRange(rest.Divisors.Select(d => _relaxed(Divide, type, [Constant.One(type), d])));
        factors.AddRange(rest.Factors);
        factors.Reverse();
        Operand product = factors.Count == 0 ? Constant.One(type) : factors.Aggregate((a, b) => _relaxed(StrongMultiply, type, [b, a]));
        return rest.Coefficient == 1 ? product
            : rest.Coefficient == -1 ? _relaxed(Negate, type, [product])
            : _relaxed(Multiply, type, [Constant.Real(rest.Coefficient, type), product]);
    }

    /// <summary>A product with its shares taken out.</summary>
    private sealed record Reduced(Monomial Rest, List<Operand> Shares, bool IsBetter);
}
