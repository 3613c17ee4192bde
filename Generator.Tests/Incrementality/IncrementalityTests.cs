using System.Collections.Immutable;
using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fluxion.Generator.Tests.Incrementality;

/// <summary>What is written again after an edit: only what the methods that have changed need.</summary>
public sealed class IncrementalityTests
{
    private const string Loss = """
        using Fluxion;

        static partial class Model
        {
            [Differentiable]
            static double Loss(double w) => Helper.Square(w) + System.Math.Sin(w);
        }
        """;

    private const string Helpers = """
        static class Helper
        {
            public static double Square(double v) => v * v;
        }
        """;

    private const string Second = """
        using Fluxion;

        static partial class Other
        {
            [Differentiable]
            static double Cost(double w) => w * w;
        }
        """;

    private static readonly (string Path, string Text)[] Before =
        [("Loss.cs", Loss), ("Helpers.cs", Helpers), ("Second.cs", Second)];

    [Fact]
    public void EditInAHelperInAnotherFileDerivesItsCallerAnew()
    {
        GeneratorRunResult result = Edit("Helpers.cs", Helpers.Replace("v * v", "v * v * v", StringComparison.Ordinal));

        AssertReasons(result, TrackingNames.Model, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached);
        Assert.Contains(Reasons(result.TrackedOutputSteps), static reason => reason == IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void RenamedTypeWritesAnotherFile()
    {
        GeneratorRunResult result = Edit("Second.cs", Second.Replace("Other", "Another", StringComparison.Ordinal));

        AssertReasons(result, TrackingNames.Model, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified);
        Assert.Contains(result.GeneratedSources, static file => file.SourceText.ToString().Contains("partial class Another", StringComparison.Ordinal));
        Assert.DoesNotContain(result.GeneratedSources, static file => file.SourceText.ToString().Contains("partial class Other", StringComparison.Ordinal));
    }

    [Fact]
    public void MovedWarningRegeneratesNothing()
    {
        const string Stepwise = """
            using Fluxion;

            static partial class Model
            {
                [Differentiable]
                static double Loss(double w) => w * System.Math.Floor(w);
            }
            """;
        GeneratorRunResult result = Edit([("Loss.cs", Stepwise)], "Loss.cs", "\n\n" + Stepwise);

        Assert.Equal(6, Assert.Single(result.Diagnostics).Location.GetLineSpan().StartLinePosition.Line - 1);
        AssertReasons(result, TrackingNames.Parse, IncrementalStepRunReason.Modified);
        Assert.DoesNotContain(
            result.TrackedSteps[TrackingNames.Model].SelectMany(static step => step.Outputs),
            static output => output.Reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New);
    }

    private static GeneratorRunResult Edit(string path, string text) => Edit(Before, path, text);

    private static GeneratorRunResult Edit((string Path, string Text)[] before, string path, string text)
    {
        CSharpCompilation compilation = GeneratorHarness.Compile(before);
        SyntaxTree old = compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        SyntaxTree edited = CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)old.Options, path, System.Text.Encoding.UTF8);
        GeneratorRunResult result = GeneratorHarness.Driver(CompileOptions.Default.Parse)
            .RunGenerators(compilation)
            .RunGenerators(compilation.ReplaceSyntaxTree(old, edited))
            .GetRunResult().Results.Single();

        Assert.Equal(before.Count(static file => file.Text.Contains("[Differentiable]", StringComparison.Ordinal)), result.GeneratedSources.Length);
        return result;
    }

    private static void AssertReasons(GeneratorRunResult result, string step, params IncrementalStepRunReason[] expected) =>
        Assert.Equal(expected, result.TrackedSteps[step].SelectMany(static s => s.Outputs).Select(static output => output.Reason));

    private static IEnumerable<IncrementalStepRunReason> Reasons(
        ImmutableDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> steps) =>
        steps.Values.SelectMany(static s => s).SelectMany(static step => step.Outputs).Select(static output => output.Reason);
}
