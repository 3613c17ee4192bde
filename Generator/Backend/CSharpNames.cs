using Fluxion.Generator.Ir;
using Fluxion.Generator.Models;

namespace Fluxion.Generator.Backend;

/// <summary>How the text spells types: shortly under its own usings, or in full where these names mean something else.</summary>
internal sealed class CSharpNames(TypeContext context)
{
    private readonly string _own = OwnPrefix(context);
    private readonly string _system = context.HidesSystem ? "global::System." : "";

    public string Tape { get; } = context.HidesSystem ? "global::Fluxion.Tape" : "Tape";

    /// <summary>The runtime's helpers of vectorised loops.</summary>
    public string Lanes { get; } = context.HidesSystem ? "global::Fluxion.Numerics.Lanes" : "Lanes";

    public string VectorMath { get; } = context.HidesSystem ? "global::Fluxion.Numerics.VectorMath" : "VectorMath";

    public string Vector { get; } = context.HidesSystem ? "global::System.Numerics.Vector" : "Vector";

    /// <summary>Sums over an index, in expression trees.</summary>
    public string Reduction { get; } = context.HidesSystem ? "global::Fluxion.Numerics.Reduction" : "Reduction";

    public string Destinations { get; } = context.HidesSystem ? "global::Fluxion.Numerics.Destinations" : "Destinations";

    public string PackedParameters { get; } =
        context.HidesSystem ? "global::Fluxion.Numerics.PackedParameters" : "PackedParameters";

    public string ParameterNameList { get; } =
        context.HidesSystem ? "global::Fluxion.Numerics.ParameterNameList" : "ParameterNameList";

    /// <summary>The type that has the user's method, as it can be named inside itself.</summary>
    public string OwnType { get; } = TypeName(context.Declarations[context.Declarations.Count - 1]);

    /// <summary>A field, shorter than in full if the user's own type has it.</summary>
    public string Field(string name) => name.StartsWith(_own, StringComparison.Ordinal)
        ? OwnType + name.Substring(_own.Length - 1)
        : name;

    /// <summary>A type of namespace <c>System</c>.</summary>
    public string System(string name) => _system + name;

    public string Type(IrType type) => type switch
    {
        IrType.Scalar scalar => Keyword(scalar.Kind),
        IrType.Array { Kind: ArrayKind.Span } span => _system + "Span<" + Type(span.Element) + ">",
        IrType.Array { Kind: ArrayKind.ReadOnlySpan } span => _system + "ReadOnlySpan<" + Type(span.Element) + ">",
        IrType.Array array => ArrayType(array),
        IrType.Stack stack => Tape + "Stack<" + Type(stack.Element) + ">",
        IrType.Records => Tape + "Records",
        IrType.Vector { Kind: ScalarKind.Boolean, Lane: ScalarKind.Single } => Vector + "<int>",
        IrType.Vector { Kind: ScalarKind.Boolean } => Vector + "<long>",
        IrType.Vector vector => $"{Vector}<{Keyword(vector.Kind)}>",
        IrType.Opaque opaque => opaque.Name,
        _ => throw new InvalidOperationException($"No C# type for {type}."),
    };

    /// <summary>How many scalars of a type a vector holds.</summary>
    public string LaneCount(IrType scalar) => $"{Vector}<{Type(scalar)}>.Count";

    /// <summary>The C# keyword of a scalar type.</summary>
    public static string Keyword(ScalarKind kind) => new IrType.Scalar(kind).Keyword;

    private static string OwnPrefix(TypeContext context)
    {
        string space = context.Namespace.Length > 0 ? context.Namespace + "." : "";
        return "global::" + space + string.Join(".", context.Declarations.Select(TypeName)) + ".";
    }

    // partial record struct Pair<A, B> → Pair<A, B>
    private static string TypeName(string declaration)
    {
        string[] keywords = ["partial", "static", "record", "class", "struct", "interface"];
        return string.Join(" ", declaration.Split(' ').SkipWhile(keywords.Contains));
    }

    // An array of arrays is read from the outside in: double[,][] holds vectors.
    private string ArrayType(IrType.Array array)
    {
        string brackets = "";
        IrType element = array;

        while (element is IrType.Array { Kind: ArrayKind.Array } inner)
        {
            brackets += "[" + new string(',', inner.Rank - 1) + "]";
            element = inner.Element;
        }

        return Type(element) + brackets;
    }
}
