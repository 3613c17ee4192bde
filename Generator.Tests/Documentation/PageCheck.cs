using System.Xml.Linq;
using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Tests.Documentation;

/// <summary>Goes through the blocks of a page; see <see cref="DocumentationTests"/> for what each kind means.</summary>
internal sealed class PageCheck(MarkdownPage page)
{
    private static readonly bool Accepts = Environment.GetEnvironmentVariable("FLUXION_ACCEPT_SNAPSHOTS") == "1";

    private readonly List<(CodeBlock Block, string Text)> _accepted = [];
    private DocumentedProgram? _program;
    private Generated? _generated;
    private string _printed = "";
    private string _output = "";

    public void Run()
    {
        try
        {
            foreach (CodeBlock block in page.Blocks)
            {
                Check(block);
            }
        }
        finally
        {
            // From the end, so that what is replaced does not move what is not yet.
            foreach ((CodeBlock block, string text) in Enumerable.Reverse(_accepted))
            {
                page.Replace(block, text);
            }
        }
    }

    private void Check(CodeBlock block)
    {
        switch (block.Language, block.Kind)
        {
            case ("csharp", ""):
                _program = new DocumentedProgram();
                _printed = "";
                RunProgram(block);
                break;
            case ("csharp", "continued"):
                RunProgram(block);
                break;
            case ("csharp", _) when block.Kind.StartsWith("generated ", StringComparison.Ordinal):
                Expect(block, GeneratedMethod.Text(Before(block), block.Kind["generated ".Length..]));
                break;
            case ("csharp", _):
                CheckReported(block);
                break;
            case ("text", ""):
                Before(block);
                Expect(block, _output);
                break;
            case ("text", _) when block.Kind.StartsWith("stage ", StringComparison.Ordinal):
                Expect(block, PipelineStages.Print(Before(block), block.Kind["stage ".Length..]));
                break;
            case ("text", _) when block.Kind.StartsWith("sample ", StringComparison.Ordinal):
                CheckSample(block, block.Kind["sample ".Length..]);
                break;
            case ("xml", ""):
                XElement.Parse($"<all>{block.Text}</all>");
                break;
            default:
                Assert.True(block.Language is "sh" or "python", $"{block.Place(page.Name)}: no test knows what '{block.Language} {block.Kind}' is");
                break;
        }
    }

    private void RunProgram(CodeBlock block)
    {
        Assert.True(_program is not null, $"{block.Place(page.Name)}: there is nothing to continue");
        _program.Add(block.Text);
        _generated = _program.Compile();
        IEnumerable<Diagnostic> problems = _generated.Diagnostics.Concat(_generated.CompilerProblems())
            .Where(static problem => problem.Severity >= DiagnosticSeverity.Warning);
        Assert.True(!problems.Any(), $"{block.Place(page.Name)}: {string.Join("\n", problems)}");

        // A program that goes on prints what it printed before, too.
        string all = DocumentedProgram.Run(_generated);
        _output = all[_printed.Length..];
        _printed = all;
    }

    // The outputs of samples are compared elsewhere; a page may leave lines of them out.
    private void CheckSample(CodeBlock block, string sample)
    {
        string[] printed = File.ReadAllLines(RepositoryFolder.Of($"Samples/Expected/{sample}.txt"));
        Assert.All(
            block.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(static line => line != "…"),
            line => Assert.True(printed.Contains(line), $"{block.Place(page.Name)}: the sample does not print '{line}'"));
    }

    private void CheckReported(CodeBlock block)
    {
        DocumentedProgram program = new();
        program.Add(block.Text);
        IEnumerable<string> reported = program.Compile().Diagnostics.Select(static problem => problem.Id);
        Assert.True(reported.Contains(block.Kind), $"{block.Place(page.Name)}: reported is {string.Join(", ", reported)}");
    }

    private Generated Before(CodeBlock block)
    {
        Assert.True(_generated is not null, $"{block.Place(page.Name)}: there is no program before it");
        return _generated;
    }

    private void Expect(CodeBlock block, string text)
    {
        if (Accepts)
        {
            _accepted.Add((block, text));
        }
        else
        {
            Assert.True(block.Text == text, $"{block.Place(page.Name)}: it is now\n{text}");
        }
    }
}
