using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Symbolic;

/// <summary>Sums: like terms are collected, what all terms have in common stands in front.</summary>
internal sealed partial class Terms
{
    public Term Add(Term left, Term right) => Sum([(Ratio.One, left), (Ratio.One, right)], Ratio.Zero, left.Type);

    public Term Subtract(Term left, Term right) => Sum([(Ratio.One, left), (-Ratio.One, right)], Ratio.Zero, left.Type);

    /// <summary><c>Σ cᵢ·tᵢ + constant</c></summary>
    public Term Sum(IEnumerable<(Ratio Coefficient, Term Term)> addends, Ratio constant, IrType type)
    {
        List<Term> terms = [];
        Dictionary<Term, Ratio> coefficients = [];

        (Ratio Coefficient, Term Term)[] given = [.. addends];
        bool isConstantFirst = given.Length > 0 && given[0].Term is Term.Number;
        Array.ForEach(given, addend => Collect(addend.Coefficient, addend.Term));

        terms.RemoveAll(term => coefficients[term].IsZero);

        for (int i = 0; i < terms.Count; i++)
        {
            if (IsGated(terms[i]) && !coefficients[terms[i]].IsOne)
            {
                Term scaled = Scale(coefficients[terms[i]], terms[i]);
                terms[i] = scaled;
                coefficients[scaled] = Ratio.One;
            }
        }

        if (JoinedChoices(terms, coefficients) is { } joined)
        {
            return Sum(joined, constant, type);
        }

        return terms.Count switch
        {
            0 => Number(constant, type),
            1 when constant.IsZero => Scale(coefficients[terms[0]], terms[0]),
            _ => Factored(new Term.Sum(
                [.. terms], [.. terms.Select(term => coefficients[term])], constant, isConstantFirst, type)),
        };

        void Collect(Ratio coefficient, Term term)
        {
            (Ratio own, Term rest) = SplitCoefficient(term);
            Ratio whole = coefficient * own;

            if (rest is Term.Number number)
            {
                constant += whole * number.Value;
            }
            else if (rest is Term.Sum sum && (whole.Abs().IsOne || sum.Parts.Length == 1))
            {
                constant += whole * sum.Constant;

                for (int i = 0; i < sum.Parts.Length; i++)
                {
                    Collect(whole * sum.Coefficients[i], sum.Parts[i]);
                }
            }
            else if (coefficients.TryGetValue(rest, out Ratio known))
            {
                coefficients[rest] = known + whole;
            }
            else
            {
                coefficients.Add(rest, whole);
                terms.Add(rest);
            }
        }
    }

    // (c ? a : b) + x·(c ? d : e)  →  c ? a + x·d : b + x·e; null if no two terms choose by the same condition.
    private List<(Ratio, Term)>? JoinedChoices(List<Term> terms, Dictionary<Term, Ratio> coefficients)
    {
        IGrouping<Term?, Term>? group = terms.GroupBy(static term => ChoiceIn(term)?.Parts[0])
            .FirstOrDefault(static g => g.Key is not null && g.Skip(1).Any());

        if (group is null)
        {
            return null;
        }

        Term Arm(int arm) => Sum(group.Select(t => (coefficients[t], WithChoice(t, arm))), Ratio.Zero, group.First().Type);
        Term choice = Select(group.Key!, Arm(1), Arm(2));
        return [.. terms.Where(t => ChoiceIn(t)?.Parts[0] != group.Key).Select(t => (coefficients[t], t)), (Ratio.One, choice)];
    }

    /// <summary>The choice between numbers that a term is, or has as a factor.</summary>
    private static Term.Function? ChoiceIn(Term term) => FactorsOf(term)
        .Where(static f => f.Exponent == 1).Select(static f => f.Base).OfType<Term.Function>()
        .FirstOrDefault(static f => f.Primitive == PrimitiveTable.Select);

    private Term WithChoice(Term term, int arm)
    {
        Term.Function choice = ChoiceIn(term)!;
        return Product(Ratio.One, FactorsOf(term).Select(f => f.Base == choice ? (choice.Parts[arm], 1) : f), term.Type);
    }

    private (Ratio Coefficient, Term Term) SplitCoefficient(Term term) => term is Term.Product product && !product.Coefficient.IsOne
        ? (product.Coefficient, Product(Ratio.One, product.Parts.Zip(product.Exponents, static (f, e) => (f, e)), product.Type))
        : (Ratio.One, term);

    // a·x + a·y  →  a·(x + y)
    private Term Factored(Term.Sum sum)
    {
        Ratio scale = CommonScale(sum.Coefficients, sum.Constant);
        List<(Term Base, int Exponent)> common = sum.Constant.IsZero ? CommonFactors(sum.Parts) : [];

        if (common.Count == 0 && scale.IsOne)
        {
            return MakeSum(sum);
        }

        List<(Term, int)> inverse = [.. common.Select(static f => (f.Base, -f.Exponent))];
        IEnumerable<(Ratio, Term)> rest = sum.Parts.Select((term, i) => (
            sum.Coefficients[i] / scale, Product(Ratio.One, [(term, 1), .. inverse], sum.Type)));
        (Ratio, Term)[] first = sum.IsConstantFirst ? [(Ratio.One, Number(sum.Constant / scale, sum.Type))] : [];
        Term inner = Sum([.. first, .. rest], sum.IsConstantFirst ? Ratio.Zero : sum.Constant / scale, sum.Type);
        return Product(scale, [.. common, (inner, 1)], sum.Type);
    }

    /// <summary>A finite number that is the size of every coefficient; negative if all are.</summary>
    private static Ratio CommonScale(Ratio[] coefficients, Ratio constant)
    {
        Ratio size = coefficients[0].Abs();
        bool isFinite = size.Value < double.PositiveInfinity;
        bool isCommon = isFinite && coefficients.All(c => c.Abs() == size) && (constant.IsZero || constant.Abs() == size);
        bool isNegative = coefficients.All(static c => c.IsNegative) && (constant.IsZero || constant.IsNegative);
        Ratio scale = isCommon ? size : Ratio.One;
        return isNegative ? -scale : scale;
    }

    private static List<(Term Base, int Exponent)> CommonFactors(Term[] terms)
    {
        List<(Term Base, int Exponent)> common = [.. FactorsOf(terms[0])];

        foreach (Term term in terms.Skip(1))
        {
            Dictionary<Term, int> own = FactorsOf(term).ToDictionary(static f => f.Base, static f => f.Exponent);
            common = [.. common.Where(f => own.TryGetValue(f.Base, out int e) && e > 0 == f.Exponent > 0).Select(f => (
                f.Base, Math.Abs(f.Exponent) < Math.Abs(own[f.Base]) ? f.Exponent : own[f.Base]))];
        }

        return common;
    }

    private Term MakeSum(Term.Sum sum)
    {
        if (sum.Coefficients.Append(sum.Constant).Any(c => IsTooLarge(c, sum.Type)))
        {
            return Missing(sum.Type, "", "its integers overflow");
        }

        (int Id, Ratio Coefficient)[] order =
            [.. sum.Parts.Select((term, i) => (term.Id, sum.Coefficients[i])).OrderBy(static pair => pair.Id)];
        object tag = (sum.Constant, order.Select(static pair => pair.Coefficient).ToEquatable());
        return Make(new Key("sum", tag, sum.Type, order.Select(static pair => pair.Id).ToEquatable()), () => sum);
    }
}
