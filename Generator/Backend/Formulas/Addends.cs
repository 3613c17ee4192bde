using Fluxion.Generator.Symbolic;

namespace Fluxion.Generator.Backend.Formulas;

/// <summary>The order in which people write the terms of a sum.</summary>
internal static class Addends
{
    /// <summary>
    /// A positive term first if there is one, the others as they came, sums over an index after them, the number where
    /// it was written, first or last. The number has itself as its term.
    /// </summary>
    public static IReadOnlyList<(Ratio Coefficient, Term Term)> InOrder(Term.Sum sum)
    {
        List<(Ratio Coefficient, Term Term)> addends =
        [
            .. sum.Coefficients.Zip(sum.Parts, static (c, t) => (c, t)).OrderBy(static pair => HasTotal(pair.t) ? 1 : 0),
        ];

        if (!sum.Constant.IsZero)
        {
            addends.Insert(sum.IsConstantFirst ? 0 : addends.Count, (sum.Constant, new Term.Number(sum.Constant, sum.Type)));
        }

        int first = addends.FindIndex(static pair => !pair.Coefficient.IsNegative);

        if (first > 0)
        {
            (Ratio, Term) positive = addends[first];
            addends.RemoveAt(first);
            addends.Insert(0, positive);
        }

        return addends;
    }

    private static bool HasTotal(Term term) =>
        term is Term.Total || (term is Term.Product product && product.Parts.Any(static part => part is Term.Total));
}
