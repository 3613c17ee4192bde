using static Fluxion.Generator.Derivatives.Sym;

namespace Fluxion.Generator.Derivatives;

/// <summary>Roots, reciprocals and what is arithmetic by another name.</summary>
internal static partial class PrimitiveTable
{
    public static readonly Primitive Sqrt = new("Sqrt", 1, static (x, y) => [0.5 / y])
    {
        IsSingular = true, HasFiniteValue = true, Domain = [new(0.1, 4)], Fold = static v => Math.Sqrt(v[0]),
        Kink = "at 0: derivative +∞",
    };

    public static readonly Primitive Cbrt = new("Cbrt", 1, static (x, y) => [1 / (3 * Square(y))])
    {
        IsSingular = true, HasFiniteValue = true, Domain = [new(0.1, 4)],
        Kink = "at 0: derivative +∞",
    };

    /// <summary>The root of an integer degree, which may be negative.</summary>
    public static readonly Primitive RootN = new("RootN", 2, static (x, y) => [RootSlope(x[0], Of(Convert!, x[1]), y), null])
    {
        Notation = Notation.Scalar, IsSingular = true, IsSteep = true, Domain = [new(0.1, 4), new(1, 6)],
        Kink = "at 0: derivative ±∞",
    };

    /// <summary>The length of (x, y). Its tip, at the origin, counts as flat.</summary>
    public static readonly Primitive Hypot = new(
        "Hypot", 2, static (x, y) => [Sym.Select(Same(y, 0), 0, x[0] / y), Sym.Select(Same(y, 0), 0, x[1] / y)])
    {
        Notation = Notation.Scalar, Domain = [new(-2, 2), new(0.5, 2)],
        Kink = "at the origin: derivative 0",
    };

    public static readonly Primitive ReciprocalEstimate = new("ReciprocalEstimate", 1, static (x, y) => [-Square(1 / x[0])])
    {
        IsSingular = true, Domain = [new(0.5, 3)],
    };

    public static readonly Primitive ReciprocalSqrtEstimate = new(
        "ReciprocalSqrtEstimate", 1, static (x, y) => [-0.5 / x[0] / Of(Sqrt, x[0])])
    {
        IsSingular = true, Domain = [new(0.5, 3)],
    };

    public static readonly Primitive FusedMultiplyAdd = new("FusedMultiplyAdd", 3, static (x, y) => [x[1], x[0], 1])
    {
        IsCheap = true,
    };

    public static readonly Primitive MultiplyAddEstimate = new("MultiplyAddEstimate", 3, static (x, y) => [x[1], x[0], 1])
    {
        Notation = Notation.Scalar, IsCheap = true,
    };

    /// <summary><c>x[0] * (1 - x[2]) + x[1] * x[2]</c></summary>
    public static readonly Primitive Lerp = new("Lerp", 3, static (x, y) => [1 - x[2], x[2], x[1] - x[0]])
    {
        Notation = Notation.Scalar, IsCheap = true,
    };

    public static readonly Primitive DegreesToRadians = new("DegreesToRadians", 1, static (x, y) => [Math.PI / 180])
    {
        Notation = Notation.Scalar,
    };

    public static readonly Primitive RadiansToDegrees = new("RadiansToDegrees", 1, static (x, y) => [180 / Math.PI])
    {
        Notation = Notation.Scalar,
    };

    /// <summary><c>x[0]</c> times two to the integer <c>x[1]</c>.</summary>
    public static readonly Primitive ScaleB = new("ScaleB", 2, static (x, y) => [Of(ScaleB!, 1, x[1]), null])
    {
        IsSingular = true, Domain = [new(-2, 2), new(-4, 4)],
    };

    /// <summary>The remainder of division rounded to nearest.</summary>
    public static readonly Primitive IEEERemainder = new("IEEERemainder", 2, static (x, y) => [1, -Of(Round!, x[0] / x[1])])
    {
        ScalarName = "Ieee754Remainder", IsSingular = true, HasFiniteValue = true, Domain = [new(2.6, 3.4), new(0.95, 1.05)],
        Kink = "at a step: the derivative beside it",
    };

    /// <summary>The next number up: next to nothing away, so the slope is one.</summary>
    public static readonly Primitive BitIncrement = new("BitIncrement", 1, static (x, y) => [1]) { IsCheap = true };

    public static readonly Primitive BitDecrement = new("BitDecrement", 1, static (x, y) => [1]) { IsCheap = true };

    private static Sym Square(Sym value) => value * value;

    // y / x / n is 0 / 0 at zero, where the tangent is vertical: upwards, for a negative degree downwards; the first
    // root is x itself.
    private static Sym RootSlope(Sym x, Sym n, Sym y) =>
        Sym.Select(Same(x, 0), Sym.Select(Same(n, 1), 1, n / Of(Abs, x)), y / x / n);
}
