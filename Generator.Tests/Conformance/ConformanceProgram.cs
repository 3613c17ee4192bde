using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fluxion.Generator.Tests.Conformance;

/// <summary>A C# method <c>F</c> with arguments, and the value and gradient that it has there.</summary>
internal sealed record ConformanceProgram(
    string Name,
    string CSharp,
    IReadOnlyList<ProbeParameter> Parameters,
    object?[] Arguments,
    double Value,
    IReadOnlyList<double> Gradient,
    double Tolerance)
{
    // Where the file records what other tools do and the conventions at kinks say otherwise.
    private static readonly Dictionary<string, double[]> Conventions = new()
    {
        ["kink_sqrt_of_square_at_zero"] = [0],
    };

    public static IReadOnlyDictionary<string, ConformanceProgram> All { get; } = Load();

    public string ClassName => "Program_" + Name.Replace('@', '_');

    /// <summary>The program as a class of its own with a probe for it.</summary>
    public string Source => $$"""
        using System;
        using System.Linq;
        using Fluxion;

        static partial class {{ClassName}}
        {
        {{Marked(CSharp)}}
        }

        {{Probe.Source(ClassName + "Probe", ClassName, "F", Parameters)}}
        """;

    // The programs say "static double F(…)", sometimes after helper methods and types.
    private static string Marked(string csharp)
    {
        CompilationUnitSyntax unit = CSharpSyntaxTree.ParseText($"class C {{ {csharp} }}").GetCompilationUnitRoot();
        MethodDeclarationSyntax method = unit.DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Single(static m => m.Identifier.Text == "F" && m.Parent?.Parent is CompilationUnitSyntax);
        return csharp.Insert(method.SpanStart - "class C { ".Length, "[Differentiable]\npublic ");
    }

    private static Dictionary<string, ConformanceProgram> Load()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("programs.json")!;
        using JsonDocument document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateArray().Select(Read).ToDictionary(static program => program.Name);
    }

    private static ConformanceProgram Read(JsonElement entry)
    {
        string name = entry.GetProperty("name").GetString()!;
        ProbeParameter[] parameters =
        [
            .. entry.GetProperty("params").EnumerateArray().Select(
                static p => ProbeParameter.Of(p.GetProperty("name").GetString()!, p.GetProperty("type").GetString()!)),
        ];
        JsonElement[] arguments = [.. entry.GetProperty("args").EnumerateArray()];
        return new ConformanceProgram(
            name,
            entry.GetProperty("csharp").GetString()!,
            parameters,
            [.. arguments.Select((argument, i) => Argument(argument, parameters[i].Type))],
            Number(entry.GetProperty("expected_value")),
            Conventions.GetValueOrDefault(name) ?? [.. Numbers(entry.GetProperty("expected_gradient"))],
            entry.GetProperty("rtol").GetDouble());
    }

    private static object Argument(JsonElement value, string type) => type switch
    {
        "double" => Number(value),
        "int" => value.GetInt32(),
        "double[]" => Numbers(value).ToArray(),
        "int[]" => value.EnumerateArray().Select(static v => v.GetInt32()).ToArray(),
        "double[,]" => Matrix([.. value.EnumerateArray().Select(static row => Numbers(row).ToArray())]),
        _ => throw new ArgumentException($"No argument of type {type}.", nameof(type)),
    };

    private static double[,] Matrix(double[][] rows)
    {
        double[,] matrix = new double[rows.Length, rows[0].Length];

        for (int i = 0; i < matrix.Length; i++)
        {
            matrix[i / rows[0].Length, i % rows[0].Length] = rows[i / rows[0].Length][i % rows[0].Length];
        }

        return matrix;
    }

    private static IEnumerable<double> Numbers(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Numbers),
        _ => [Number(value)],
    };

    private static double Number(JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? value.GetDouble()
        : double.Parse(value.GetString()!, CultureInfo.InvariantCulture);
}
