using static Fluxion.Generator.Derivatives.Sym;

namespace Fluxion.Generator.Derivatives;

/// <summary>The hyperbolic functions and their inverses.</summary>
internal static partial class PrimitiveTable
{
    public static readonly Primitive Sinh = new("Sinh", 1, static (x, y) => [Of(Cosh!, x[0])]) { IsSingular = true };

    public static readonly Primitive Cosh = new("Cosh", 1, static (x, y) => [Of(Sinh, x[0])]) { IsSingular = true };

    // 1 − y², as PyTorch's: one product, where the hyperbolic cosine would be an exponential more. It is right to the
    // last places of 1, not of itself: from |x| = 19 on (9 for float), where y is ±1, it is 0 and not below 1e-16.
    public static readonly Primitive Tanh = new("Tanh", 1, static (x, y) => [OneMinusSquare(y)]);

    // The length of (1, x) is √(1 + x²) without the overflow.
    public static readonly Primitive Asinh = new("Asinh", 1, static (x, y) => [1 / Of(Hypot!, 1, x[0])]);

    public static readonly Primitive Acosh = new("Acosh", 1, static (x, y) => [1 / (Of(Sqrt!, x[0] - 1) * Of(Sqrt!, x[0] + 1))])
    {
        IsSingular = true, HasFiniteValue = true, Domain = [new(1.2, 4)],
    };

    public static readonly Primitive Atanh = new("Atanh", 1, static (x, y) => [1 / OneMinusSquare(x[0])])
    {
        IsSingular = true, Domain = [new(-0.9, 0.9)],
    };
}
