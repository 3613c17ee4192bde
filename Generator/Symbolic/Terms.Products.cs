using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Symbolic;

/// <summary>Products: powers of the same base are collected. A product of sums stays one; nothing is multiplied out.</summary>
internal sealed partial class Terms
{
    public Term Multiply(Term left, Term right) => Product(Ratio.One, [(left, 1), (right, 1)], left.Type);

    public Term Divide(Term left, Term right) => Product(Ratio.One, [(left, 1), (right, -1)], left.Type);

    public Term Scale(Ratio factor, Term term) => Product(factor, [(term, 1)], term.Type);

    public Term Power(Term term, int exponent) => Product(Ratio.One, [(term, exponent)], term.Type);

    /// <summary><c>coefficient · Π bᵢ^eᵢ</c></summary>
    public Term Product(Ratio coefficient, IEnumerable<(Term Base, int Exponent)> factors, IrType type)
    {
        List<Term> bases = [];
        Dictionary<Term, int> exponents = [];

        foreach ((Term @base, int exponent) in factors)
        {
            Collect(@base, exponent);
        }

        bases.RemoveAll(b => exponents[b] == 0);

        // x·(c ? a : 0)  →  c ? x·a : 0
        if (bases.Count + (coefficient.IsOne ? 0 : 1) > 1 && bases.FirstOrDefault(b => exponents[b] == 1 && IsGated(b)) is { } gate)
        {
            Term Arm(int arm) => Product(
                coefficient, bases.Select(b => b == gate ? (gate.Parts[arm], 1) : (b, exponents[b])), type);
            return Select(gate.Parts[0], Arm(1), Arm(2));
        }

        return coefficient.IsZero || bases.Count == 0 ? Number(coefficient, type)
            : coefficient.IsOne && bases.Count == 1 && exponents[bases[0]] == 1 ? bases[0]
            : MakeProduct(coefficient, [.. bases], [.. bases.Select(b => exponents[b])], type);

        void Collect(Term @base, int exponent)
        {
            if (@base is Term.Number number)
            {
                coefficient *= number.Value.Power(exponent);
            }
            else if (@base is Term.Product product)
            {
                coefficient *= product.Coefficient.Power(exponent);

                for (int i = 0; i < product.Parts.Length; i++)
                {
                    Collect(product.Parts[i], product.Exponents[i] * exponent);
                }
            }
            else if (exponents.TryGetValue(@base, out int known))
            {
                exponents[@base] = known + exponent;
            }
            else
            {
                bases.Add(@base);
                exponents.Add(@base, exponent);
            }
        }
    }

    /// <summary>A term as powers of bases, without its coefficient.</summary>
    public static IEnumerable<(Term Base, int Exponent)> FactorsOf(Term term) => term is Term.Product product
        ? product.Parts.Zip(product.Exponents, static (factor, exponent) => (factor, exponent))
        : [(term, 1)];

    /// <summary>Whether it is zero unless, or if, a condition holds.</summary>
    private static bool IsGated(Term term) => term is Term.Function function
        && function.Primitive == PrimitiveTable.Select && function.Type.IsFloating && !IsSign(function)
        && function.Parts.Skip(1).Any(static arm => arm is Term.Number { Value.IsZero: true });

    /// <summary>Whether it is <c>x == 0 ? 0 : CopySign(1, x)</c>, the derivative of an absolute value.</summary>
    public static bool IsSign(Term.Function choice) => choice.Parts[2] is Term.Function { Primitive: var copySign } sign
        && copySign == PrimitiveTable.CopySign && sign.Parts[0] is Term.Number { Value.IsOne: true }
        && choice.Parts[0] is Term.Function { Primitive: var equal } test
        && equal == PrimitiveTable.Equal && test.Parts[0] == sign.Parts[1];

    private Term MakeProduct(Ratio coefficient, Term[] bases, int[] exponents, IrType type)
    {
        if (IsTooLarge(coefficient, type))
        {
            return Missing(type, "", "its integers overflow");
        }

        int[] order = [.. Enumerable.Range(0, bases.Length).OrderBy(i => bases[i].Id)];
        object tag = (coefficient, order.Select(i => exponents[i]).ToEquatable());
        Key key = new("product", tag, type, order.Select(i => bases[i].Id).ToEquatable());
        int[] shown = [.. Enumerable.Range(0, bases.Length).OrderBy(i => Rank(bases[i]))];
        return Make(key, () => new Term.Product(
            coefficient, [.. shown.Select(i => bases[i])], [.. shown.Select(i => exponents[i])], type));
    }

    // As people write it: what does not change first, then sums in parentheses, then elements; sums over an index last.
    private static int Rank(Term factor) => factor switch
    {
        Term.Total => 4,
        Term.Sum => 2,
        _ when factor.Free != 0 => 3,
        Term.Function => 1,
        _ => 0,
    };
}
