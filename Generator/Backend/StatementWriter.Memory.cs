using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>Part of <see cref="StatementWriter"/>: arrays.</summary>
internal sealed partial class StatementWriter
{
    private void Write(Statement.Accumulate update)
    {
        if (update is { Value.Type: IrType.Vector, Array.Type: IrType.Array { Element: not IrType.Vector } })
        {
            string loaded = Expressions.LoadLanes(update.Array, update.Indices);
            string sum = $"{loaded} + {Expressions.Text(update.Value).At(Precedence.Multiplicative)}";
            writer.Line(Expressions.StoreLanes(update.Array, update.Indices, sum));
            return;
        }

        string element = Expressions.Element(update.Array, update.Indices);

        if (update.Value.Type.IsInteger)
        {
            writer.Line($"{element} = unchecked({element} + {Expressions.Text(update.Value).At(Precedence.Multiplicative)});");
            return;
        }

        // x + (-y) is x - y to the bit, but for the sign of a NaN.
        if (!update.Exact && _inlining.Inlined(update.Value) is Statement.Let { Expression: Expr.Apply apply }
            && apply.Primitive == PrimitiveTable.Negate)
        {
            writer.Line($"{element} -= {Expressions.WriteWidened(apply.Arguments[0])};");
        }
        else
        {
            writer.Line($"{element} += {Expressions.WriteWidened(update.Value)};");
        }
    }

    private void Write(Statement.Fill fill)
    {
        bool isSpan = fill.Array.Type is IrType.Array { Kind: not ArrayKind.Array };
        string array = Expressions.Write(fill.Array);
        string value = Expressions.Write(fill.Value);

        if (fill.Value is Constant { Bits: 0 })
        {
            writer.Line(isSpan ? $"{array}.Clear();" : $"{types.System("Array")}.Clear({array});");
        }
        else
        {
            writer.Line(isSpan ? $"{array}.Fill({value});" : $"{types.System("Array")}.Fill({array}, {value});");
        }
    }
}
