using Fluxion.Generator.Tests.Infrastructure;

namespace Fluxion.Generator.Tests.Documentation;

/// <summary>
/// What the documentation shows is so. Of a page's fenced blocks, in their order:
/// <list type="bullet">
/// <item><c>csharp</c> is a program that compiles without a warning and runs; a <c>text</c> block behind it is what it prints;</item>
/// <item><c>csharp continued</c> is added to the program before it; its <c>text</c> is what is printed beyond that;</item>
/// <item><c>csharp generated Name</c> is the method of that name which the generator makes of the program before it;</item>
/// <item><c>csharp FLX0101</c> is a program of which this is reported;</item>
/// <item><c>text stage …</c> is the program before it after that pass of the compiler;</item>
/// <item><c>text sample name</c> is part of what that sample prints;</item>
/// <item><c>xml</c> can be read; <c>sh</c> and <c>python</c> are for readers.</item>
/// </list>
/// What is computed (<c>text</c> and <c>csharp generated</c>) is written anew with
/// <c>FLUXION_ACCEPT_SNAPSHOTS=1</c>.
/// </summary>
[Collection(nameof(ConsoleOutput))]
public sealed class DocumentationTests
{
    private static readonly string[] Names =
    [
        .. Directory.GetFiles(RepositoryFolder.Of("docs"), "*.md").Order(StringComparer.Ordinal).Select(static path => Path.GetFileName(path)),
        "../README.md",
    ];

    public static TheoryData<string> Pages => [.. Names];

    /// <summary>The examples of diagnostics are members of a class, and have tests of their own.</summary>
    public static TheoryData<string> PagesOfPrograms => [.. Names.Where(static name => name != "diagnostics.md")];

    [Theory]
    [MemberData(nameof(PagesOfPrograms))]
    public void EveryBlockIsTrue(string page)
    {
        MarkdownPage read = MarkdownPage.Read(Path.Combine(RepositoryFolder.Of("docs"), page));
        new PageCheck(read).Run();
    }

    /// <summary>Pages link to files that are there.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryLinkLeadsSomewhere(string page)
    {
        string path = Path.Combine(RepositoryFolder.Of("docs"), page);
        string folder = Path.GetDirectoryName(path)!;
        Assert.All(MarkdownLinks.In(File.ReadAllText(path)), link => Assert.True(
            Path.Exists(Path.Combine(folder, link)), $"{page} links to {link}, which is not there"));
    }
}
