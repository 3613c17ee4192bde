using Fluxion.Generator.Infrastructure;

namespace Fluxion.Generator.Backend;

/// <summary>Writes what makes sure, before anything else happens, that derivatives have room and destroy no argument.</summary>
internal sealed class DestinationChecks(CodeWriter writer, DerivativeShape shape, CSharpNames types)
{
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
            foreach (ShapeParameter other in shape.Parameters.Where(p => p.IsVector && p.Element == arrays[i].Element))
            {
                WriteDisjoint(arrays[i], other.Name);
            }

            foreach (ShapeParameter other in arrays.Skip(i + 1).Where(p => p.Element == arrays[i].Element))
            {
                WriteDisjoint(arrays[i], other.Destination);
            }
        }

        if (arrays.Length > 0)
        {
            writer.Blank();
        }
    }

    private void WriteDisjoint(ShapeParameter array, string other) => writer.Line(
        $"{types.Destinations}.CheckDisjoint<{types.Type(array.Element)}>({array.Destination}, {other}, "
        + $"nameof({array.Destination}), nameof({other}));");
}
