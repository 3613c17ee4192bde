using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fluxion.Generator.Tests.Diagnostics;

/// <summary>
/// Types of another project: an editor refers to the project and sees their source, a build to the assembly and does not.
/// Both take or refuse the same.
/// </summary>
public sealed class ForeignTypeTests
{
    private const string Library = """
        namespace Other;

        public struct Point { public double X; public double Y; }
        public readonly record struct Pair(double A, double B);
        public class Shape { public double Side; public double Area() => Side * Side; }
        """;

    [Theory]
    [InlineData("static double Loss(Other.Point p) => p.X * p.Y;")]
    [InlineData("static double Loss(Other.Pair p) => p.A * p.B;")]
    [InlineData("static double Loss((Other.Pair P, double W) t) => t.P.A * t.W;")]
    [InlineData("static double Loss(Other.Point[] p) => p[0].X;")]
    [InlineData("static double Loss(double x) { Other.Point p = new() { X = x }; return p.X; }")]
    [InlineData("static double Loss(double x) { Other.Pair p = new(x, x); return p.A; }")]
    [InlineData("static double Loss(double x) { Other.Point[] p = new Other.Point[2]; p[0].X = x; return p[0].X; }")]
    [InlineData("static readonly Other.Point P = new(); [Differentiable] static double Loss(double x) => P.X * x;")]
    [InlineData("static double Loss(double x) { Other.Shape s = new() { Side = x }; return s.Side; }")]
    [InlineData("class Own : Other.Shape { } [Differentiable] static double Loss(double x) { Own s = new() { Side = x }; return s.Side; }")]
    public void EditorAndBuildRefuseTheSame(string member)
    {
        CSharpCompilation other = GeneratorHarness.Compile([("Other.cs", Library)]).WithAssemblyName("Other");
        using MemoryStream image = new();
        Assert.True(other.Emit(image).Success);

        string[] inEditor = Errors(member, other.ToMetadataReference());
        string[] inBuild = Errors(member, MetadataReference.CreateFromImage(image.ToArray()));

        Assert.NotEmpty(inBuild);
        Assert.NotEmpty(inEditor);
        Assert.DoesNotContain("FLX0001", inEditor);
        Assert.DoesNotContain("FLX0001", inBuild);
    }

    [Theory]
    [InlineData("static double Loss((double X, double Y) t) => t.X * t.Y;")]
    [InlineData("struct Own { public double X; } [Differentiable] static double Loss(Own p) { Own q = p; return q.X; }")]
    [InlineData("static double Loss(System.Numerics.Vector2 v) => v.X;")]
    public void TypesOfTheProjectAndOfTheFrameworkAreTaken(string member) =>
        Assert.Empty(Errors(member, GeneratorHarness.Compile([("Other.cs", Library)]).WithAssemblyName("Other").ToMetadataReference()));

    private static string[] Errors(string member, MetadataReference library)
    {
        string marked = member.Contains("[Differentiable]", StringComparison.Ordinal) ? member : "[Differentiable] " + member;
        CSharpCompilation compilation = GeneratorHarness.Compile($"using Fluxion; static partial class Model {{ {marked} }}").AddReferences(library);
        GeneratorDriver driver = GeneratorHarness.Driver(CompileOptions.Default.Parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        Generated generated = new((CSharpCompilation)output, driver.GetRunResult());
        Assert.DoesNotContain(compilation.GetDiagnostics(), static d => d.Severity == DiagnosticSeverity.Error);
        return [.. generated.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.Id)];
    }
}
