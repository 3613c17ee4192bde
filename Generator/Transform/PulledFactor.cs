using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>A factor or divisor of a product.</summary>
internal readonly record struct Factor(Operand Operand, bool IsDivisor);

/// <summary>What a sum is multiplied by after its loop.</summary>
/// <param name="Sum">The sum without the factors.</param>
/// <param name="Result">The value that stands for the complete sum.</param>
internal sealed record PulledFactor(Value Sum, Value Result, IReadOnlyList<Factor> Factors)
{
    public void Apply(IrBuilder builder)
    {
        Operand product = Constant.One(Sum.Type);

        // Constants first, so that they fold.
        foreach (Factor factor in Factors.OrderBy(static f => f.Operand is Constant ? 0 : 1))
        {
            Primitive primitive = factor.IsDivisor ? PrimitiveTable.Divide : PrimitiveTable.Multiply;
            product = builder.Relaxed(Sum.Type, primitive, product, factor.Operand);
        }

        Expr scaled = new Expr.Apply(PrimitiveTable.Multiply, [product, Sum], Exact: false);
        builder.Add(new Statement.Let(Result, scaled));
    }
}
