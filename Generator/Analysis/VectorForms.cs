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

    // Not among them: Clamp, which throws where its bounds cross; ExpM1 and LogP1, which the framework computes less
    // exactly than the vector library does, so that the value would depend on where a row stands.
    private static readonly HashSet<string> Functions = new(StringComparer.Ordinal)
    {
        "Abs", "Acos", "Acosh", "Asin", "Asinh", "Atan", "Atanh", "Cbrt", "Ceiling", "Cos", "Cosh", "Exp", "Exp10", "Exp2",
        "Floor", "Log", "Log10", "Log2", "Round", "Sin", "Sinh", "Sqrt", "Tan", "Tanh", "Truncate",
    };

    private static readonly HashSet<string> FunctionsOfTwo = new(StringComparer.Ordinal)
    {
        "Atan2", "CopySign", "Hypot", "Max", "Min", "Pow",
    };

    public static bool Has(Primitive primitive) => Operators.Contains(primitive) || IsFunction(primitive);

    public static bool IsFunction(Primitive primitive) =>
        primitive.Notation is Notation.Math or Notation.Scalar
        && ((primitive.Arity == 1 && Functions.Contains(primitive.Name))
            || (primitive.Arity == 2 && FunctionsOfTwo.Contains(primitive.Name)));
}
