using static Fluxion.Generator.Derivatives.Sym;

namespace Fluxion.Generator.Derivatives;

/// <summary>Functions with kinks; what counts as their slope there is fixed, and symmetric.</summary>
internal static partial class PrimitiveTable
{
    private const string ZeroKink = "at 0: derivative 0";
    private const string TieKink = "at a tie: half to each argument";
    private const string BoundKink = "at a bound: derivative 1";

    public static readonly Primitive Abs = new("Abs", 1, static (x, y) => [Sym.Select(Same(x[0], 0), 0, Of(CopySign!, 1, x[0]))])
    {
        IsCheap = true, Fold = static v => Math.Abs(v[0]),
        Kink = ZeroKink,
    };

    public static readonly Primitive CopySign = new(
        "CopySign", 2, static (x, y) => [Sym.Select(Same(x[0], 0), 0, Of(CopySign!, 1, x[0]) * Of(CopySign!, 1, x[1])), 0])
    {
        IsCheap = true, Fold = static v => IsNegative(v[0]) == IsNegative(v[1]) ? v[0] : -v[0],
        Kink = ZeroKink,
    };

    public static readonly Primitive Max = new("Max", 2, static (x, y) => [Above(x[0], x[1]), Above(x[1], x[0])])
    {
        IsCheap = true, Fold = static v => Larger(v[0], v[1]),
        Kink = TieKink,
    };

    public static readonly Primitive Min = new("Min", 2, static (x, y) => [Above(x[1], x[0]), Above(x[0], x[1])])
    {
        IsCheap = true, Fold = static v => -Larger(-v[0], -v[1]),
        Kink = TieKink,
    };

    public static readonly Primitive MaxNative = new("MaxNative", 2, Picks) { Notation = Notation.Scalar, IsCheap = true, Kink = TieKink };

    public static readonly Primitive MinNative = new("MinNative", 2, Picks) { Notation = Notation.Scalar, IsCheap = true, Kink = TieKink };

    public static readonly Primitive MaxNumber = new("MaxNumber", 2, Picks) { Notation = Notation.Scalar, IsCheap = true, Kink = TieKink };

    public static readonly Primitive MinNumber = new("MinNumber", 2, Picks) { Notation = Notation.Scalar, IsCheap = true, Kink = TieKink };

    public static readonly Primitive MaxMagnitude = new("MaxMagnitude", 2, Picks) { IsCheap = true, Kink = TieKink };

    public static readonly Primitive MinMagnitude = new("MinMagnitude", 2, Picks) { IsCheap = true, Kink = TieKink };

    public static readonly Primitive MaxMagnitudeNumber = new("MaxMagnitudeNumber", 2, Picks)
    {
        Notation = Notation.Scalar, IsCheap = true,
        Kink = TieKink,
    };

    public static readonly Primitive MinMagnitudeNumber = new("MinMagnitudeNumber", 2, Picks)
    {
        Notation = Notation.Scalar, IsCheap = true,
        Kink = TieKink,
    };

    // MathF lacks it, float has it: written as the scalar types' method, found as Math's too.
    public static readonly Primitive Clamp = new("Clamp", 3, static (x, y) => Between(x[0], x[1], x[2]))
    {
        Notation = Notation.Scalar, Types = ["Math", "Double", "Single"], IsCheap = true,
        Domain = [new(-2, 2), new(-1, -0.5), new(0.5, 1)],
        Kink = BoundKink,
    };

    public static readonly Primitive ClampNative = new("ClampNative", 3, static (x, y) => Between(x[0], x[1], x[2]))
    {
        Notation = Notation.Scalar, IsCheap = true, Domain = [new(-2, 2), new(-1, -0.5), new(0.5, 1)],
        Kink = BoundKink,
    };

    // Half at a tie; one for both when either is NaN, so that the adjoint of a NaN result is not lost.
    private static Sym Above(Sym one, Sym other) => Sym.Select(Same(one, other), 0.5, Sym.Select(one < other, 0, 1));

    // The argument that came out has it all; half at a tie; one for both when neither came out, which is NaN.
    private static Sym?[] Picks(Sym[] x, Sym y) => [Picked(x[0], x[1], y), Picked(x[1], x[0], y)];

    private static Sym Picked(Sym one, Sym other, Sym y) =>
        Sym.Select(Same(one, other), 0.5, Sym.Select(Same(y, one), 1, Sym.Select(Same(y, other), 0, 1)));

    // At a bound the argument still counts as inside.
    private static Sym?[] Between(Sym x, Sym low, Sym high) =>
    [
        Sym.Select(x < low, 0, Sym.Select(high < x, 0, 1)),
        Sym.Select(x < low, 1, 0),
        Sym.Select(high < x, 1, 0),
    ];

    // As IEEE 754 (2019) has it: NaN wins, and 0 is above −0. Older frameworks' own Max is less strict.
    private static double Larger(double one, double other) =>
        double.IsNaN(one) || one > other || (one == other && IsNegative(other)) ? one : other;

    private static bool IsNegative(double value) => BitConverter.DoubleToInt64Bits(value) < 0;
}
