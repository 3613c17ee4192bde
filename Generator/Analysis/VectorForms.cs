using Fluxion.Generator.Derivatives;

namespace Fluxion.Generator.Analysis;

/// <summary>Which operations exist on vectors: the operators, and the functions of the runtime's vector library.</summary>
internal static class VectorForms
{
    private static readonly HashSet<Primitive> Operators =
    [
        PrimitiveTable.Add, PrimitiveTable.Subtract, PrimitiveTable.Multiply, PrimitiveTable.Divide, PrimitiveTable.Negate,
        PrimitiveTable.Select, PrimitiveTable.Less, PrimitiveTable.LessOrEqual, PrimitiveTable.Greater,
        PrimitiveTable.GreaterOrEqual, PrimitiveTable.Equal, PrimitiveTable.NotEqual, PrimitiveTable.And,
        PrimitiveTable.Or, PrimitiveTable.Not,
    ];

    private static readonly HashSet<string> Functions = new(StringComparer.Ordinal)
    {
        "Abs", "Sqrt", "Exp", "Log", "Sin", "Cos",
    };

    public static bool Has(Primitive primitive) => Operators.Contains(primitive) || IsFunction(primitive);

    public static bool IsFunction(Primitive primitive) =>
        primitive.Notation is Notation.Math or Notation.Scalar && Functions.Contains(primitive.Name);
}
