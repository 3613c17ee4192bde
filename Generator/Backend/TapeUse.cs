using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>Whether a block takes memory from a tape.</summary>
internal static class TapeUse
{
    public static bool Any(Block block) => block.Statements.Any(static statement => statement switch
    {
        Statement.Let let => IsTaken(let.Expression),
        Statement.If branch => Any(branch.Then) || Any(branch.Else),
        Statement.For loop => Any(loop.Body),
        Statement.While loop => Any(loop.Condition) || Any(loop.Body),
        _ => false,
    });

    private static bool IsTaken(Expr expression) => expression switch
    {
        Expr.NewArray array => array.Lengths.Count <= 2,
        Expr.CopyOf copy => copy.Array.Type is IrType.Array { Rank: <= 2 },
        Expr.NewRecord or Expr.NewScratch or Expr.NewStack => true,
        _ => false,
    };
}
