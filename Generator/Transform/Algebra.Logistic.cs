using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;
using static Fluxion.Generator.Derivatives.PrimitiveTable;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Logistic functions as textbooks write them: <c>1 / (1 + Math.Exp(-x))</c>,
/// <c>Math.Log(1 + Math.Exp(x))</c>, <c>Math.Log(Math.Exp(x) + Math.Exp(y))</c>. The
/// exponential overflows long before the derivative does, and its square long before that; taken together with the sum
/// it is divided by, it is a share between zero and one.
/// </summary>
internal sealed partial class Algebra
{
    // Each share of n terms takes n − 1 exponentials.
    private const int MostTerms = 4;

    // u ⊗ ((p / v) ⊗ g)  →  share(u, v) ⊗ (p ⊗ g)          u = Exp(…), v = c + u
    private Operand? Logistic(Operand partial, Operand adjoint, IrType type)
    {
        if (definition(partial) is not Expr.Apply { Primitive.Name: "Exp" or "Exp2" or "Exp10" })
        {
            return null;
        }

        if (RelaxedDefinitionOf(adjoint, Divide) is { } bare && ShareOf(partial, bare.Arguments[1], type) is { } part)
        {
            return Relaxed(StrongMultiply, type, part, bare.Arguments[0]);
        }

        if (RelaxedDefinitionOf(adjoint, StrongMultiply) is not { } product
            || RelaxedDefinitionOf(product.Arguments[0], Divide) is not { } quotient
            || ShareOf(partial, quotient.Arguments[1], type) is not { } share)
        {
            return null;
        }

        Operand rest = Relaxed(StrongMultiply, type, quotient.Arguments[0], product.Arguments[1]);
        return Relaxed(StrongMultiply, type, share, rest);
    }

    /// <summary>What part of a sum an exponential in it is; <c>null</c> if the sum has other terms than such and constants.</summary>
    private Operand? ShareOf(Operand exponential, Operand sum, IrType type) =>
        IsSumWith(sum, exponential) ? Relaxed(Share, type, exponential, sum)
        : ExponentialsOf(sum, exponential) is { } others ? ShareBeside(others, (Expr.Apply)definition(exponential)!, type)
        : null;

    private bool IsSumWith(Operand sum, Operand exponential) =>
        DefinitionOf(sum, Add) is { } terms
        && ((terms.Arguments[0] is Constant { Number: > 0 } && terms.Arguments[1] == exponential)
            || (terms.Arguments[1] is Constant { Number: > 0 } && terms.Arguments[0] == exponential));

    // exp(a) / (exp(a) + exp(b) + c)  →  1 / (1 + exp(b - a) + c * exp(-a)): the sum can overflow, and vanish, where the
    // differences do not.
    private Operand ShareBeside(IReadOnlyList<Operand> others, Expr.Apply own, IrType type)
    {
        Operand total = Constant.One(type);

        foreach (Operand other in others)
        {
            Operand exponent = other is Constant
                ? Relaxed(Negate, type, own.Arguments[0])
                : Relaxed(Subtract, type, ((Expr.Apply)definition(other)!).Arguments[0], own.Arguments[0]);
            Operand ratio = Relaxed(own.Primitive, type, exponent);
            total = Relaxed(Add, type, total, other is Constant ? Relaxed(Multiply, type, other, ratio) : ratio);
        }

        return Relaxed(Divide, type, Constant.One(type), total);
    }

    /// <summary>The other terms of a sum of exponentials of one base and positive constants.</summary>
    private List<Operand>? ExponentialsOf(Operand sum, Operand exponential)
    {
        Expr.Apply own = (Expr.Apply)definition(exponential)!;
        List<Operand> others = [];
        Stack<Operand> rest = new([sum]);
        bool isIn = false;

        while (rest.Count > 0 && others.Count < MostTerms)
        {
            Operand term = rest.Pop();

            if (DefinitionOf(term, Add) is { } addition)
            {
                rest.Push(addition.Arguments[1]);
                rest.Push(addition.Arguments[0]);
            }
            else if (term == exponential && !isIn)
            {
                isIn = true;
            }
            else if (term is Constant { Number: > 0 } || DefinitionOf(term, own.Primitive) is not null)
            {
                others.Add(term);
            }
            else
            {
                return null;
            }
        }

        return isIn && rest.Count == 0 ? others : null;
    }
}
