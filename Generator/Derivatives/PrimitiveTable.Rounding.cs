namespace Fluxion.Generator.Derivatives;

/// <summary>Functions with steps: flat wherever they have a slope at all.</summary>
internal static partial class PrimitiveTable
{
    private const string StepKink = "everywhere: derivative 0";

    public static readonly Primitive Floor = new("Floor", 1, static (x, y) => [0])
    {
        IsStepwise = true, IsCheap = true, Fold = static v => Math.Floor(v[0]),
        Kink = StepKink,
    };

    public static readonly Primitive Ceiling = new("Ceiling", 1, static (x, y) => [0])
    {
        IsStepwise = true, IsCheap = true, Fold = static v => Math.Ceiling(v[0]),
        Kink = StepKink,
    };

    public static readonly Primitive Truncate = new("Truncate", 1, static (x, y) => [0])
    {
        IsStepwise = true, IsCheap = true, Fold = static v => Math.Truncate(v[0]),
        Kink = StepKink,
    };

    /// <summary>To the nearest integer, ties to the even one.</summary>
    public static readonly Primitive Round = new("Round", 1, static (x, y) => [0])
    {
        IsStepwise = true, IsCheap = true, Fold = static v => Math.Round(v[0]),
        Kink = StepKink,
    };

    /// <summary>With a number of digits, or with a rule for ties.</summary>
    public static readonly Primitive RoundWith = new("Round", 2, static (x, y) => [0, null])
    {
        IsStepwise = true, Domain = [new(-2, 2), new(0, 2)],
        Kink = StepKink,
    };

    /// <summary>With a number of digits and a rule for ties.</summary>
    public static readonly Primitive RoundWithBoth = new("Round", 3, static (x, y) => [0, null, null])
    {
        IsStepwise = true, Domain = [new(-2, 2), new(0, 2), new(0, 4)],
        Kink = StepKink,
    };

    /// <summary>−1, 0 or 1 as an <see cref="int"/>; throws on NaN.</summary>
    public static readonly Primitive Sign = new("Sign", 1, static (x, y) => [0]) { IsStepwise = true, Domain = [new(0.2, 2)], Kink = StepKink };

    /// <summary>The exponent of two, as an <see cref="int"/>.</summary>
    public static readonly Primitive ILogB = new("ILogB", 1, static (x, y) => [0]) { IsStepwise = true, Domain = [new(1.1, 1.9)], Kink = StepKink };
}
