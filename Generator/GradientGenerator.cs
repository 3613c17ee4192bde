using Fluxion.Generator.Frontend;
using Fluxion.Generator.Frontend.Caching;
using Fluxion.Generator.Models;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator;

/// <summary>Adds derivatives to the types whose methods are marked <c>[Differentiable]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class GradientGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Reruns on every edit, for outlines: files that nobody has edited have theirs already. A method that would be
        // lowered to the same is equal to what it was before, and is left out.
        IncrementalValuesProvider<MarkedMethod> marked = context.CompilationProvider
            .SelectMany(ProjectInput.Files)
            .SelectMany(static (file, _) => file.Methods)
            .WithComparer(MarkedMethod.SameResult)
            .WithTrackingName(TrackingNames.Marked);

        // Reads symbols and operations, returns plain data.
        IncrementalValuesProvider<ParseResult> methods = marked
            .Select(static (method, cancellation) => method.Lower(cancellation))
            .WithTrackingName(TrackingNames.Parse);

        // The caching boundary: everything after it depends on the model alone.
        IncrementalValuesProvider<MethodModel> models = methods
            .Select(static (result, _) => result.Model!)
            .Where(static model => model is not null)
            .WithTrackingName(TrackingNames.Model);

        IncrementalValuesProvider<DiagnosticInfo> diagnostics = methods
            .SelectMany(static (result, _) => result.Diagnostics)
            .WithTrackingName(TrackingNames.Diagnostics);

        context.RegisterSourceOutput(models, DerivativePipeline.AddSource);

        context.RegisterSourceOutput(diagnostics, static (output, diagnostic) =>
            output.ReportDiagnostic(diagnostic.ToDiagnostic()));
    }
}
