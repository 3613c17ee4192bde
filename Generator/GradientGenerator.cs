using Fluxion.Generator.Frontend;
using Fluxion.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fluxion.Generator;

/// <summary>Adds derivatives to the types whose methods are marked <c>[Differentiable]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class GradientGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Reruns on every edit: read symbols and operations, return plain data.
        IncrementalValuesProvider<ParseResult> methods = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "Fluxion.DifferentiableAttribute",
                static (node, _) => node is MethodDeclarationSyntax,
                MethodParser.Parse)
            .WithTrackingName(TrackingNames.Parse);

        // The caching boundary: everything after it depends on the model alone.
        IncrementalValuesProvider<MethodModel> models = methods
            .Select(static (result, _) => result.Model!)
            .Where(static model => model is not null)
            .WithTrackingName(TrackingNames.Model);

        IncrementalValuesProvider<DiagnosticInfo> diagnostics = methods
            .SelectMany(static (result, _) => result.Diagnostics)
            .WithTrackingName(TrackingNames.Diagnostics);

        IncrementalValuesProvider<DiagnosticInfo> rules = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "Fluxion.DerivativeOfAttribute",
                static (node, _) => node is MethodDeclarationSyntax,
                RuleParser.Check)
            .SelectMany(static (found, _) => found)
            .WithTrackingName(TrackingNames.Rules);

        context.RegisterSourceOutput(models, DerivativePipeline.AddSource);

        context.RegisterSourceOutput(diagnostics, static (output, diagnostic) =>
            output.ReportDiagnostic(diagnostic.ToDiagnostic()));

        context.RegisterSourceOutput(rules, static (output, diagnostic) =>
            output.ReportDiagnostic(diagnostic.ToDiagnostic()));
    }
}
