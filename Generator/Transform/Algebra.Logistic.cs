using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;
using static Fluxion.Generator.Derivatives.PrimitiveTable;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Logistic functions as textbooks write them: <c>1 / (1 + Math.Exp(-x))</c>, <c>Math.Log(1 + Math.Exp(x))</c>. The
/// exponential overflows long before the derivative does, and its square long before that; taken together with the sum
/// it is divided by, it is a share between zero and one.
/// </summary>
internal sealed partial class Algebra
{
    // u ⊗ ((p / v) ⊗ g)  →  share(u, v) ⊗ (p ⊗ g)          u = Exp(…), v = c + u
    private Operand? Logistic(Operand partial, Operand adjoint, IrType type)
    {
        if (definition(partial) is not Expr.Apply { Primitive.Name: "Exp" or "Exp2" or "Exp10" })
        {
            return null;
        }

        if (RelaxedDefinitionOf(adjoint, Divide) is { } bare && IsSumWith(bare.Arguments[1], partial))
        {
            Operand part = Relaxed(Share, type, partial, bare.Arguments[1]);
            return Relaxed(StrongMultiply, type, part, bare.Arguments[0]);
        }

        if (RelaxedDefinitionOf(adjoint, StrongMultiply) is not { } product
            || RelaxedDefinitionOf(product.Arguments[0], Divide) is not { } quotient
            || !IsSumWith(quotient.Arguments[1], partial))
        {
            return null;
        }

        Operand share = Relaxed(Share, type, partial, quotient.Arguments[1]);
        Operand rest = Relaxed(StrongMultiply, type, quotient.Arguments[0], product.Arguments[1]);
        return Relaxed(StrongMultiply, type, share, rest);
    }

    private bool IsSumWith(Operand sum, Operand exponential) =>
        DefinitionOf(sum, Add) is { } terms
        && ((terms.Arguments[0] is Constant { Number: > 0 } && terms.Arguments[1] == exponential)
            || (terms.Arguments[1] is Constant { Number: > 0 } && terms.Arguments[0] == exponential));
}
