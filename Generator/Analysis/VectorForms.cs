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

    // Clamp is not among them: it throws where its bounds cross.
    private static readonly HashSet<string> Functions = new(StringComparer.Ordinal)
    {
        "Abs", "Acos", "Acosh", "Asin", "Asinh", "Atan", "Atan2", "Atanh", "Cbrt", "Ceiling", "CopySign", "Cos", "Cosh",
        "Exp", "Exp10", "Exp2", "ExpM1", "Floor", "Hypot", "Log", "Log10", "Log2", "LogP1", "Max", "Min", "Pow", "Round",
        "Sin", "Sinh", "Sqrt", "Tan", "Tanh", "Truncate",
    };

    public static bool Has(Primitive primitive) => Operators.Contains(primitive) || IsFunction(primitive);

    public static bool IsFunction(Primitive primitive) =>
        primitive.Notation is Notation.Math or Notation.Scalar && Functions.Contains(primitive.Name);
}
