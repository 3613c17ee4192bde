using Fluxion.Generator.Tests.Infrastructure;

namespace Fluxion.Generator.Tests.Language;

/// <summary>Through <c>decimal</c> and <c>Half</c> values pass to the last digit, and derivatives do not.</summary>
public sealed class CutNumberTests
{
    [Theory]
    [InlineData(
        "decimal d = (decimal)x * 2m + 0.10m; if (d > 1m && d != 3) { d = decimal.Round(d, 1); } d++; d -= 1; d = -d; return (double)d + x * y;",
        0.7, 1.23)]
    [InlineData(
        "decimal d = 4; for (int i = 0; i < 3; i++) { d += (decimal)y / 3; d = Math.Max(d, 0.5m); } "
        + "double r = d switch { > 100m => 1, 5m => 2, _ => x * y * y }; return r + (double)(decimal.Floor(d) + Math.Abs(-d) + decimal.One);",
        0.49, 1.722)]
    [InlineData(
        "Half h = (Half)x; Half g = h * (Half)2 + Half.Sqrt(h); g += h; h++; return (double)g + (float)(-h) + x * y + (h > g ? 1 : 0);",
        0.7, 1.23)]
    public void ValueIsTheMethodsAndTheDerivativeEnds(string body, double dX, double dY)
    {
        LoadedAssembly assembly = GeneratorHarness.Run(Source(body)).Load();
        object?[] arguments = [1.23, 0.7, 0.0, 0.0];
        double value = (double)assembly.Call("Model", "LossValueAndGradient", arguments)!;

        Assert.Equal((double)assembly.Call("Model", "Loss", 1.23, 0.7)!, value);
        Agreement.AssertNear([dX, dY], [(double)arguments[2]!, (double)arguments[3]!], 1e-12, body);
    }

    [Theory]
    [InlineData("return (double)(decimal)Gradient.Stop(x) + x * y;")]
    [InlineData("return Gradient.Stop((double)(decimal)x) + x * y;")]
    [InlineData("return Gradient.Stop((double)(decimal)x * 2 + (int)y) * x + y;")]
    [InlineData("return (decimal)x > 1m ? x * y : y;")]
    public void WhatIsHeldOrOnlyDecidesIsNotReported(string body) =>
        Assert.Empty(GeneratorHarness.Run(Source(body)).Diagnostics);

    private static string Source(string body) => $$"""
        using System;
        using Fluxion;

        static partial class Model
        {
            [Differentiable]
            public static double Loss(double x, double y) { {{body}} }
        }
        """;
}
