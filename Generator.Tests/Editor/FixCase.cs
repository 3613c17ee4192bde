using Microsoft.CodeAnalysis.CodeFixes;

namespace Fluxion.Generator.Tests.Editor;

/// <summary>A source with a diagnostic, and what a fix makes of it.</summary>
/// <param name="Id">The diagnostic.</param>
/// <param name="Name">What is fixed, in words for the test's name.</param>
/// <param name="Provider">The fix.</param>
/// <param name="Title">What it is chosen by.</param>
/// <param name="Before">The members of a class, in which <c>[|</c> and <c>|]</c> mark the place.</param>
/// <param name="After">The members after the fix.</param>
internal sealed record FixCase(string Id, string Name, CodeFixProvider Provider, string Title, string Before, string After)
{
    /// <summary>The declaration around the members.</summary>
    public string Header { get; init; } = "static partial class Model";

    public string HeaderAfter { get; init; } = "static partial class Model";

    /// <summary>Whether what is left is without a fault: a fix may leave the body, or its callers, to the user.</summary>
    public bool IsComplete { get; init; } = true;

    public string SourceBefore => Source(Header, Before);

    public string SourceAfter => Source(HeaderAfter, After);

    private static string Source(string header, string members) => $$"""
        using System;
        using System.Linq;
        using System.Threading.Tasks;
        using Fluxion;

        {{header}}
        {
        {{string.Join('\n', members.Split('\n').Select(static line => line.Length > 0 ? "    " + line : line))}}
        }
        """;
}
