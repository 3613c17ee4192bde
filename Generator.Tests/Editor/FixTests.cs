using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Fluxion.Generator.Tests.Editor;

/// <summary>What the editor offers about a diagnostic makes it go, and leaves code as people write it.</summary>
public sealed class FixTests
{
    public static IEnumerable<object[]> Cases =>
        FixCases.All.Select(static (c, i) => (object[])[i, $"{c.Id}: {c.Name}"]);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task FixGivesTheExpectedCode(int index, string name)
    {
        FixCase expected = FixCases.All[index];
        MarkedSource source = MarkedSource.Parse(expected.SourceBefore);
        using FixHarness editor = new(source.Text);
        Diagnostic diagnostic = (await editor.Diagnostics())
            .First(d => d.Id == expected.Id && d.Location.SourceSpan == source.Span);
        IReadOnlyList<(string Title, string Text)> fixes = await editor.Fix(expected.Provider, diagnostic);
        string text = Assert.Single(fixes, fix => fix.Title == expected.Title).Text;

        Assert.True(expected.SourceAfter == text, $"{name} gave\n{text}");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task FixedCodeHasNoFaultLeft(int index, string name)
    {
        FixCase expected = FixCases.All[index];
        using FixHarness editor = new(expected.SourceAfter);

        Assert.DoesNotContain(await editor.Diagnostics(), d => d.Id == expected.Id);

        if (expected.IsComplete)
        {
            Generated generated = GeneratorHarness.Run(expected.SourceAfter);
            Assert.True(generated.Files.Length > 0 || expected.Id == "FLX0215", name);
            Assert.DoesNotContain(generated.CompilerProblems(), static d => d.Severity == DiagnosticSeverity.Error);
        }
    }

    [Fact]
    public void EveryFixIsTested()
    {
        IEnumerable<Type> providers = typeof(Fluxion.CodeFixes.EditingFix).Assembly.GetTypes()
            .Where(static type => type.IsDefined(typeof(ExportCodeFixProviderAttribute), inherit: false));

        Assert.Equal(
            providers.SelectMany(static type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds
                .Select(id => $"{id} {type.Name}")).Order(StringComparer.Ordinal),
            FixCases.All.Select(static c => $"{c.Id} {c.Provider.GetType().Name}").Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>What a fix cannot do well it does not offer.</summary>
    [Theory]
    [InlineData("a method that writes to its instance", "double _n; [Differentiable] double Loss(double x) { _n = x; return x; }")]
    [InlineData("a method that calls another of its instance", "double N() => 1; [Differentiable] double Loss(double x) => x * N();")]
    public async Task FixIsNotOfferedFor(string name, string members)
    {
        using FixHarness editor = new($"using Fluxion; partial class Model {{ {members} }}");
        Diagnostic diagnostic = (await editor.Diagnostics()).Single(static d => d.Id == "FLX0202");

        Assert.True((await editor.Fix(new Fluxion.CodeFixes.MakeMethodStatic(), diagnostic)).Count == 0, name);
    }
}
