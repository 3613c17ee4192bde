using System.Text.RegularExpressions;

namespace Fluxion.Generator.Tests.Documentation;

/// <summary>The links of a page to files beside it.</summary>
internal static partial class MarkdownLinks
{
    public static IEnumerable<string> In(string text) => Link().Matches(text)
        .Select(static match => match.Groups[1].Value.Split('#')[0])
        .Where(static link => link.Length > 0 && !link.Contains("://", StringComparison.Ordinal));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
