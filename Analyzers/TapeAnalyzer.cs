using System.Collections.Immutable;
using Fluxion.Generator;
using Fluxion.Generator.Analysis;
using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Frontend;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Fluxion.Analyzers;

/// <summary>
/// Says in the editor which loops record values for the reverse sweep. It derives the method as the generator does; builds,
/// which show no information, do not run it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TapeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [DiagnosticDescriptors.LoopNeedsTape];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Check, SymbolKind.Method);
    }

    private static void Check(SymbolAnalysisContext context)
    {
        IMethodSymbol method = (IMethodSymbol)context.Symbol;

        if (method.GetAttributes().FirstOrDefault(AttributeReader.IsDifferentiable) is not AttributeData mark
            || !IsUsable(method, mark, context.Compilation))
        {
            return;
        }

        SyntaxNode[] declarations =
            [.. (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences.Select(r => r.GetSyntax(context.CancellationToken))];
        HashSet<SyntaxNode> reported = [];

        foreach (string cause in Causes(method, context))
        {
            if (declarations.Select(declaration => LoopAround(declaration, cause)).FirstOrDefault(static l => l is not null)
                is SyntaxNode loop && reported.Add(loop))
            {
                context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.LoopNeedsTape, Head(loop), cause));
            }
        }
    }

    private static bool IsUsable(IMethodSymbol method, AttributeData mark, Compilation compilation)
    {
        DiagnosticSink usage = new();
        UsageRules.Check(method, mark, compilation, usage);
        return !usage.HasErrors && !UsageRules.HasUnknownTypes(method);
    }

    private static IReadOnlyList<string> Causes(IMethodSymbol method, SymbolAnalysisContext context)
    {
        try
        {
            MethodBodies bodies = new(context.Compilation, context.CancellationToken);
            ParameterRole[] roles = [.. method.Parameters.Select(AttributeReader.RoleOf)];
            Function? function = OperationLowering.Lower(
                method, roles, new RoutineRegistry(method, bodies), new DiagnosticSink(), context.CancellationToken);
            return function is null ? [] : TapedStatements.Of(
                DerivativePipeline.Normalize(function), DerivativePipeline.Differentiate(function, context.CancellationToken));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The generator fails on it too, and reports that.
            return [];
        }
    }

    /// <summary>The innermost loop around the statement; a statement of a method that is called stands where a call is.</summary>
    private static SyntaxNode? LoopAround(SyntaxNode declaration, string statement)
    {
        SyntaxNode[] inLoops = [.. declaration.DescendantNodes().Where(static node =>
            node is StatementSyntax or VariableDeclaratorSyntax && Loop(node) is not null)];
        SyntaxNode? place = inLoops.FirstOrDefault(node => StatementText.Of(node) == statement)
            ?? inLoops.FirstOrDefault(static node =>
                node is not BlockSyntax && node.DescendantNodes().Any(static part => part is InvocationExpressionSyntax));
        return place is null ? null : Loop(place);
    }

    private static StatementSyntax? Loop(SyntaxNode node) => node.Ancestors().OfType<StatementSyntax>().FirstOrDefault(
        static outer => outer is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax);

    private static Location Head(SyntaxNode loop)
    {
        SyntaxToken end = loop is DoStatementSyntax
            ? loop.GetFirstToken()
            : loop.ChildTokens().Last(static token => token.IsKind(SyntaxKind.CloseParenToken));
        return Location.Create(loop.SyntaxTree, TextSpan.FromBounds(loop.SpanStart, end.Span.End));
    }
}
