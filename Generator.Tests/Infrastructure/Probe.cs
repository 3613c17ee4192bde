namespace Fluxion.Generator.Tests.Infrastructure;

/// <summary>
/// C# that calls a method under test and its generated derivatives: spans cannot be passed by reflection. Destinations
/// start as NaN, so that one which the gradient leaves alone is seen.
/// </summary>
internal static class Probe
{
    /// <summary>
    /// Takes the arguments; returns the value, the value that came with the gradient, the result of the gradient method,
    /// then for each differentiable parameter what its destination received.
    /// </summary>
    public const string Method = "Run";

    /// <summary>The source of the probe of <c>type.method</c>, a class of its own.</summary>
    public static string Source(string className, string type, string method, IReadOnlyList<ProbeParameter> parameters)
    {
        string values = string.Join(", ", parameters.Select(static (_, i) => $"p{i}"));
        string[] results = [.. parameters.Select(static (p, i) => p.IsDifferentiable ? $"d{i}" : "").Where(static d => d != "")];
        string[] destinations = [.. parameters.Select(static (p, i) =>
            !p.IsDifferentiable ? "" : p.IsScalar ? $"out d{i}" : $"d{i}").Where(static d => d != "")];
        string assign = string.Join("\n        ", parameters.Select(static (p, i) => $"p{i} = {Fresh(p, i)};"));

        return $$"""

            static class {{className}}
            {
                public static object?[] {{Method}}(object?[] a)
                {
                    {{string.Join("\n        ", parameters.Select(static (p, i) => $"{p.Type} p{i} = {Fresh(p, i)};"))}}
                    {{string.Join("\n        ", parameters.Select(Destination))}}
                    object value = {{type}}.{{method}}({{values}});
                    {{assign}}
                    object again = {{type}}.{{method}}ValueAndGradient({{string.Join(", ", [values, .. destinations])}});
                    {{assign}}
                    object gradient = {{type}}.{{method}}Gradient({{values}});
                    return [value, again, gradient, {{string.Join(", ", results)}}];
                }
            }

            """;
    }

    // A copy for each call: a method may write to its arrays.
    private static string Fresh(ProbeParameter parameter, int index) => parameter.Type.EndsWith(']')
        ? $"({parameter.Type})(({parameter.Type})a[{index}]!).Clone()"
        : $"({parameter.Type})a[{index}]!";

    private static string Destination(ProbeParameter parameter, int index) => parameter switch
    {
        { IsDifferentiable: false } => "",
        { IsScalar: true } => $"{parameter.Type} d{index} = {parameter.Type}.NaN;",
        { Type: var type } when type.EndsWith("[,]", StringComparison.Ordinal) =>
            $"{type} d{index} = new {parameter.Element}[p{index}.GetLength(0), p{index}.GetLength(1)];"
            + $" System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref d{index}[0, 0], d{index}.Length)"
            + $".Fill({parameter.Element}.NaN);",
        _ =>
            $"{parameter.Type} d{index} = new {parameter.Element}[p{index}.Length];"
            + $" System.Array.Fill(d{index}, {parameter.Element}.NaN);",
    };
}
