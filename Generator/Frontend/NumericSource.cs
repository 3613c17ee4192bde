namespace Fluxion.Generator.Frontend;

/// <summary>
/// What members of <c>System.Numerics</c> compute, as C# that is lowered like the user's own: they have no source that a
/// compilation could see. Instance members take the instance first; a member that is not here is refused. The library
/// computes on vectors of the machine, so that results are equal to rounding.
/// </summary>
internal static partial class NumericSource
{
    public const string Namespace = "Fluxion.Generator.Library";

    /// <summary>The source, for all types.</summary>
    public static string Text { get; } = $$"""
        using System;
        using System.Numerics;

        namespace {{Namespace}};

        {{Vector("Vector2", "X", "Y")}}
        {{Vector2Members}}
        }
        {{Vector("Vector3", "X", "Y", "Z")}}
        {{Vector3Members}}
        }
        {{Vector("Vector4", "X", "Y", "Z", "W")}}
        {{Vector4Members}}
        }
        {{Arithmetic("Quaternion", "X", "Y", "Z", "W")}}
        {{QuaternionMembers}}
        }
        static class PlaneMembers
        {
        {{PlaneMembers}}
        }
        {{Arithmetic("Matrix3x2", Cells(3, 2))}}
        {{Matrix3x2Members}}
        }
        {{Arithmetic("Matrix4x4", Cells(4, 4))}}
        {{Matrix4x4Members}}
        }
        static class ComplexMembers
        {
        {{ComplexMembers}}
        }
        """;

    private static string[] Cells(int rows, int columns) =>
        [.. Enumerable.Range(1, rows).SelectMany(row => Enumerable.Range(1, columns).Select(column => $"M{row}{column}"))];

    /// <summary>A formula for each part, which stands for <c>$</c>.</summary>
    private static string Each(string formula, string[] parts, string separator = ", ") =>
        string.Join(separator, parts.Select(part => formula.Replace("$", part)));

    /// <summary>The beginning of a class, with what all linear types have.</summary>
    private static string Arithmetic(string type, params string[] parts) => $$"""
        static class {{type}}Members
        {
            public static {{type}} op_Addition({{type}} a, {{type}} b) => new {{type}}({{Each("a.$ + b.$", parts)}});
            public static {{type}} op_Subtraction({{type}} a, {{type}} b) => new {{type}}({{Each("a.$ - b.$", parts)}});
            public static {{type}} op_Multiply({{type}} a, float b) => new {{type}}({{Each("a.$ * b", parts)}});
            public static {{type}} op_UnaryNegation({{type}} a) => new {{type}}({{Each("-a.$", parts)}});
            public static bool op_Equality({{type}} a, {{type}} b) => {{Each("a.$ == b.$", parts, " && ")}};
            public static bool op_Inequality({{type}} a, {{type}} b) => !({{Each("a.$ == b.$", parts, " && ")}});
            public static {{type}} Add({{type}} a, {{type}} b) => a + b;
            public static {{type}} Subtract({{type}} a, {{type}} b) => a - b;
            public static {{type}} Multiply({{type}} a, {{type}} b) => a * b;
            public static {{type}} Multiply({{type}} a, float b) => a * b;
            public static {{type}} Negate({{type}} a) => -a;
        """;

    private static string Vector(string type, params string[] parts) => $$"""
        {{Arithmetic(type, parts)}}
            public static {{type}} op_UnaryPlus({{type}} a) => a;
            public static {{type}} op_Multiply({{type}} a, {{type}} b) => new {{type}}({{Each("a.$ * b.$", parts)}});
            public static {{type}} op_Multiply(float a, {{type}} b) => new {{type}}({{Each("a * b.$", parts)}});
            public static {{type}} op_Division({{type}} a, {{type}} b) => new {{type}}({{Each("a.$ / b.$", parts)}});
            public static {{type}} op_Division({{type}} a, float b) => new {{type}}({{Each("a.$ / b", parts)}});
            public static {{type}} Multiply(float a, {{type}} b) => a * b;
            public static {{type}} Divide({{type}} a, {{type}} b) => a / b;
            public static {{type}} Divide({{type}} a, float b) => a / b;
            public static {{type}} get_Zero() => new {{type}}(0f);
            public static {{type}} get_One() => new {{type}}(1f);
            public static {{type}} Abs({{type}} a) => new {{type}}({{Each("MathF.Abs(a.$)", parts)}});
            public static {{type}} SquareRoot({{type}} a) => new {{type}}({{Each("MathF.Sqrt(a.$)", parts)}});
            public static {{type}} Min({{type}} a, {{type}} b) => new {{type}}({{Each("MathF.Min(a.$, b.$)", parts)}});
            public static {{type}} Max({{type}} a, {{type}} b) => new {{type}}({{Each("MathF.Max(a.$, b.$)", parts)}});
            public static {{type}} Clamp({{type}} a, {{type}} low, {{type}} high) => Min(Max(a, low), high);
            public static float Dot({{type}} a, {{type}} b) => {{Each("a.$ * b.$", parts, " + ")}};
            public static float Sum({{type}} a) => {{Each("a.$", parts, " + ")}};
            public static float LengthSquared({{type}} a) => Dot(a, a);
            public static float Length({{type}} a) => MathF.Sqrt(Dot(a, a));
            public static float DistanceSquared({{type}} a, {{type}} b) => Dot(a - b, a - b);
            public static float Distance({{type}} a, {{type}} b) => MathF.Sqrt(DistanceSquared(a, b));
            public static {{type}} Normalize({{type}} a) => a / MathF.Sqrt(Dot(a, a));
            public static {{type}} Lerp({{type}} a, {{type}} b, float amount) => a * (1f - amount) + b * amount;
            public static {{type}} Lerp({{type}} a, {{type}} b, {{type}} amount) => a * (new {{type}}(1f) - amount) + b * amount;
            public static float get_Item({{type}} a, int index) => index switch
            {
                {{string.Join("\n", parts.Select(static (part, i) => $"{i} => a.{part},"))}}
                _ => throw new ArgumentOutOfRangeException("index"),
            };
        """;
}
