using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>A factor or divisor of a product.</summary>
/// <param name="Operand">The factor; or a condition under which the product is zero, whatever else it is of.</param>
/// <param name="IsDivisor">Whether it divides.</param>
internal readonly record struct Factor(Operand Operand, bool IsDivisor)
{
    public bool IsCondition => Operand.Type == IrType.Boolean;
}

/// <summary>What a sum is multiplied by after its loop.</summary>
/// <param name="Sum">The sum without the factors.</param>
/// <param name="Result">The value that stands for the complete sum.</param>
/// <param name="Factors">What it is multiplied by.</param>
/// <param name="IsStrong">Whether a factor of zero wins over an infinite sum.</param>
internal sealed record PulledFactor(Value Sum, Value Result, IReadOnlyList<Factor> Factors, bool IsStrong)
{
    /// <param name="builder">Receives the statements.</param>
    /// <param name="isGuarded">Whether a factor can be infinite although the loop did not run: then nothing is nothing.</param>
    public void Apply(IrBuilder builder, bool isGuarded)
    {
        Operand product = Constant.One(Sum.Type);

        // Constants first, so that they fold.
        foreach (Factor factor in Factors.Where(static f => !f.IsCondition).OrderBy(static f => f.Operand is Constant ? 0 : 1))
        {
            Primitive primitive = factor.IsDivisor ? PrimitiveTable.Divide : PrimitiveTable.Multiply;
            product = builder.Relaxed(Sum.Type, primitive, product, factor.Operand);
        }

        Expr.Apply scaled = new(PrimitiveTable.Multiply, [product, Sum], Exact: false);
        scaled = IsStrong ? Guarded(builder, product, scaled) : scaled;
        scaled = isGuarded ? Guarded(builder, Sum, scaled) : scaled;

        foreach (Operand condition in Factors.Where(static f => f.IsCondition).Select(static f => f.Operand).Distinct())
        {
            Value value = builder.Let(Sum.Type, scaled);
            scaled = new Expr.Apply(PrimitiveTable.Select, [condition, Constant.Zero(Sum.Type), value], Exact: false);
        }

        builder.Add(new Statement.Let(Result, scaled));
    }

    // x == 0 ? 0 : scaled
    private Expr.Apply Guarded(IrBuilder builder, Operand factor, Expr.Apply scaled)
    {
        Value isNothing = builder.Relaxed(IrType.Boolean, PrimitiveTable.Equal, factor, Constant.Zero(Sum.Type));
        Value value = builder.Let(Sum.Type, scaled);
        return new Expr.Apply(PrimitiveTable.Select, [isNothing, Constant.Zero(Sum.Type), value], Exact: false);
    }
}
