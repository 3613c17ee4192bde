namespace Fluxion.Generator.Derivatives;

/// <summary>Roots, exponentials and trigonometry.</summary>
internal static partial class PrimitiveTable
{
    public static readonly Primitive Sin = new("Sin", 1, static (x, y) => [Sym.Of(Cos!, x[0])]);

    public static readonly Primitive Cos = new("Cos", 1, static (x, y) => [-Sym.Of(Sin, x[0])]);

    public static readonly Primitive Exp = new("Exp", 1, static (x, y) => [y]) { IsSingular = true };

    public static readonly Primitive Log = new("Log", 1, static (x, y) => [1 / x[0]]) { IsSingular = true, Domain = [new(0.1, 4)] };

    public static readonly Primitive Sqrt = new("Sqrt", 1, static (x, y) => [0.5 / y])
    {
        IsSingular = true, Domain = [new(0.1, 4)], Fold = static v => Math.Sqrt(v[0]),
    };
}
