using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>Writes what makes sure, before anything else happens, that derivatives have room and destroy no argument.</summary>
internal sealed class DestinationChecks(CodeWriter writer, DerivativeShape shape, CSharpNames types)
{
    // What one call takes.
    private const int MaxOthers = 6;

    public void Write()
    {
        ShapeParameter[] arrays = [.. shape.Differentiable.Where(static p => p.IsVector)];

        foreach (ShapeParameter array in arrays)
        {
            writer.Line(
                $"{array.Destination} = {types.Destinations}.Take({array.Destination}, {array.Name}.Length, "
                + $"nameof({array.Destination}), nameof({array.Name}));");
        }

        for (int i = 0; i < arrays.Length; i++)
        {
            ShapeParameter array = arrays[i];
            string[] others =
            [
                .. shape.Parameters.Where(p => p.IsVector && p.Element == array.Element).Select(static p => p.Name),
                .. arrays.Skip(i + 1).Where(p => p.Element == array.Element).Select(static p => p.Destination),
            ];

            for (int start = 0; start < others.Length; start += MaxOthers)
            {
                writer.List(
                    $"{types.Destinations}.CheckDisjoint<{types.Type(array.Element)}>(",
                    [$"nameof({array.Destination})", array.Destination, .. others.Skip(start).Take(MaxOthers)],
                    ");");
            }
        }

        ShapeParameter[] matrices = [.. shape.Differentiable.Where(static p => p.IsArray && !p.IsVector)];

        foreach (ShapeParameter matrix in matrices)
        {
            writer.Line(
                $"{types.Destinations}.CheckShape({matrix.Destination}, {matrix.Name}, nameof({matrix.Destination}), "
                + $"nameof({matrix.Name}));");
            string[] others =
            [
                .. shape.Parameters.Where(matrix.IsJagged
                    ? static p => p.IsArray && !p.IsSpan
                    : static p => p.Type is IrType.Array { Rank: 2 }).Select(static p => p.Name),
                .. matrices.SkipWhile(m => m != matrix).Skip(1).Select(static m => m.Destination),
            ];

            for (int start = 0; start < others.Length; start += MaxOthers)
            {
                writer.Line(
                    $"{types.Destinations}.{(matrix.IsJagged ? "CheckDistinctRows" : "CheckDistinct")}(nameof({matrix.Destination}), {matrix.Destination}, "
                    + $"{string.Join(", ", others.Skip(start).Take(MaxOthers))});");
            }
        }

        if (arrays.Length + matrices.Length > 0)
        {
            writer.Blank();
        }
    }
}
