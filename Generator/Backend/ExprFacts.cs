using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>What printing must know about an expression before it may be moved.</summary>
internal static class ExprFacts
{
    /// <summary>Whether it makes memory or changes some: always a statement of its own.</summary>
    public static bool HasEffect(Expr expression) =>
        expression is Expr.NewArray or Expr.NewScratch or Expr.CopyOf or Expr.NewRecord or Expr.NewStack or Expr.Pop or Expr.Row;

    /// <summary>Whether it is as short and cheap as a name, wherever it stands.</summary>
    public static bool IsFree(Expr expression, IrType type) =>
        expression is Expr.Length || (expression is Expr.StaticField && type is not IrType.Array);

    /// <summary>Whether evaluating it can throw, so that it may not move to where it might not run.</summary>
    public static bool MayThrow(Expr expression) => expression switch
    {
        Expr.Load or Expr.Verbatim or Expr.Invoke => true,
        Expr.Apply apply => MayThrow(apply),
        _ => false,
    };

    public static bool IsChecked(Primitive primitive) =>
        primitive == PrimitiveTable.AddChecked || primitive == PrimitiveTable.SubtractChecked
        || primitive == PrimitiveTable.MultiplyChecked || primitive == PrimitiveTable.NegateChecked
        || primitive == PrimitiveTable.ConvertChecked;

    private static bool MayThrow(Expr.Apply apply)
    {
        Primitive primitive = apply.Primitive;

        if (apply.Arguments.Count > 0 && apply.Arguments[0].Type.IsInteger)
        {
            return primitive == PrimitiveTable.Divide || primitive == PrimitiveTable.Remainder
                || primitive.Notation == Notation.Math || IsChecked(primitive);
        }

        // Math.Sign throws on NaN, Clamp on an empty interval.
        return IsChecked(primitive) || primitive.Name is "Sign" or "Clamp";
    }
}
