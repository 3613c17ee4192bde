using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>What to call an intermediate that nobody has named.</summary>
internal static class NameSuggestions
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["+"] = "sum", ["-"] = "difference", ["*"] = "product", ["/"] = "quotient", ["%"] = "remainder",
        ["<"] = "isLess", ["<="] = "isLessOrEqual", [">"] = "isGreater", [">="] = "isGreaterOrEqual",
        ["=="] = "isEqual", ["!="] = "isDifferent", ["!"] = "isNot", ["&"] = "both", ["|"] = "either", ["^"] = "xor",
        ["?:"] = "choice", ["Sin"] = "sine", ["Cos"] = "cosine", ["Tan"] = "tangent", ["Exp"] = "exponential",
        ["Log"] = "logarithm", ["Sqrt"] = "root", ["Cbrt"] = "cubeRoot", ["Pow"] = "power", ["Abs"] = "magnitude",
        ["Max"] = "maximum", ["Min"] = "minimum",
    };

    private static readonly Dictionary<string, string> IntegerWords = new(StringComparer.Ordinal)
    {
        ["+"] = "index", ["-"] = "index", ["*"] = "offset",
    };

    public static string For(Statement definition) => definition is Statement.Let let
        ? For(let.Expression)
        : Choice(((Statement.If)definition).Then.Yields[0], ((Statement.If)definition).Else.Yields[0]);

    /// <summary>The first letter in lower case.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    private static string For(Expr expression) => expression switch
    {
        Expr.Apply apply => For(apply),
        Expr.Length => "length",
        Expr.StaticField field => Camel(field.Name.Substring(field.Name.LastIndexOf('.') + 1).TrimStart('@', '_')),
        Expr.Load { Array: Value { Name.Length: > 0 } array } => Singular(array.Name),
        Expr.Load => "element",
        Expr.Row { Matrix: Value { Name.Length: > 0 } matrix } => matrix.Name + "Row",
        Expr.Row => "row",
        Expr.NewArray or Expr.NewScratch or Expr.CopyOf => "array",
        Expr.NewRecord => "record",
        Expr.NewStack => "stack",
        _ => "value",
    };

    private static string For(Expr.Apply apply)
    {
        Primitive primitive = apply.Primitive;

        if (primitive == PrimitiveTable.Select)
        {
            return Choice(apply.Arguments[1], apply.Arguments[2]);
        }

        if (primitive == PrimitiveTable.Multiply && apply.Arguments[0] == apply.Arguments[1])
        {
            return "square";
        }

        if (apply.Arguments.Count == 1 && apply.Primitive.Notation == Notation.Prefix && primitive.Name == "-")
        {
            return "negative";
        }

        if (apply.Arguments[0].Type == IrType.Int32 && IntegerWords.TryGetValue(primitive.Name, out string? role))
        {
            return role;
        }

        if (primitive == PrimitiveTable.Convert)
        {
            return apply.Arguments[0] is Value { Name.Length: > 0 } value ? value.Name : "number";
        }

        return Words.TryGetValue(primitive.Name, out string? word) ? word
            : primitive.Name.All(char.IsLetterOrDigit) ? Camel(primitive.Name)
            : "value";
    }

    // c ? x : 0 is x, with an exception.
    private static string Choice(Operand whenTrue, Operand whenFalse) => (whenTrue, whenFalse) switch
    {
        (Value { Name.Length: > 0 } value, Constant) => value.Name,
        (Constant, Value { Name.Length: > 0 } value) => value.Name,
        _ when whenTrue.Type == IrType.Boolean => "isEither",
        _ => "choice",
    };

    private static string Singular(string name) =>
        char.IsUpper(name[0]) ? Camel(name)
        : name.EndsWith("Saved", StringComparison.Ordinal) && name.Length > 5 ? name.Substring(0, name.Length - 5)
        : name.Length > 3 && name.EndsWith("s", StringComparison.Ordinal) && !name.EndsWith("ss", StringComparison.Ordinal)
            ? name.Substring(0, name.Length - 1)
            : name + "Element";
}
