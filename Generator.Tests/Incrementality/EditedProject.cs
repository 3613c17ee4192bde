using System.Collections.Immutable;
using System.Text;
using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Fluxion.Generator.Tests.Incrementality;

/// <summary>A project in an editor: files are parsed again where they have changed, and only there.</summary>
internal sealed record EditedProject(CSharpCompilation Compilation)
{
    public static EditedProject Of(params (string Path, string Text)[] files) => new(GeneratorHarness.Compile(files));

    /// <summary>The project with some text in a file replaced, as by typing.</summary>
    public EditedProject Replace(string path, string old, string @new)
    {
        string text = Tree(path).ToString();
        int index = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(index >= 0, $"'{old}' does not stand in {path}");
        return Write(path, text[..index] + @new + text[(index + old.Length)..]);
    }

    public EditedProject Write(string path, string text)
    {
        SyntaxTree old = Tree(path);
        SourceText source = old.GetText();
        int prefix = source.ToString().Zip(text).TakeWhile(static pair => pair.First == pair.Second).Count();
        int suffix = source.ToString()[prefix..].Reverse().Zip(text[prefix..].Reverse())
            .TakeWhile(static pair => pair.First == pair.Second).Count();
        TextChange change = new(
            TextSpan.FromBounds(prefix, source.Length - suffix), text[prefix..(text.Length - suffix)]);
        return new EditedProject(Compilation.ReplaceSyntaxTree(old, old.WithChangedText(source.WithChanges(change))));
    }

    public EditedProject Add(string path, string text)
    {
        CSharpParseOptions options = (CSharpParseOptions)Compilation.SyntaxTrees[0].Options;
        return new EditedProject(Compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(text, options, path, Encoding.UTF8)));
    }

    public EditedProject Remove(string path) => new(Compilation.RemoveSyntaxTrees(Tree(path)));

    public bool Has(string path) => Compilation.SyntaxTrees.Any(tree => tree.FilePath == path);

    /// <summary>What a run gave, in words: sources, and diagnostics with their places.</summary>
    public static string Describe(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        StringBuilder text = new();

        foreach (Diagnostic diagnostic in result.Diagnostics)
        {
            text.Append(diagnostic.IsSuppressed ? "suppressed " : "").AppendLine(diagnostic.ToString());
        }

        foreach (GeneratedSourceResult source in result.GeneratedSources)
        {
            text.Append("// ").AppendLine(source.HintName).Append(source.SourceText).AppendLine();
        }

        return text.ToString();
    }

    public static ImmutableArray<IncrementalStepRunReason> Reasons(GeneratorDriver driver, string step)
    {
        ImmutableDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> steps =
            driver.GetRunResult().Results.Single().TrackedSteps;
        return steps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> found)
            ? [.. found.SelectMany(static s => s.Outputs).Select(static output => output.Reason)]
            : [];
    }

    private SyntaxTree Tree(string path) => Compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
}
