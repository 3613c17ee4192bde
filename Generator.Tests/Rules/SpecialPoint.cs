using System.Text.RegularExpressions;

namespace Fluxion.Generator.Tests.Rules;

/// <summary>An expression in x, y and z, a point and the partials there; <c>M</c> is Math or MathF, <c>R</c> the type.</summary>
internal sealed partial record SpecialPoint(string Expression, double[] Point, double[] Partials)
{
    public string Parameters(string type) => string.Join(", ", Names.Select(name => $"{type} {name}"));

    public string[] Names => [.. "xyz".Take(Point.Length).Select(static name => name.ToString())];

    // MathF has no Clamp; everything else that is written M is in both.
    public string Source(string className, string type) => $$"""
        using Fluxion;
        using M = System.{{(type == "float" ? "MathF" : "Math")}};
        using R = System.{{(type == "float" ? "Single" : "Double")}};

        static partial class {{className}}
        {
            [Differentiable]
            public static {{type}} F({{Parameters(type)}}) => {{MathOnly().Replace(Expression, "System.Math.$1")}};
        }

        """;

    public override string ToString() => $"{Expression} at ({string.Join(", ", Point)})";

    [GeneratedRegex(@"M\.(Clamp)")]
    private static partial Regex MathOnly();
}
