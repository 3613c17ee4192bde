using System.Diagnostics;
using System.Globalization;
using Fluxion.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fluxion.Benchmarks.GeneratorRuns;

/// <summary>What the generator adds to a build, and to each edit of a file.</summary>
internal static class GeneratorBenchmark
{
    private static readonly string[] Head = ["methods", "cold", "per method", "edit elsewhere", "edit of one method"];

    public static void Run(TextWriter output)
    {
        output.WriteLine(
            "generator: the first run in a process, which compiles the generator itself, takes " + Format(Cold(1).Seconds));
        output.WriteLine();
        output.WriteLine("| " + string.Join(" | ", Head) + " |");
        output.WriteLine("|---:|---:|---:|---:|---:|");

        // The generator's own code is compiled for good first.
        Cold(300);

        foreach (int count in (int[])[1, 100, 1000])
        {
            (double cold, GeneratorDriver driver) = Cold(count);
            double elsewhere = Seconds(driver, Compile(count, "// an edit" + Environment.NewLine, edited: 0)).Seconds;
            double one = Seconds(driver, Compile(count, "", edited: 1)).Seconds;
            output.WriteLine(
                $"| {count.ToString("#,0", CultureInfo.InvariantCulture)} | {Format(cold)} | {Format(cold / count)} "
                + $"| {Format(elsewhere)} | {Format(one)} |");
            output.Flush();
        }
    }

    /// <summary>The best of three runs with nothing cached.</summary>
    private static (double Seconds, GeneratorDriver Driver) Cold(int count) => Enumerable.Range(0, count == 1 ? 1 : 3)
        .Select(_ => Seconds(CSharpGeneratorDriver.Create(new GradientGenerator()), Compile(count, "", edited: 0)))
        .MinBy(static run => run.Seconds);

    private static (double Seconds, GeneratorDriver Driver) Seconds(GeneratorDriver driver, CSharpCompilation compilation)
    {
        // The binding of what the user wrote is the compiler's own work.
        compilation.GetDiagnostics();
        long start = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(compilation);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        return result.Exception is { } failure ? throw failure : (seconds, driver);
    }

    private static CSharpCompilation Compile(int count, string prefix, int edited)
    {
        string platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return CSharpCompilation.Create(
            "Generated",
            [
                CSharpSyntaxTree.ParseText(prefix + "internal static class Other { }"),
                .. Enumerable.Range(0, count).Select(i => CSharpSyntaxTree.ParseText(MethodSource.Of(i, i < edited))),
            ],
            platform.Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static string Format(double seconds) =>
        (1000 * seconds).ToString(seconds < 0.1 ? "0.00" : "0", CultureInfo.InvariantCulture) + " ms";
}
