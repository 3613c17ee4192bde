using System.Globalization;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Fluxion.Generator.Models;

namespace Fluxion.Generator.Frontend;

/// <summary>Gives what is taken apart a parameter for each piece, under a name that nothing else has.</summary>
internal static class PieceReader
{
    public static EquatableArray<MethodParameter> TakeApart(MethodParameter[] parameters)
    {
        HashSet<string> taken = new(
            parameters.Select(static p => Plain(p.Name)).Concat(parameters.Select(static p => DestinationOf(p.Name))),
            StringComparer.Ordinal);
        return parameters.Select(p => p.IsTakenApart ? p with { Pieces = PiecesOf(p, taken) } : p).ToEquatable();
    }

    private static EquatableArray<MethodParameter> PiecesOf(MethodParameter parameter, HashSet<string> taken)
    {
        string brackets = parameter.Sequence is null ? "" : "[]";
        EquatableArray<CompositePart> parts = (parameter.Sequence?.Element ?? parameter.Composite!).Parts;
        return parts.Select(part => new MethodParameter(
            Unused(Plain(parameter.Name) + NameOf(part), taken), TextOf(part.Type) + brackets, part.Role)).ToEquatable();
    }

    private static string Unused(string stem, HashSet<string> taken)
    {
        string name = stem;

        for (int i = 2; taken.Contains(name) || taken.Contains(DestinationOf(name)); i++)
        {
            name = stem + i.ToString(CultureInfo.InvariantCulture);
        }

        taken.Add(name);
        taken.Add(DestinationOf(name));
        return name;
    }

    private static string Plain(string name) => name.TrimStart('@');

    private static string DestinationOf(string name) => "d" + Identifiers.Pascal(Plain(name));

    // Position.X → PositionX; a number of a list is one of its items.
    private static string NameOf(CompositePart part) =>
        part.Path.Length == 0 ? "Items" : string.Concat(part.Names.Select(Identifiers.Pascal));

    private static string TextOf(IrType type) => type switch
    {
        IrType.Opaque opaque => opaque.Name,
        IrType.Array { Rank: 2 } matrix => TextOf(matrix.Element) + "[,]",
        IrType.Array array => TextOf(array.Element) + "[]",
        IrType.Scalar scalar => scalar.Keyword,
        _ => throw new InvalidOperationException($"A parameter of type {type} is not taken apart."),
    };
}
