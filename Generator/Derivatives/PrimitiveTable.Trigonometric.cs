using static Fluxion.Generator.Derivatives.Sym;

namespace Fluxion.Generator.Derivatives;

/// <summary>The circular functions and their inverses, in radians and in half turns.</summary>
internal static partial class PrimitiveTable
{
    public static readonly Primitive Sin = new("Sin", 1, static (x, y) => [Of(Cos!, x[0])]);

    public static readonly Primitive Cos = new("Cos", 1, static (x, y) => [-Of(Sin, x[0])]);

    // Finite everywhere: no floating-point number is a pole.
    public static readonly Primitive Tan = new("Tan", 1, static (x, y) => [1 + Square(y)]) { Domain = [new(-1.3, 1.3)] };

    public static readonly Primitive SinPi = new("SinPi", 1, static (x, y) => [Math.PI * Of(CosPi!, x[0])])
    {
        Notation = Notation.Scalar,
    };

    public static readonly Primitive CosPi = new("CosPi", 1, static (x, y) => [-Math.PI * Of(SinPi, x[0])])
    {
        Notation = Notation.Scalar,
    };

    public static readonly Primitive TanPi = new("TanPi", 1, static (x, y) => [Math.PI * (1 + Square(y))])
    {
        Notation = Notation.Scalar, IsSingular = true, Domain = [new(-0.4, 0.4)],
    };

    public static readonly Primitive Asin = new("Asin", 1, static (x, y) => [AsinSlope(x[0])])
    {
        IsSingular = true, HasFiniteValue = true, Domain = [new(-0.9, 0.9)],
    };

    public static readonly Primitive AsinPi = new("AsinPi", 1, static (x, y) => [1 / Math.PI * AsinSlope(x[0])])
    {
        Notation = Notation.Scalar, IsSingular = true, HasFiniteValue = true, Domain = [new(-0.9, 0.9)],
    };

    public static readonly Primitive Acos = new("Acos", 1, static (x, y) => [-AsinSlope(x[0])])
    {
        IsSingular = true, HasFiniteValue = true, Domain = [new(-0.9, 0.9)],
    };

    public static readonly Primitive AcosPi = new("AcosPi", 1, static (x, y) => [-1 / Math.PI * AsinSlope(x[0])])
    {
        Notation = Notation.Scalar, IsSingular = true, HasFiniteValue = true, Domain = [new(-0.9, 0.9)],
    };

    public static readonly Primitive Atan = new("Atan", 1, static (x, y) => [1 / (1 + Square(x[0]))]);

    public static readonly Primitive AtanPi = new("AtanPi", 1, static (x, y) => [1 / Math.PI / (1 + Square(x[0]))])
    {
        Notation = Notation.Scalar,
    };

    /// <summary>The angle of the point whose ordinate is <c>x[0]</c> and whose abscissa is <c>x[1]</c>.</summary>
    public static readonly Primitive Atan2 = new(
        "Atan2", 2, static (x, y) => [OverSquaredLength(x[1], x), -OverSquaredLength(x[0], x)])
    {
        IsSingular = true, HasFiniteValue = true, Domain = [new(-2, 2), new(0.3, 2)],
        Kink = "at the origin: derivative NaN",
    };

    public static readonly Primitive Atan2Pi = new(
        "Atan2Pi", 2, static (x, y) => [1 / Math.PI * OverSquaredLength(x[1], x), -1 / Math.PI * OverSquaredLength(x[0], x)])
    {
        Notation = Notation.Scalar, IsSingular = true, HasFiniteValue = true, Domain = [new(-2, 2), new(0.3, 2)],
    };

    private static Sym AsinSlope(Sym x) => 1 / Of(Sqrt, OneMinusSquare(x));

    // 1 − x², exact where x is near ±1.
    private static Sym OneMinusSquare(Sym x) => (1 - x) * (1 + x);

    // Divided twice by the length: its square can overflow, and vanish, where the quotient does not.
    private static Sym OverSquaredLength(Sym coordinate, Sym[] point) =>
        coordinate / Of(Hypot, point) / Of(Hypot, point);
}
