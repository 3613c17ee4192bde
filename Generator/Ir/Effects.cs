namespace Fluxion.Generator.Ir;

/// <summary>What an operation does besides computing its value.</summary>
internal static class Effects
{
    /// <summary>Whether two evaluations give the same value and one of them may be left out or moved past stores.</summary>
    public static bool IsPure(Expr expression) => expression
        is Expr.Apply or Expr.Length or Expr.StaticField or Expr.Verbatim or Expr.Lanes or Expr.Row;

    /// <summary>The arrays that a statement changes.</summary>
    public static IEnumerable<Operand> ArraysWrittenBy(Statement statement) => statement switch
    {
        Statement.Store store => [store.Array],
        Statement.Accumulate update => [update.Array],
        Statement.Fill fill => [fill.Array],
        Statement.Call call => call.Arguments.Where((_, i) => call.Routine.WritesTo(i)),
        Statement.Pull pull => pull.Shadows,
        _ => [],
    };

    /// <summary>Whether it may be left out when nobody reads the value.</summary>
    public static bool IsRemovable(Expr expression) => expression is not Expr.Pop;

    /// <summary>Whether evaluating it where the user did not could throw.</summary>
    public static bool CanThrow(Expr expression, IrType type) => expression switch
    {
        Expr.Apply apply => Throws(apply, type),
        Expr.Length or Expr.StaticField or Expr.Lanes or Expr.Row => false,
        _ => true,
    };

    private static bool Throws(Expr.Apply apply, IrType type)
    {
        if (type.IsFloating || type == IrType.Boolean)
        {
            // Clamp throws when its bounds cross.
            return apply.Primitive.Name == "Clamp";
        }

        return apply.Primitive.Name is "/" or "%" or "Abs" or "Sign" or "Clamp" or "convert checked"
            || apply.Primitive.IsChecked;
    }
}
