using System.Collections.Immutable;
using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Frontend;
using Fluxion.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Analyzers;

/// <summary>
/// Says as soon as it is typed that a method cannot be differentiable where and as it is declared. The generator asks the
/// same rules, and says nothing: it only adds no derivative.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UsageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. DiagnosticDescriptors.In(DiagnosticDescriptors.Usage)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Check, SymbolKind.Method);
        context.RegisterOperationAction(CheckLocal, OperationKind.LocalFunction);
    }

    private static void CheckLocal(OperationAnalysisContext context)
    {
        IMethodSymbol function = ((ILocalFunctionOperation)context.Operation).Symbol;

        if (function.GetAttributes().Any(AttributeReader.IsDifferentiable))
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.NotAMethod, function.Locations[0], function.Name));
        }
    }

    private static void Check(SymbolAnalysisContext context)
    {
        IMethodSymbol method = (IMethodSymbol)context.Symbol;
        DiagnosticSink diagnostics = new();

        foreach (AttributeData attribute in method.GetAttributes())
        {
            if (AttributeReader.IsDifferentiable(attribute))
            {
                UsageRules.Check(method, attribute, context.Compilation, diagnostics);
            }
            else if (DerivativeRules.IsRule(attribute))
            {
                RuleParser.Check(method, attribute, diagnostics);
            }
        }

        foreach (DiagnosticInfo diagnostic in diagnostics.Diagnostics)
        {
            context.ReportDiagnostic(diagnostic.ToDiagnostic());
        }
    }
}
