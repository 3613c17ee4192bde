using System.Globalization;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Tests.Infrastructure;
using Fluxion.Generator.Tests.Oracle;
using Fluxion.Generator.Tests.Regressions;
using FsCheck;
using FsCheck.Fluent;

namespace Fluxion.Generator.Tests.RandomPrograms;

/// <summary>Programs that nobody would write, against the same programs on dual numbers.</summary>
public sealed class RandomProgramTests
{
    private static readonly int Count = Setting("FLUXION_RANDOM_PROGRAMS", 100);
    private static readonly int First = Setting("FLUXION_RANDOM_SEED", 0);

    // Shrinking takes a minute, and the second failure often has the cause of the first.
    private const int Shrunk = 4;

    [Fact]
    public void OracleKnowsEveryFunctionButTheseFew()
    {
        string[] unknown =
        [
            .. PrimitiveTable.All
                .Where(static p => p is { Notation: Notation.Math or Notation.Scalar, IsDifferentiable: true } && !Grammar.IsKnown(p))
                .Select(static p => $"{p.Name}/{p.Arity}").Order(StringComparer.Ordinal),
        ];

        // Estimates and neighbours, other names for a maximum, and what takes integers.
        Assert.Equal(
            [
                "BitDecrement/1", "BitIncrement/1", "ClampNative/3", "ILogB/1", "MaxMagnitudeNumber/2", "MaxNative/2",
                "MinMagnitudeNumber/2", "MinNative/2", "MultiplyAddEstimate/3", "ReciprocalEstimate/1", "ReciprocalSqrtEstimate/1",
                "RootN/2", "Round/2", "Round/3", "ScaleB/2", "Sign/1",
            ],
            unknown);
    }

    [Fact]
    public void DebugAndReleaseAgree() => Assert.DoesNotContain(
        Campaign.Run(First, Math.Min(Count, 20), optimize: false), static r => r.Verdict != OracleVerdict.Agrees && r.Verdict != OracleVerdict.SaysNothing);

    [Fact]
    public void TextGrowsLinearly()
    {
        foreach (int seed in (int[])[1, 2, 3])
        {
            Node[] statements = Grammar.Sequence(ProgramGenerator.Method with { IsOuter = false, Vectors = ["a", "b", "t"], Memories = [] }, 10).Sample(1, new Rnd((ulong)seed, 1), 0).Single();
            int[] lengths = [.. ((int[])[1, 2, 3]).Select(times => GeneratedLength([.. Enumerable.Repeat(statements, times).SelectMany(static s => s)]))];

            Assert.InRange(lengths[2] - lengths[1], 0, 1.5 * (lengths[1] - lengths[0]));
        }
    }

    [Fact]
    public void GradientsAgreeWithDualNumbers()
    {
        List<string> failures = [];
        int shrunk = 0;
        Dictionary<OracleVerdict, int> counts = [];

        foreach ((int seed, OracleVerdict verdict, string explanation) in Campaign.Run(First, Count, optimize: true))
        {
            counts[verdict] = counts.GetValueOrDefault(verdict) + 1;

            if (verdict is OracleVerdict.Differs or OracleVerdict.Invalid or OracleVerdict.Refused)
            {
                failures.Add(Explain(seed, verdict, explanation, isShrunk: verdict == OracleVerdict.Differs && shrunk++ < Shrunk));
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures.Prepend(string.Join(", ", counts))));
    }

    private static int GeneratedLength(Node[] statements)
    {
        string text = string.Join('\n', statements.Select(static statement => "{\n" + statement.Text + "}"));
        OracleProgram program = new("Long", $$"""
            public static double F(double x, double y, double[] a, double[] b, double[,] m, int n)
            {
                double u = x, v = y, w = 1;
                double[] t = new double[n];
            {{text}}
                return u + v + w + t[0];
            }
            """);
        return GeneratorHarness.Run(program.Source).AllText.Length;
    }

    private static string Explain(int seed, OracleVerdict verdict, string explanation, bool isShrunk)
    {
        string text = $"seed {seed}, {verdict}: {explanation}";

        if (isShrunk)
        {
            OracleProgram program = Campaign.Shrink(seed, verdict);
            RegressionCases.Write(program.Name, program.Members);
            text += $"\nsmaller, kept as {program.Name}:\n{program.Members}";
        }

        return text;
    }

    private static int Setting(string name, int standard) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int value) ? value : standard;
}
