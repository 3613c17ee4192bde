using Fluxion.Generator.Analysis;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// Copies the arrays that are given to a method which is called, not inlined, if they are written to as well: its
/// pullback reads them when they may hold something else.
/// </summary>
internal static class ArgumentCopies
{
    // y = Walk(a, 0);            copy = copy of a
    // a[0] = y;           →      y = Walk(copy, 0);
    //                            a[0] = y;
    public static Function Insert(Function function)
    {
        Statement[] all = [.. Blocks.All(function.Body)];

        if (!all.Any(static s => s is Statement.Let { Expression: Expr.Invoke call } && HasArrays(call)))
        {
            return function;
        }

        AliasClasses classes = AliasClasses.Of(function);
        HashSet<int> written = [.. all.Select(Written).OfType<Operand>().Select(array => classes[array])];
        IrBuilder builder = new(function.NextId);
        Block body = Copy(function.Body, operand => operand.Type is IrType.Array && written.Contains(classes[operand]), builder);
        return function with { Body = body, NextId = builder.NextId };
    }

    private static bool HasArrays(Expr.Invoke call) => call.Arguments.Any(static a => a.Type is IrType.Array);

    private static Operand? Written(Statement statement) => statement switch
    {
        Statement.Store store => store.Array,
        Statement.Accumulate update => update.Array,
        Statement.Fill fill => fill.Array,
        _ => null,
    };

    private static Block Copy(Block block, Func<Operand, bool> changes, IrBuilder builder)
    {
        builder.Begin();

        foreach (Statement statement in block.Statements)
        {
            builder.Add(statement is Statement.Let { Expression: Expr.Invoke call } let
                ? let with
                {
                    Expression = Operands.Map(call, argument => changes(argument)
                        ? builder.Let(((IrType.Array)argument.Type) with { Kind = ArrayKind.Array }, new Expr.CopyOf(argument))
                        : argument),
                }
                : Blocks.MapBlocks(statement, inner => Copy(inner, changes, builder)));
        }

        return builder.End([.. block.Yields]);
    }
}
