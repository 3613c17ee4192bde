using System.Globalization;
using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fluxion.Generator.Tests.Diagnostics;

/// <summary>A fault of the generator itself is a diagnostic, never a crash.</summary>
public sealed class InternalFailureTests
{
    [Fact]
    public void FailureNamesTheMethod()
    {
        GeneratorRunResult result = CSharpGeneratorDriver.Create(new BrokenModelGenerator())
            .RunGenerators(GeneratorHarness.Compile("")).GetRunResult().Results.Single();

        Assert.Null(result.Exception);
        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal("FLX0001", diagnostic.Id);
        Assert.Contains("'Loss(double)'", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(result.GeneratedSources);
    }

    // The compiler says what is wrong with them.
    [Theory]
    [InlineData("static class Helper { public static Missing Of(double x) => default; }")]
    [InlineData("static class Helper { public static double Of(Missing x) => 1; }")]
    [InlineData("static class Helper { public static double Of(double x) => x +; }")]
    [InlineData("static class Helper { public static double Of(double x) { Missing y = x; return y; } }")]
    [InlineData("static class Helper { static Missing M; public static double Of(double x) => x * M.Value; }")]
    [InlineData("static class Helper { public static double Of(double x) => new Part(x).Value; } struct Part(double x) { public Missing Value => x; }")]
    [InlineData("static class Helper { public static double Of(double x) => Inner.Of(x); class Inner : Missing { public static double Of(double x) => missing; } }")]
    [InlineData("static class Helper { public static double Of<T>(double x) => x; }")]
    [InlineData("static class Helper { public static double Of(double x) => x; public static double Of(double y) => y; }")]
    [InlineData("static class Helper { public static double Of(double x) { foreach (var p in Missing) { x += p; } return x; } }")]
    [InlineData("static class Helper { public static double Of(double x) { return x switch { Missing => 1, _ => x }; } }")]
    [InlineData("static class Helper")]
    public void CodeThatDoesNotCompileIsNoFailure(string helper)
    {
        Generated generated = GeneratorHarness.Run($$"""
            static partial class Model
            {
                [Fluxion.Differentiable]
                static double Loss(double x) => x * Helper.Of(x);
            }

            {{helper}}
            """);

        Assert.Null(generated.Result.Exception);
        Assert.Contains(generated.Compilation.GetDiagnostics(), static d => d.Severity == DiagnosticSeverity.Error);
        Assert.DoesNotContain(generated.Diagnostics, static d => d.Id == "FLX0001");
    }
}
