using static Fluxion.Generator.Derivatives.Sym;

namespace Fluxion.Generator.Derivatives;

/// <summary>Every operation on scalars, with its derivative. A part per family; this one: operators and conversions.</summary>
internal static partial class PrimitiveTable
{
    public static readonly Primitive Add = new("+", 2, static (x, y) => [1, 1])
    {
        Notation = Notation.Binary, IsCheap = true, Fold = static v => v[0] + v[1],
    };

    public static readonly Primitive Subtract = new("-", 2, static (x, y) => [1, -(Sym)1])
    {
        Notation = Notation.Binary, IsCheap = true, Fold = static v => v[0] - v[1],
    };

    public static readonly Primitive Multiply = new("*", 2, static (x, y) => [x[1], x[0]])
    {
        Notation = Notation.Binary, IsCheap = true, Fold = static v => v[0] * v[1],
    };

    public static readonly Primitive Divide = new("/", 2, static (x, y) => [1 / x[1], -(y / x[1])])
    {
        Notation = Notation.Binary, IsSingular = true, Fold = static v => v[0] / v[1], Domain = [new(-2, 2), new(0.5, 3)],
    };

    /// <summary>The remainder of truncated division, whose sign is the dividend's.</summary>
    public static readonly Primitive Remainder = new("%", 2, static (x, y) => [1, -Of(Truncate!, x[0] / x[1])])
    {
        Notation = Notation.Binary, IsSingular = true, Domain = [new(2.1, 3.9), new(0.8, 1.0)],
        Kink = "at a step: the derivative beside it",
    };

    public static readonly Primitive Negate = new("-", 1, static (x, y) => [-(Sym)1])
    {
        Notation = Notation.Prefix, IsCheap = true, Fold = static v => -v[0],
    };

    /// <summary>A numeric conversion to the type of the result; <c>checked</c> contexts use <see cref="ConvertChecked"/>.</summary>
    public static readonly Primitive Convert = new("convert", 1, static (x, y) => [1])
    {
        Notation = Notation.Special, IsCheap = true,
    };

    public static readonly Primitive ConvertChecked = new("convert checked", 1, static (x, y) => [1])
    {
        Notation = Notation.Special,
    };

    /// <summary><c>x[0] ? x[1] : x[2]</c> on scalars already computed.</summary>
    public static readonly Primitive Select = new("?:", 3, static (x, y) => [null, Sym.Select(x[0], 1, 0), Sym.Select(x[0], 0, 1)])
    {
        Notation = Notation.Special, IsCheap = true,
    };

    /// <summary>
    /// A product in which zero wins: zero times infinity or NaN is zero. Derivatives multiply partials and adjoints with
    /// it; a pass leaves a plain product wherever neither factor can be infinite (rule 3 of the conventions at kinks).
    /// </summary>
    public static readonly Primitive StrongMultiply = new("strong *", 2, static (x, y) => [x[1], x[0]])
    {
        Notation = Notation.Special, IsCheap = true,
    };

    /// <summary>The same for a partial that can be infinite where the value is finite: the adjoint it gives can be infinite.</summary>
    public static readonly Primitive SteepMultiply = new("steep *", 2, static (x, y) => [x[1], x[0]])
    {
        Notation = Notation.Special, IsCheap = true,
    };

    /// <summary>
    /// <c>x[0] / x[1]</c> of an exponential and a sum that contains it: 1 where both overflow. The slope of a logistic
    /// function and of the logarithm of one plus an exponential, which are finite everywhere.
    /// </summary>
    public static readonly Primitive Share = new("share", 2, static (x, y) => [1 / x[1], -(y / x[1])])
    {
        Notation = Notation.Special, IsSingular = true, Domain = [new(0.5, 2), new(2.5, 4)],
    };

    /// <summary>The value of <c>x[0]</c> with the slopes of <c>x[1]</c>, which is the same to mathematics. Stands in what is differentiated only.</summary>
    public static readonly Primitive WithSlopesOf = new("with slopes of", 2, static (x, y) => [null, 1])
    {
        Notation = Notation.Special, IsCheap = true,
    };

    public static readonly Primitive Less = Comparison("<", static v => v[0] < v[1] ? 1 : 0);
    public static readonly Primitive LessOrEqual = Comparison("<=", static v => v[0] <= v[1] ? 1 : 0);
    public static readonly Primitive Greater = Comparison(">", static v => v[0] > v[1] ? 1 : 0);
    public static readonly Primitive GreaterOrEqual = Comparison(">=", static v => v[0] >= v[1] ? 1 : 0);
    public static readonly Primitive Equal = Comparison("==", static v => v[0] == v[1] ? 1 : 0);
    public static readonly Primitive NotEqual = Comparison("!=", static v => v[0] != v[1] ? 1 : 0);

    /// <summary>Logical or bitwise, by the type; both operands are computed.</summary>
    public static readonly Primitive And = Comparison("&", null);
    public static readonly Primitive Or = Comparison("|", null);
    public static readonly Primitive Xor = Comparison("^", null);
    public static readonly Primitive ShiftLeft = Comparison("<<", null);
    public static readonly Primitive ShiftRight = Comparison(">>", null);
    public static readonly Primitive ShiftRightUnsigned = Comparison(">>>", null);

    public static readonly Primitive Not = new("!", 1, null) { Notation = Notation.Prefix, IsCheap = true };
    public static readonly Primitive Complement = new("~", 1, null) { Notation = Notation.Prefix, IsCheap = true };

    /// <summary>Integer arithmetic in a <c>checked</c> context.</summary>
    public static readonly Primitive AddChecked = new("+", 2, null) { Notation = Notation.Binary, IsChecked = true };
    public static readonly Primitive SubtractChecked = new("-", 2, null) { Notation = Notation.Binary, IsChecked = true };
    public static readonly Primitive MultiplyChecked = new("*", 2, null) { Notation = Notation.Binary, IsChecked = true };
    public static readonly Primitive NegateChecked = new("-", 1, null) { Notation = Notation.Prefix, IsChecked = true };

    private static Primitive Comparison(string name, Func<double[], double>? fold) =>
        new(name, 2, null) { Notation = Notation.Binary, IsCheap = true, Fold = fold };
}
