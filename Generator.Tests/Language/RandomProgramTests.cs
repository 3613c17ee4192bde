using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Tests.Language;

/// <summary>Programs that nobody would write, against numeric differences of themselves.</summary>
public sealed class RandomProgramTests
{
    private const int Programs = 150;

    private static readonly ProbeParameter[] Parameters =
        [ProbeParameter.Of("x", "double"), ProbeParameter.Of("y", "double"), ProbeParameter.Of("a", "double[]"), ProbeParameter.Of("n", "int")];

    private static readonly Lazy<Batch> Batch = new(static () => new Batch(
        Enumerable.Range(0, Programs).Select(static seed => (Name(seed), Source(seed))), new CompileOptions { Optimize = true }));

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, Programs)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void GradientAgreesWithDifferences(int seed)
    {
        Assert.DoesNotContain(Batch.Value.Problems(Name(seed)), static d => d.Severity == DiagnosticSeverity.Error);

        foreach (int n in (int[])[-1, 0, 2, 3])
        {
            double[] point = [0.37, 0.81, 0.25, 0.62, 1.13];
            ProbeResult result = Run(seed, point, n);
            result.AssertConsistent($"program {seed}, n = {n}");

            for (int i = 0; i < point.Length; i++)
            {
                int position = i;
                (double slope, double error) = NumericDerivative.At(
                    value => Run(seed, [.. point.Select((p, j) => j == position ? value : p)], n).Value, point[i], 0.002);

                // Next to a change of path differences say nothing.
                if (error < 1e-6 * Math.Max(1, Math.Abs(slope)))
                {
                    Assert.True(
                        Agreement.Near(slope, result.Gradient[i], 1e-5),
                        $"program {seed}, n = {n}, partial {i}: expected {slope}, got {result.Gradient[i]}\n{RandomProgram.Text(seed)}");
                }
            }
        }
    }

    private static ProbeResult Run(int seed, double[] point, int n) => ProbeResult.Of(Batch.Value.Call(
        Name(seed) + "Probe", Probe.Method, (object)new object[] { point[0], point[1], point[2..], n }));

    private static string Name(int seed) => $"Random_{seed}";

    private static string Source(int seed) => $$"""
        using System;
        using Fluxion;

        static partial class {{Name(seed)}}
        {
            [Differentiable]
            public {{RandomProgram.Text(seed)}}
        }

        {{Probe.Source(Name(seed) + "Probe", Name(seed), "F", Parameters)}}
        """;
}
