using System.Reflection;
using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Tests.Editor;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Tests.Diagnostics;

/// <summary>Every descriptor is documented, released and tested.</summary>
public sealed class DescriptorTests
{
    // Tested elsewhere than by a row of DiagnosticCases, and where.
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["FLX0001"] = nameof(InternalFailureTests),
        ["FLX0106"] = nameof(SizeLimitTests),
        ["FLX0107"] = nameof(SizeLimitTests),
        ["FLX0216"] = nameof(OverloadTests),
        ["FLX0225"] = nameof(OverloadTests),
        ["FLX0227"] = nameof(LanguageVersionTests),
        ["FLX0301"] = nameof(AdviceTests),
        ["FLX0303"] = nameof(AdviceTests),
    };

    private static readonly DiagnosticDescriptor[] Descriptors =
    [
        .. typeof(DiagnosticDescriptors).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(static field => field.GetValue(null)).OfType<DiagnosticDescriptor>(),
    ];

    [Fact]
    public void EveryDiagnosticIsTested()
    {
        IEnumerable<string> tested = DiagnosticCases.All.Select(static c => c.Id).Concat(Elsewhere.Keys).Distinct();

        Assert.Equal(Descriptors.Select(static d => d.Id).Order(StringComparer.Ordinal), tested.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryDiagnosticHasARowInTheReleaseNotes()
    {
        string[] rows = ReadRows();
        IEnumerable<string> expected = Descriptors
            .Select(static d => $"{d.Id} | {d.Category} | {d.DefaultSeverity} | {d.Title}")
            .Order(StringComparer.Ordinal);

        Assert.Equal(expected, rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void NumbersFollowTheCategories() => Assert.All(Descriptors, static d =>
    {
        string expected = d.Id[..5] switch
        {
            "FLX00" => "Fluxion.Internal",
            "FLX01" => "Fluxion.Lowering",
            "FLX02" => "Fluxion.Usage",
            "FLX03" => "Fluxion.Advice",
            _ => "a category that the tests know",
        };
        Assert.Equal(expected, d.Category);
    });

    private static string[] ReadRows()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("AnalyzerReleases.Unshipped.md")!;
        using StreamReader reader = new(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(static line => line.Trim()).Where(static line => line.StartsWith("FLX", StringComparison.Ordinal))];
    }
}
