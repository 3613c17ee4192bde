using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Tests.Editor;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Tests.Diagnostics;

/// <summary>
/// Every diagnostic is explained: a section in <c>docs/diagnostics.md</c>, to which its help link leads, and a row in the
/// README's table of limits. The examples of the sections give what they are said to give.
/// </summary>
public sealed partial class DocumentationTests
{
    private static readonly DiagnosticDescriptor[] Descriptors =
    [
        .. typeof(DiagnosticDescriptors).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(static field => field.GetValue(null)).OfType<DiagnosticDescriptor>(),
    ];

    private static readonly string Help = Read("diagnostics.md");

    public static IEnumerable<object[]> Ids => Descriptors.Select(static d => (object[])[d.Id]);

    public static IEnumerable<object[]> Examples => ExamplePattern().Matches(Help)
        .Select(static match => (object[])[match.Groups["id"].Value, match.Groups["code"].Value]);

    [Theory]
    [MemberData(nameof(Ids))]
    public void DiagnosticHasASectionInItsHelp(string id)
    {
        DiagnosticDescriptor descriptor = Descriptors.Single(d => d.Id == id);
        Match section = SectionPattern().Matches(Help).SingleOrDefault(match => match.Groups["id"].Value == id)!;

        Assert.True(section is not null, $"docs/diagnostics.md lacks a section '## {id}': title, cause, example, what to write instead.");
        string severity = descriptor.DefaultSeverity == DiagnosticSeverity.Info ? "information" : $"{descriptor.DefaultSeverity}".ToLowerInvariant();
        Assert.Contains($"\n{descriptor.Title} ({severity}).\n", section.Value, StringComparison.Ordinal);
        Assert.Contains("\n**Instead:** ", section.Value, StringComparison.Ordinal);
        Assert.Equal($"docs/diagnostics.md#{id.ToLowerInvariant()}", descriptor.HelpLinkUri);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void DiagnosticHasARowInTheReadme(string id)
    {
        string kind = Descriptors.Single(d => d.Id == id).DefaultSeverity switch
        {
            DiagnosticSeverity.Warning => " (warning)",
            DiagnosticSeverity.Info => " (info)",
            _ => "",
        };

        Assert.True(
            Read("README.md").Contains($"\n| {id}{kind} | ", StringComparison.Ordinal),
            $"The README's table of diagnostics lacks a row '| {id}{kind} | message |'.");
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task ExampleGivesItsDiagnostic(string id, string code)
    {
        string members = code.Contains("class Model", StringComparison.Ordinal) ? code : $"static partial class Model\n{{\n{code}\n}}";
        using FixHarness editor = new($"using System;\nusing System.Threading.Tasks;\nusing Fluxion;\n\n{members}");
        ImmutableArray<Diagnostic> diagnostics = await editor.Diagnostics();

        Assert.True(diagnostics.Any(d => d.Id == id), $"The example of {id} gives {string.Join(", ", diagnostics)}");
    }

    [Fact]
    public void HelpHasNoSectionTooMany() => Assert.Equal(
        Descriptors.Select(static d => d.Id).Order(StringComparer.Ordinal),
        SectionPattern().Matches(Help).Select(static match => match.Groups["id"].Value));

    private static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"^## (?<id>FLX\d{4})\n(?:(?!^## ).*\n)*", RegexOptions.Multiline)]
    private static partial Regex SectionPattern();

    [GeneratedRegex(@"^## (?<id>FLX\d{4})\n(?:(?!^## |```).*\n)*```csharp\n(?<code>(?:(?!```).*\n)*)```", RegexOptions.Multiline)]
    private static partial Regex ExamplePattern();
}
