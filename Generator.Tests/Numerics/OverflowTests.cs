using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Tests.Numerics;

/// <summary>Functions as textbooks write them, whose exponentials and squares overflow long before their slopes do.</summary>
public sealed class OverflowTests
{
    private static readonly ProbeParameter[] Parameters = [ProbeParameter.Of("x", "double"), ProbeParameter.Of("y", "double")];

    // Each with its partials, written so that nothing overflows.
    private static readonly Dictionary<string, (string Body, Func<double, double, (double X, double Y)> Slopes)> Cases = new()
    {
        ["Logistic"] = ("y / (1 + Math.Exp(-x))", static (x, y) => (y * Sigma(x) * Sigma(-x), Sigma(x))),
        ["Softplus"] = ("Math.Log(1 + Math.Exp(x)) + y", static (x, _) => (Sigma(x), 1)),
        ["LogAdd"] = ("Math.Log(Math.Exp(x) + Math.Exp(y))", static (x, y) => (Sigma(x - y), Sigma(y - x))),
        ["LogAddOfThree"] = (
            "Math.Log(Math.Exp(x) + Math.Exp(y) + 2)",
            static (x, y) => (1 / (1 + Math.Exp(y - x) + (2 * Math.Exp(-x))), 1 / (1 + Math.Exp(x - y) + (2 * Math.Exp(-y))))),
        ["LogAddOfDifference"] = ("Math.Log(Math.Exp(x - y) + Math.Exp(y))", static (x, y) => (Sigma(x - y - y), Sigma(y - (x - y)) - Sigma(x - y - y))),
    };

    private static readonly Lazy<Batch> Programs = new(static () => new Batch(
        Cases.Select(static c => (c.Key, Source(c.Key, c.Value.Body))), new CompileOptions { Optimize = true }));

    public static TheoryData<string> Names => [.. Cases.Keys];

    private static double[] Points => [0, 1, -1, 30, -30, 700, -700, 800, -800, 1e3, -1e3, 1e10, -1e10, 1e300, -1e300];

    [Theory]
    [MemberData(nameof(Names))]
    public void SlopesAreFiniteAndAccurateEverywhere(string name)
    {
        Assert.DoesNotContain(Programs.Value.Problems(name), static d => d.Severity == DiagnosticSeverity.Error);

        foreach (double x in Points)
        {
            foreach (double y in Points)
            {
                ProbeResult result = ProbeResult.Of(Programs.Value.Call(name + "Probe", Probe.Method, (object)new object[] { x, y }));
                (double byX, double byY) = Cases[name].Slopes(x, y);

                result.AssertConsistent($"{name} at {x}, {y}");
                Agreement.AssertNear([byX, byY], result.Gradient, 1e-12, $"{name} at {x}, {y}");
            }
        }
    }

    private static double Sigma(double x) => 1 / (1 + Math.Exp(-x));

    private static string Source(string name, string body) => $$"""
        using System;
        using Fluxion;

        static partial class {{name}}
        {
            [Differentiable]
            public static double F(double x, double y) => {{body}};
        }

        {{Probe.Source(name + "Probe", name, "F", Parameters)}}
        """;
}
