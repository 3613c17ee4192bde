using System.Globalization;
using System.Text.RegularExpressions;
using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Fluxion.Generator.Tests.Diagnostics;

/// <summary>What is wrong is said at the smallest expression at fault, and nothing is generated from it.</summary>
public sealed partial class DiagnosticTests
{
    public static IEnumerable<object[]> Cases =>
        DiagnosticCases.All.Select(static (c, i) => (object[])[i, $"{c.Id}: {c.Name}"]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void FaultIsReportedAtItsPlace(int index, string name)
    {
        DiagnosticCase expected = DiagnosticCases.All[index];
        MarkedSource source = MarkedSource.Parse(expected.Source);
        Generated generated = GeneratorHarness.Run(source.Text);

        Diagnostic diagnostic = Assert.Single(generated.Diagnostics);
        Assert.True(
            (expected.Id, source.Span) == (diagnostic.Id, diagnostic.Location.SourceSpan),
            $"{name}: got {diagnostic.Id} at '{Quote(source.Text, diagnostic.Location.SourceSpan)}': {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
        Assert.Equal(diagnostic.Severity == DiagnosticSeverity.Error ? 0 : 1, generated.Files.Length);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void MessageFillsAllItsPlaces(int index, string name)
    {
        MarkedSource source = MarkedSource.Parse(DiagnosticCases.All[index].Source);

        Assert.All(
            GeneratorHarness.Run(source.Text).Diagnostics,
            diagnostic => Assert.False(EmptyPlace().IsMatch(diagnostic.GetMessage(CultureInfo.InvariantCulture)), name));
    }

    [Theory]
    [InlineData("#pragma warning disable FLX0110", true)]
    [InlineData("#pragma warning disable FLX0111", false)]
    public void PragmaSilencesItsWarning(string pragma, bool isSilent)
    {
        Generated generated = GeneratorHarness.Run($$"""
            static partial class Model
            {
                [Fluxion.Differentiable]
                static double Loss(double x)
                {
            {{pragma}}
                    return x * (int)x;
                }
            }
            """);

        Assert.Equal(isSilent, generated.Diagnostics.All(static d => d.IsSuppressed));
    }

    [Fact]
    public void ConversionUsedOnlyAsAnIndexOrAConditionIsNotReported()
    {
        Generated generated = GeneratorHarness.Run("""
            static partial class Model
            {
                [Fluxion.Differentiable]
                static double Loss(double x, double[] table) => (int)x > 3 ? x : x * table[(int)x];
            }
            """);

        Assert.Empty(generated.Diagnostics);
    }

    [Fact]
    public void ErrorInTheUsersCodeIsLeftToTheCompiler()
    {
        Generated generated = GeneratorHarness.Run("""
            static partial class Model
            {
                [Fluxion.Differentiable]
                static double Loss(double x) => x * unknown + ;
            }
            """);

        Assert.Empty(generated.Diagnostics);
        Assert.Null(generated.Result.Exception);
    }

    [Fact]
    public void FaultInOneMethodLeavesTheOthersAlone()
    {
        Generated generated = GeneratorHarness.Run("""
            static partial class Model
            {
                [Fluxion.Differentiable]
                static double Bad(double x) => x * double.Parse("2");

                [Fluxion.Differentiable]
                static double Good(double x) => x * x;
            }
            """);

        Assert.Equal("FLX0104", Assert.Single(generated.Diagnostics).Id);
        Assert.Contains("GoodGradient", generated.Text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\{\d\}|''")]
    private static partial Regex EmptyPlace();

    private static string Quote(string text, TextSpan span) =>
        span.End <= text.Length ? text.Substring(span.Start, span.Length) : span.ToString();
}
