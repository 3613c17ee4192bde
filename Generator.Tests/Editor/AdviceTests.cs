using System.Collections.Immutable;
using System.Globalization;
using Fluxion.Analyzers;
using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Tests.Editor;

/// <summary>What analyzers advise, and where they keep quiet.</summary>
public sealed class AdviceTests
{
    [Theory]
    [InlineData("static float Cost(float w, [Data] float[] x) { float s = 0; for (int i = 0; i < x.Length; i++) { [|s += w * x[i]|]; } return s; }", "x")]
    [InlineData("static float Cost(float w, [Data] float[] x, int n) { float s = 0; for (int i = 0; i < n; i++) { [|s -= w * x[i]|]; } return s; }", "x")]
    [InlineData("static float Cost(float w) { float s = 0; foreach (float x in Rows) { [|s += w * x|]; } return s; }", "Rows")]
    [InlineData("static float Cost(float w) { float s = 0; for (int i = 0; i < 1_000_000; i++) { [|s += w * i|]; } return s; }", "1000000")]
    [InlineData("static float Cost(float[] w, [Data] float[] x) { float s = 0; for (int i = 0; i < x.Length; i++) { for (int j = 0; j < w.Length; j++) { [|s += w[j] * x[i]|]; } } return s; }", "x")]
    public void RowsAddedUpInFloatAreFound(string method, string rows)
    {
        (Diagnostic diagnostic, MarkedSource source) = Single(method, new AccumulationAnalyzer());

        Assert.Equal(("FLX0301", source.Span), (diagnostic.Id, diagnostic.Location.SourceSpan));
        Assert.StartsWith($"'s' adds up the rows of '{rows}' in float", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("static double Cost(double w, [Data] float[] x) { double s = 0; for (int i = 0; i < x.Length; i++) { s += w * x[i]; } return s; }")]
    [InlineData("static float Cost(float[] w) { float s = 0; for (int i = 0; i < w.Length; i++) { s += w[i]; } return s; }")]
    [InlineData("static float Cost(float w) { float s = 0; foreach (float x in Few) { s += w * x; } return s; }")]
    [InlineData("static float Cost(float w) { float s = 0; for (int i = 0; i < 10; i++) { s += w * i; } return s; }")]
    [InlineData("static float Cost(float[] w, [Data] float[] x) { double t = 0; for (int i = 0; i < x.Length; i++) { float s = 0; for (int j = 0; j < w.Length; j++) { s += w[j] * x[i]; } t += s; } return (float)t; }")]
    public void SumsOfFewTermsAreLeftAlone(string method) => Assert.Empty(Advice(method, new AccumulationAnalyzer()));

    [Theory]
    [InlineData("static double Cost(double h, double[] x) { [|for (int i = 0; i < x.Length; i++)|] { h = Math.Tanh(h * x[i]); } return h; }", "h = Math.Tanh(h * x[i])")]
    [InlineData("static double Cost(double x) { [|while (x < 100)|] { x = x * x + 1; } return x; }", "x = x * x + 1")]
    [InlineData("static double Cost(double x, int n) { int i = 0; [|do|] { x = Math.Sin(x) * x; i++; } while (i < n); return x; }", "x = Math.Sin(x) * x")]
    [InlineData("static double Step(double h) => Math.Exp(-h * h); [Differentiable] static double Cost(double h, int n) { [|for (int i = 0; i < n; i++)|] { h = Step(h); } return h; }", "Math.Exp(-h * h)")]
    public void LoopThatRecordsIsShownWithItsCause(string method, string statement)
    {
        (Diagnostic diagnostic, MarkedSource source) = Single(method, new TapeAnalyzer());

        Assert.Equal(("FLX0303", source.Span), (diagnostic.Id, diagnostic.Location.SourceSpan));
        Assert.Contains($"because of '{statement}'", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("static double Cost(double w, [Data] double[] x) { double s = 0; for (int i = 0; i < x.Length; i++) { double e = Math.Tanh(w * x[i]); s += e * e; } return s; }")]
    [InlineData("static double Cost(double[] w) { double s = 1; foreach (double v in w) { s += v; } return s * s; }")]
    [InlineData("static string Cost(double w) => \"not differentiable\";")]
    public void LoopWithoutTapeIsLeftAlone(string method) => Assert.Empty(Advice(method, new TapeAnalyzer()));

    [Theory]
    [InlineData("if (x == 0) { throw new ArgumentException(\"zero\"); } return 1 / x;")]
    [InlineData("if (x < 0 || (x == 0)) throw new ArgumentException(\"not positive\"); return Math.Log(x);")]
    [InlineData("return x != x ? 0 : x;")]
    [InlineData("return n == 0 ? x : x * x;")]
    [InlineData("return Gradient.Stop(x) == 0 ? 1 : Math.Sin(x) / x;")]
    [InlineData("double y = n; return y == 2 ? x : x * x;")]
    public void ComparisonThatDecidesNothingIsLeftAlone(string body) => Assert.Empty(
        GeneratorHarness.Run(Source($"static double Loss(double x, int n) {{ {body} }}").Text).Diagnostics);

    private static (Diagnostic Diagnostic, MarkedSource Source) Single(
        string method, Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer analyzer) =>
        (Assert.Single(Advice(method, analyzer)), Source(method));

    private static ImmutableArray<Diagnostic> Advice(
        string method, Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer analyzer) =>
        AnalyzerHarness.Run(GeneratorHarness.Compile(Source(method).Text), analyzer);

    private static MarkedSource Source(string method)
    {
        string attribute = method.Contains("[Differentiable]", StringComparison.Ordinal) ? "" : "[Differentiable] ";
        string text = $$"""
            using System;
            using Fluxion;

            static partial class Model
            {
                static readonly float[] Rows = Load();
                static readonly float[] Few = [1, 2, 3];

                static float[] Load() => new float[1_000_000];

                {{attribute}}{{method}}
            }
            """;
        return text.Contains("[|", StringComparison.Ordinal) ? MarkedSource.Parse(text) : new MarkedSource(text, default);
    }
}
