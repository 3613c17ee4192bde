using Fluxion.Generator.Symbolic;

namespace Fluxion.Generator.Backend.Formulas;

/// <summary>A product as people write it: a fraction, and after it the sums over an index.</summary>
/// <param name="Scale">The number above.</param>
/// <param name="Numerator">The factors above, but for sums over an index.</param>
/// <param name="Divisor">The number below.</param>
/// <param name="Denominator">The factors below; their exponents are positive.</param>
/// <param name="Totals">The sums over an index above.</param>
internal sealed record Fraction(
    double Scale,
    IReadOnlyList<(Term Base, int Exponent)> Numerator,
    double Divisor,
    IReadOnlyList<(Term Base, int Exponent)> Denominator,
    IReadOnlyList<(Term Base, int Exponent)> Totals)
{
    public static Fraction Of(Ratio coefficient, Term[] bases, int[] exponents)
    {
        (Term Base, int Exponent)[] factors = [.. bases.Zip(exponents, static (b, e) => (b, e))];
        return new Fraction(
            coefficient.Numerator,
            [.. factors.Where(static f => f.Exponent > 0 && f.Base is not Term.Total)],
            coefficient.Denominator,
            [.. factors.Where(static f => f.Exponent < 0).Select(static f => (f.Base, -f.Exponent))],
            [.. factors.Where(static f => f.Exponent > 0 && f.Base is Term.Total)]);
    }
}
