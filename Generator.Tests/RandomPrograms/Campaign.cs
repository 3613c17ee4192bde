using Fluxion.Generator.Tests.Infrastructure;
using Fluxion.Generator.Tests.Oracle;

namespace Fluxion.Generator.Tests.RandomPrograms;

/// <summary>Random programs against the oracle, many in one compilation; what fails is made small.</summary>
internal static class Campaign
{
    private const int BatchSize = 200;

    /// <summary>The verdicts on the programs of consecutive seeds; explanations of all but those that agree.</summary>
    public static IEnumerable<(int Seed, OracleVerdict Verdict, string Explanation)> Run(int first, int count, bool optimize)
    {
        for (int start = first; start < first + count; start += BatchSize)
        {
            int[] seeds = [.. Enumerable.Range(start, Math.Min(BatchSize, first + count - start))];
            OracleProgram[] programs = [.. seeds.Select(static seed => Program(seed, ProgramGenerator.Of(seed)))];
            OracleVerdict[] verdicts = Check(programs, optimize, out string[] explanations);

            for (int i = 0; i < seeds.Length; i++)
            {
                yield return (seeds[i], verdicts[i], explanations[i]);
            }
        }
    }

    /// <summary>A smallest program that fails as the one of the seed does.</summary>
    public static OracleProgram Shrink(int seed, OracleVerdict verdict)
    {
        Node program = ProgramGenerator.Of(seed);

        while (Smaller(seed, program, verdict) is { } smaller)
        {
            program = smaller;
        }

        return Program(seed, program);
    }

    private static Node? Smaller(int seed, Node program, OracleVerdict verdict)
    {
        foreach (Node[] candidates in ProgramGenerator.Programs.Shrinker(program).Chunk(60))
        {
            OracleProgram[] programs = [.. candidates.Select((candidate, i) => Program(seed, candidate) with { Name = $"Smaller{i}" })];
            int failing = Array.IndexOf(Check(programs, optimize: true, out _), verdict);

            if (failing >= 0)
            {
                return candidates[failing];
            }
        }

        return null;
    }

    private static OracleVerdict[] Check(OracleProgram[] programs, bool optimize, out string[] explanations)
    {
        Batch batch = new(programs.Select(static p => (p.Name, p.Source)), new CompileOptions { Optimize = optimize });
        OracleCheck check = new(batch);
        List<string> texts = [];
        OracleVerdict[] verdicts =
        [
            .. programs.Select(program =>
            {
                OracleVerdict verdict = check.Compare(program, out string text);
                texts.Add(text);
                return verdict;
            }),
        ];
        explanations = [.. texts];
        return verdicts;
    }

    // Every fifth program computes in float.
    private static OracleProgram Program(int seed, Node program) =>
        new($"Random{seed}", ProgramGenerator.Text(program, isSingle: seed % 5 == 0));
}
