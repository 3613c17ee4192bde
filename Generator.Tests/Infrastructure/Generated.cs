using System.Collections.Immutable;
using Fluxion.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fluxion.Generator.Tests.Infrastructure;

/// <summary>What a run of the generator gave.</summary>
/// <param name="Compilation">The user's sources and the generated ones.</param>
/// <param name="Run">What the driver says about its run of our generator.</param>
internal sealed record Generated(CSharpCompilation Compilation, GeneratorDriverRunResult Run)
{
    private readonly Lazy<ImmutableArray<Diagnostic>> _diagnostics =
        new(() => [.. Run.Results.Single().Diagnostics, .. AnalyzerHarness.Run(Compilation, new UsageAnalyzer())]);

    public GeneratorRunResult Result => Run.Results.Single();

    /// <summary>What a build reports: the generator, and the analyzer of how methods are declared.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _diagnostics.Value;

    public ImmutableArray<GeneratedSourceResult> Files => Result.GeneratedSources;

    /// <summary>The text of the only generated file.</summary>
    public string Text => Assert.Single(Files).SourceText.ToString();

    /// <summary>Everything the generator made, one file after another.</summary>
    public string AllText => string.Join('\n', Files.Select(static file => $"//{file.HintName}\n{file.SourceText}"));

    /// <summary>Warnings and errors of the compiler; documentation may be missing only from what the test wrote.</summary>
    public IReadOnlyList<Diagnostic> CompilerProblems() =>
    [
        .. Compilation.GetDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning
            && (d.Id != "CS1591" || IsGenerated(d.Location))),
    ];

    /// <summary>Whether a place is in generated code.</summary>
    public static bool IsGenerated(Location location) =>
        location.SourceTree is { } tree && tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal);

    /// <summary>Compiles and loads; any error of generator or compiler fails the test.</summary>
    public LoadedAssembly Load()
    {
        Assert.Null(Result.Exception);
        Assert.DoesNotContain(Result.Diagnostics, static d => d.Severity == DiagnosticSeverity.Error);
        Assert.DoesNotContain(CompilerProblems(), static d => d.Severity == DiagnosticSeverity.Error);
        return LoadedAssembly.Of(Compilation);
    }
}
