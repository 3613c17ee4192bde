using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fluxion.Generator.Tests.Infrastructure;

/// <summary>Runs analyzers as an editor does.</summary>
internal static class AnalyzerHarness
{
    /// <summary>What the analyzers say; an exception in one of them is a diagnostic too.</summary>
    public static ImmutableArray<Diagnostic> Run(Compilation compilation, params DiagnosticAnalyzer[] analyzers) =>
        compilation.WithAnalyzers([.. analyzers]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
}
