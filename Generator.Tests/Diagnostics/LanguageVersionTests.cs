using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fluxion.Generator.Tests.Diagnostics;

/// <summary>Projects that are compiled as an older C#.</summary>
public sealed class LanguageVersionTests
{
    private const string Source = """
        using Fluxion;

        static partial class Model
        {
            [Differentiable]
            public static double Loss(double[] x, double[,] m, (double A, double B) w, [Data] double[] d)
            {
                double s = 0;
                for (int i = 0; i < d.Length; i++) { s += x[i] * m[i, 0] * w.A * w.B * d[i]; }
                double t = 1;
                foreach (double v in x) { t = t * v + s; }
                return t * Walk(x, 0);
            }

            [Differentiable]
            public static double Rows(double[][] x, double w)
            {
                double s = 0;
                for (int i = 0; i < x.Length; i++) { s += x[i][0] * w; }
                return s;
            }

            private static double Walk(double[] x, int i) => i == x.Length ? 1 : x[i] * Walk(x, i + 1);
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp8)]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Latest)]
    public void GeneratedCodeIsOfThatVersionToo(LanguageVersion version)
    {
        Generated generated = GeneratorHarness.Run(Source, new CompileOptions { Language = version });

        Assert.Equal(2, generated.Files.Length);
        Assert.Empty(generated.CompilerProblems());
    }

    [Fact]
    public void VersionWithoutNullableReferencesIsRefused()
    {
        Generated generated = GeneratorHarness.Run(
            "static partial class Model { [Fluxion.Differentiable] static double Loss(double x) { return x; } }",
            new CompileOptions { Language = LanguageVersion.CSharp7_3 });

        Assert.Equal("FLX0227", Assert.Single(generated.Diagnostics).Id);
        Assert.Empty(generated.Files);
    }
}
