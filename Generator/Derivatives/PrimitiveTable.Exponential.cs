using static Fluxion.Generator.Derivatives.Sym;

namespace Fluxion.Generator.Derivatives;

/// <summary>Exponentials, logarithms and powers.</summary>
internal static partial class PrimitiveTable
{
    private const double Ln2 = 0.69314718055994530942;
    private const double Ln10 = 2.30258509299404568402;
    private const double Log2E = 1.44269504088896340736;
    private const double Log10E = 0.43429448190325182765;

    public static readonly Primitive Exp = new("Exp", 1, static (x, y) => [y]) { IsSingular = true };

    public static readonly Primitive Exp2 = new("Exp2", 1, static (x, y) => [Ln2 * y])
    {
        Notation = Notation.Scalar, IsSingular = true,
    };

    public static readonly Primitive Exp10 = new("Exp10", 1, static (x, y) => [Ln10 * y])
    {
        Notation = Notation.Scalar, IsSingular = true,
    };

    // Not y + 1: far to the left y is −1 to the last bit, and the slope, small as it is, would be lost.
    public static readonly Primitive ExpM1 = new("ExpM1", 1, static (x, y) => [Of(Exp, x[0])])
    {
        Notation = Notation.Scalar, IsSingular = true,
    };

    public static readonly Primitive Exp2M1 = new("Exp2M1", 1, static (x, y) => [Ln2 * Of(Exp2, x[0])])
    {
        Notation = Notation.Scalar, IsSingular = true,
    };

    public static readonly Primitive Exp10M1 = new("Exp10M1", 1, static (x, y) => [Ln10 * Of(Exp10, x[0])])
    {
        Notation = Notation.Scalar, IsSingular = true,
    };

    public static readonly Primitive Log = new("Log", 1, static (x, y) => [1 / x[0]])
    {
        IsSingular = true, Domain = [new(0.1, 4)],
    };

    /// <summary>The logarithm of <c>x[0]</c> to the base <c>x[1]</c>.</summary>
    public static readonly Primitive LogBase = new(
        "Log", 2, static (x, y) => [1 / Of(Log, x[1]) / x[0], -(y / Of(Log, x[1]) / x[1])])
    {
        IsSingular = true, Domain = [new(0.1, 4), new(1.5, 4)],
    };

    public static readonly Primitive LogP1 = new("LogP1", 1, static (x, y) => [1 / (1 + x[0])])
    {
        Notation = Notation.Scalar, IsSingular = true, Domain = [new(-0.9, 3)],
    };

    public static readonly Primitive Log2 = new("Log2", 1, static (x, y) => [Log2E / x[0]])
    {
        IsSingular = true, Domain = [new(0.1, 4)],
    };

    public static readonly Primitive Log2P1 = new("Log2P1", 1, static (x, y) => [Log2E / (1 + x[0])])
    {
        Notation = Notation.Scalar, IsSingular = true, Domain = [new(-0.9, 3)],
    };

    public static readonly Primitive Log10 = new("Log10", 1, static (x, y) => [Log10E / x[0]])
    {
        IsSingular = true, Domain = [new(0.1, 4)],
    };

    public static readonly Primitive Log10P1 = new("Log10P1", 1, static (x, y) => [Log10E / (1 + x[0])])
    {
        Notation = Notation.Scalar, IsSingular = true, Domain = [new(-0.9, 3)],
    };

    public static readonly Primitive Pow = new("Pow", 2, static (x, y) => [BaseSlope(x[0], x[1]), ExponentSlope(x[0], x[1], y)])
    {
        IsSingular = true, IsSteep = true, Domain = [new(0.1, 3), new(-2, 3)],
    };

    // No logarithm, so that negative bases are right. x⁰ is the constant 1, which 0 · x⁻¹ does not say at zero.
    private static Sym BaseSlope(Sym x, Sym exponent) =>
        Sym.Select(Same(exponent, 0), 0, exponent * Of(Pow, x, exponent - 1));

    // At base zero y · ln x is 0 · −∞ for every exponent that is not negative, and y is 0 right of it: the slope is 0.
    // For a negative one, y is infinite and falls from there.
    private static Sym ExponentSlope(Sym x, Sym exponent, Sym y) =>
        Sym.Select(Same(x, 0), Sym.Select(Of(GreaterOrEqual, exponent, 0), 0, -y), y * Of(Log, x));
}
