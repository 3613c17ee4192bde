using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Tests.Diagnostics;

/// <summary>Code that would take the compiler's stack or memory is refused, not attempted.</summary>
public sealed class SizeLimitTests
{
    [Fact]
    public void NestingBeyondTheStackIsRefused()
    {
        string nested = string.Concat(Enumerable.Repeat("Math.Sin(", 1000)) + "x" + new string(')', 1000);
        Generated generated = GeneratorHarness.Run($$"""
            using System;

            static partial class Model
            {
                [Fluxion.Differentiable]
                static double Loss(double x) => {{nested}};
            }
            """);

        // Whether so deep a tree fits depends on the stack; what may not happen is that the compiler dies of it.
        Assert.Null(generated.Result.Exception);
        Assert.True(generated.Files.Length == 1 || Assert.Single(generated.Diagnostics).Id == "FLX0106");
    }

    [Fact]
    public void CallsThatMultiplyWhenInlinedAreRefused()
    {
        IEnumerable<string> helpers = Enumerable.Range(1, 24)
            .Select(static i => $"static double H{i}(double x) => H{i - 1}(x) * H{i - 1}(x + 1);");
        Generated generated = GeneratorHarness.Run($$"""
            static partial class Model
            {
                static double H0(double x) => x;
                {{string.Join("\n    ", helpers)}}

                [Fluxion.Differentiable]
                static double Loss(double x) => H24(x);
            }
            """);

        Assert.Equal("FLX0107", Assert.Single(generated.Diagnostics).Id);
        Assert.True(generated.Diagnostics[0].Location.IsInSource);
        Assert.Empty(generated.Files);
    }
}
