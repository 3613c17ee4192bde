using System.Diagnostics;
using System.Globalization;
using Fluxion.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fluxion.Benchmarks.GeneratorRuns;

/// <summary>What the generator adds to a build, and to each edit of a file; and what it keeps in memory meanwhile.</summary>
internal static class GeneratorBenchmark
{
    private const int Edits = 21;

    private static readonly (int Methods, int Files)[] Sizes = [(1, 1), (100, 100), (1000, 1000), (1000, 100), (1000, 1)];

    private static readonly (string Name, Action<MeasuredProject, int> Edit)[] Kinds =
    [
        ("a body elsewhere", static (project, i) => project.EditElsewhere(i)),
        ("the body of one method", static (project, i) => project.EditBody(i)),
        ("a comment above", static (project, i) => project.EditComment(i)),
        ("a signature elsewhere", static (project, i) => project.EditSignature(i)),
        ("a field elsewhere", static (project, i) => project.EditField(i)),
        ("a constant elsewhere", static (project, i) => project.EditConstant(i)),
    ];

    public static void Run(TextWriter output)
    {
        output.WriteLine("generator: the first run in a process, which compiles the generator itself, takes "
            + Format(Cold(MeasuredProject.Of(1, 1)).Seconds));
        output.WriteLine();
        output.WriteLine("| methods in files | cold | a method | kept a method | "
            + string.Join(" | ", Kinds.Select(static kind => "edit of " + kind.Name)) + " |");
        output.WriteLine("|---|" + string.Concat(Enumerable.Repeat("---:|", 3 + Kinds.Length)));

        // The generator's own code is compiled for good first, that for edits too.
        GeneratorDriver warm = Cold(MeasuredProject.Of(300, 300)).Driver;
        MeasuredProject first = MeasuredProject.Of(300, 300);
        Array.ForEach(Kinds, kind => Edit(first, ref warm, kind.Edit));

        foreach ((int methods, int files) in Sizes)
        {
            MeasuredProject project = MeasuredProject.Of(methods, files);
            double cold = Enumerable.Range(0, methods == 1 ? 1 : 3).Min(_ => Cold(MeasuredProject.Of(methods, files)).Seconds);
            (GeneratorDriver driver, double kept) = Keep(project);
            List<string> edits = [];

            foreach ((string _, Action<MeasuredProject, int> edit) in Kinds)
            {
                edits.Add(Format(Edit(project, ref driver, edit)));
            }

            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {methods:#,0} in {files:#,0} | {Format(cold)} | {Format(cold / methods)} | {kept / methods / 1024:0.0} KiB | ")
                + string.Join(" | ", edits) + " |");
            output.Flush();
        }
    }

    /// <summary>A run with nothing cached.</summary>
    private static (double Seconds, GeneratorDriver Driver) Cold(MeasuredProject project)
    {
        // The binding of what the user wrote is the compiler's own work.
        project.Compilation.GetDiagnostics();
        return Time(CSharpGeneratorDriver.Create(new GradientGenerator()), project);
    }

    /// <summary>The bytes that a driver keeps after a run, beside the compilation.</summary>
    private static (GeneratorDriver Driver, double Bytes) Keep(MeasuredProject project)
    {
        project.Compilation.GetDiagnostics();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        GeneratorDriver driver = Time(CSharpGeneratorDriver.Create(new GradientGenerator()), project).Driver;
        return (driver, GC.GetTotalMemory(forceFullCollection: true) - before);
    }

    /// <summary>The best over edits of one kind; the compiler has bound nothing of what was edited yet.</summary>
    private static double Edit(MeasuredProject project, ref GeneratorDriver driver, Action<MeasuredProject, int> edit)
    {
        double best = double.PositiveInfinity;

        for (int i = 0; i < Edits; i++)
        {
            edit(project, i);
            (double seconds, driver) = Time(driver, project);
            best = Math.Min(best, seconds);
        }

        return best;
    }

    private static (double Seconds, GeneratorDriver Driver) Time(GeneratorDriver driver, MeasuredProject project)
    {
        long start = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(project.Compilation);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        return result.Exception is { } failure ? throw failure : (seconds, driver);
    }

    private static string Format(double seconds) =>
        (1000 * seconds).ToString(seconds < 0.1 ? "0.00" : "0", CultureInfo.InvariantCulture) + " ms";
}
