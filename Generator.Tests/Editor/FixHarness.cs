using System.Collections.Immutable;
using Fluxion.Analyzers;
using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Fluxion.Generator.Tests.Editor;

/// <summary>An editor with one document: finds diagnostics in it, offers fixes and applies them.</summary>
internal sealed class FixHarness : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly Document _document;

    public FixHarness(string source)
    {
        ProjectId project = ProjectId.CreateNewId();
        CompileOptions options = CompileOptions.Default;
        _document = _workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(
                project, VersionStamp.Default, "Edited", "Edited", LanguageNames.CSharp,
                compilationOptions: options.Compilation, parseOptions: options.Parse,
                metadataReferences: GeneratorHarness.References))
            .AddDocument(DocumentId.CreateNewId(project), "Source.cs", SourceText.From(source))
            .GetProject(project)!.Documents.Single();
    }

    /// <summary>What generator and analyzers say about the document.</summary>
    public async Task<ImmutableArray<Diagnostic>> Diagnostics()
    {
        Compilation compilation = (await _document.Project.GetCompilationAsync())!;
        GeneratorDriver driver = GeneratorHarness.Driver((CSharpParseOptions)_document.Project.ParseOptions!)
            .RunGenerators(compilation);
        return
        [
            .. driver.GetRunResult().Diagnostics,
            .. AnalyzerHarness.Run(compilation, new UsageAnalyzer(), new AccumulationAnalyzer(), new TapeAnalyzer()),
        ];
    }

    /// <summary>The titles of the fixes for a diagnostic, and the text that each of them gives.</summary>
    public async Task<IReadOnlyList<(string Title, string Text)>> Fix(CodeFixProvider provider, Diagnostic diagnostic)
    {
        List<CodeAction> actions = [];
        await provider.RegisterCodeFixesAsync(
            new CodeFixContext(_document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        List<(string Title, string Text)> fixes = [];

        foreach (CodeAction action in actions)
        {
            ApplyChangesOperation change =
                (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
            SourceText text = await change.ChangedSolution.GetDocument(_document.Id)!.GetTextAsync();
            fixes.Add((action.Title, text.ToString()));
        }

        return fixes;
    }

    public void Dispose() => _workspace.Dispose();
}
