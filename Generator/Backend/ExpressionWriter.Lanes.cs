using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>Part of <see cref="ExpressionWriter"/>: operations on vectors.</summary>
internal sealed partial class ExpressionWriter
{
    private static readonly Dictionary<string, string> Comparisons = new(StringComparer.Ordinal)
    {
        ["<"] = "LessThan", ["<="] = "LessThanOrEqual", [">"] = "GreaterThan", [">="] = "GreaterThanOrEqual",
        ["=="] = "Equals", ["!="] = "Equals",
    };

    /// <summary>The statement that writes a vector from an index on.</summary>
    public string StoreLanes(Operand array, EquatableArray<Operand> indices, string value) =>
        $"{names.Lanes}.Store({value}, {Write(array)}, {List(indices)});";

    /// <summary>The statement that adds a vector to elements.</summary>
    public string Scatter(Statement.Scatter scatter) => scatter.Stride is Constant { IsOne: true }
        ? $"{names.Lanes}.Add({Write(scatter.Value)}, {List([scatter.Array, scatter.Index])});"
        : $"{names.Lanes}.Scatter({Write(scatter.Value)}, {List([scatter.Array, scatter.Index, scatter.Stride])});";

    public string LoadLanes(Operand array, EquatableArray<Operand> indices) =>
        $"{names.Lanes}.Load({Write(array)}, {List(indices)})";

    private static bool IsVector(IrType type, Expr.Apply apply) =>
        type is IrType.Vector || apply.Arguments.Any(static a => a.Type is IrType.Vector);

    private Text ApplyLanes(IrType type, Expr.Apply apply)
    {
        if (apply.Primitive == PrimitiveTable.Select)
        {
            return apply.Arguments[0].Type is IrType.Vector
                ? LaneCall($"{names.Vector}.ConditionalSelect", apply.Arguments)
                : Conditional(apply.Arguments[0], apply.Arguments[1], apply.Arguments[2]);
        }

        if (apply.Primitive == PrimitiveTable.Not)
        {
            return new Text("~" + Text(apply.Arguments[0]).At(Precedence.Unary), Precedence.Unary);
        }

        if (Comparisons.TryGetValue(apply.Primitive.Name, out string? comparison))
        {
            Text call = LaneCall($"{names.Vector}.{comparison}", apply.Arguments);
            return apply.Primitive == PrimitiveTable.NotEqual ? new Text("~" + call.Code, Precedence.Unary) : call;
        }

        return apply.Primitive.Notation switch
        {
            Notation.Binary => Binary(apply),
            Notation.Prefix => Prefix(apply),
            _ => LaneCall($"{names.VectorMath}.{apply.Primitive.Name}", apply.Arguments),
        };
    }

    private Text Text(IrType type, Expr.Lanes lanes)
    {
        switch (lanes.Operation)
        {
            case LaneOperation.Broadcast when type is IrType.Vector { Kind: ScalarKind.Boolean }:
                string mask = names.Type(type);
                return new Text(
                    $"{Text(lanes.Arguments[0]).At(Precedence.LogicalOr)} ? {mask}.AllBitsSet : {mask}.Zero", Precedence.Conditional);
            case LaneOperation.Broadcast when lanes.Arguments[0] is Constant { Bits: 0 }:
                return new Text($"{names.Type(type)}.Zero", Precedence.Primary);
            case LaneOperation.Broadcast:
                return new Text($"new {names.Type(type)}({Write(lanes.Arguments[0])})", Precedence.Primary);
            case LaneOperation.Sequence:
                string sequence = type is IrType.Vector { Lane: ScalarKind.Single } ? "IndexSingle" : "IndexDouble";
                return LaneCall($"{names.Lanes}.{sequence}", lanes.Arguments);
            case LaneOperation.Count:
                return Count(lanes);
            case LaneOperation.Gather when lanes.Arguments is { Count: 3 } place && place[2] is Constant { IsOne: true }:
                return LaneCall($"{names.Lanes}.Neighbours", [place[0], place[1]]);
            case LaneOperation.Align:
                return LaneCall($"{names.Lanes}.Align<{names.Type(lanes.Arguments[1].Type)}>", [lanes.Arguments[0]]);
            default:
                return LaneCall($"{names.Lanes}.{lanes.Operation}", lanes.Arguments);
        }
    }

    private Text Count(Expr.Lanes lanes)
    {
        string count = names.LaneCount(lanes.Arguments[1].Type);
        return lanes.Arguments[0] is Constant { IsOne: true }
            ? new Text(count, Precedence.Primary)
            : new Text($"{Write(lanes.Arguments[0])} * {count}", Precedence.Multiplicative);
    }

    private Text LaneCall(string method, IEnumerable<Operand> arguments) =>
        new($"{method}({List(arguments)})", Precedence.Primary);
}
