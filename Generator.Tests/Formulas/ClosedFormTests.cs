using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Tests.Formulas;

/// <summary>What has no closed form gets no expression trees; who asks for them is told why, where it stands.</summary>
public sealed class ClosedFormTests
{
    [Theory]
    [InlineData("double s = x; [|for (int i = 0; i < 9; i++)|] { s = s * s + x; } return s;", "'s' depends on what it was")]
    [InlineData("double s = x; [|while (s > 1)|] { s *= 0.5; } return s;", "'while' runs until")]
    [InlineData("double s = x; [|do|] { s *= 0.5; } while (s > 1); return s;", "'while' runs until")]
    [InlineData("double[] a = new double[n]; a[0] = x; [|return a[n - 1] * x;|]", "an array that the method")]
    public void ConstructIsNamedAtItsPlace(string marked, string reason)
    {
        MarkedSource source = MarkedSource.Parse($$"""
            using System;
            using Fluxion;

            static partial class Model
            {
                [Differentiable(Derivatives.Expressions)]
                static double Loss(double x, int n) { {{marked}} }
            }
            """);

        Generated generated = GeneratorHarness.Run(source.Text);
        Diagnostic diagnostic = Assert.Single(generated.Diagnostics, static d => d.Id == "FLX0212");

        Assert.Contains(reason, diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(source.Span, diagnostic.Location.SourceSpan);
        Assert.Empty(generated.Files);
    }

    [Theory]
    [InlineData("double s = x; for (int i = 0; i < 9; i++) { s = s * s + x; } return s;")]
    [InlineData("if (x < 0) { throw new ArgumentException(); } return x * x;")]
    [InlineData("double[] a = new double[n]; for (int i = 0; i < n; i++) { a[i] = x * i; } a[0] = a[n - 1]; return a[0] * a[1];")]
    public void NothingIsSaidWhereNobodyAsked(string body)
    {
        Generated generated = GeneratorHarness.Run($$"""
            using System;
            using Fluxion;

            static partial class Model
            {
                [Differentiable]
                static double Loss(double x, int n) { {{body}} }
            }
            """);

        Assert.Empty(generated.Diagnostics);
        Assert.Contains("LossGradient", generated.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("LossExpressions", generated.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void FormulaThatDoublesWithEachStatementIsLeftOutInTime()
    {
        string squares = string.Concat(Enumerable.Repeat("y = y * y + x * Math.Sin(y);\n", 60));
        Generated generated = GeneratorHarness.Run($$"""
            using System;
            using Fluxion;

            static partial class Model
            {
                [Differentiable]
                static double Loss(double x) { double y = x; {{squares}} return y; }
            }
            """);

        Assert.Empty(generated.Diagnostics);
        Assert.DoesNotContain("LossExpressions", generated.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void TypeOfThatNameIsLeftAlone()
    {
        Generated generated = GeneratorHarness.Run("""
            using Fluxion;

            static partial class Model
            {
                static class LossExpressions { }

                [Differentiable]
                static double Loss(double x) => x * x;
            }
            """);

        generated.Load();
        Assert.DoesNotContain("LossExpressions", generated.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void GradientTellsItsCostAndItsKinks()
    {
        string text = GeneratorHarness.Run("""
            using System;
            using Fluxion;

            static partial class Model
            {
                [Differentiable]
                static double Loss(double x)
                {
                    double y = x;
                    for (int i = 0; i < 100; i++)
                    {
                        y = Math.Sin(y) * x;
                    }
                    double size = Math.Abs(y);
                    return size;
                }
            }
            """).Text;

        Assert.Contains("Operations: <c>201</c> for the value", text, StringComparison.Ordinal);
        Assert.Contains("Stored for the reverse sweep: <c>1600</c> bytes.", text, StringComparison.Ordinal);
        Assert.Contains("<c>Math.Abs</c> at 0: derivative 0, in <c>size = Math.Abs(y)</c>.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void PageTellsWhatThereIsNoFormulaFor()
    {
        Generated generated = GeneratorHarness.Run("""
            using System;
            using Fluxion;

            static partial class Model
            {
                [Differentiable(Derivatives.Gradient, FormulaFile = true)]
                static double Loss(double x) { double s = x; for (int i = 0; i < 9; i++) { s = s * s + x; } return Math.Max(s, 1); }
            }
            """);

        GeneratedSourceResult page = Assert.Single(
            generated.Files, static file => file.HintName == "Model.Loss.Formulas.g.cs");

        Assert.Equal(
            """
            // <auto-generated/>
            // # `Loss(double)`
            //
            // There is no closed form of all of it: `s` depends on what it was in the iteration before, and is not a sum.
            //
            // Operations: 19 for the value, 49 with the gradient.
            //
            // Stored for the reverse sweep: 72 bytes.
            //
            // `Math.Max` at a tie: half to each argument, in `return Math.Max(s, 1)`.

            """,
            page.SourceText.ToString());
    }
}
