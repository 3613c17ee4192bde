using System.Reflection;
using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Tests.Conformance;

/// <summary>
/// Programs in the C# that people write, run against known values and gradients. Those that <c>unsupported.txt</c> names
/// must be refused by a diagnostic, and no other may be: the list cannot rot, and nothing is ever silently wrong.
/// </summary>
public sealed class ConformanceTests
{
    private static readonly HashSet<string> Unsupported = [.. ReadUnsupported()];

    private static readonly Lazy<Batch> Debug = new(static () => Compile(new CompileOptions()));
    private static readonly Lazy<Batch> Release = new(static () => Compile(new CompileOptions { Optimize = true }));

    public static TheoryData<string> Supported => [.. ConformanceProgram.All.Keys.Where(static n => !Unsupported.Contains(n))];

    [Theory]
    [MemberData(nameof(Supported))]
    public void GradientIsRightInDebug(string name) => Check(name, Debug.Value);

    [Theory]
    [MemberData(nameof(Supported))]
    public void GradientIsRightInRelease(string name) => Check(name, Release.Value);

    [Theory]
    [MemberData(nameof(Supported))]
    public void DebugAndReleaseGiveTheSameBits(string name)
    {
        ProbeResult debug = Run(name, Debug.Value);
        ProbeResult release = Run(name, Release.Value);

        Assert.Equal(
            debug.Gradient.Append(debug.Value).Select(Agreement.Bits),
            release.Gradient.Append(release.Value).Select(Agreement.Bits));
    }

    [Fact]
    public void ProgramsOnTheListAreRefusedWithALocation() => Assert.All(Unsupported, static name =>
    {
        string className = ConformanceProgram.All[name].ClassName;
        IEnumerable<Diagnostic> refusals = Debug.Value.Problems(className)
            .Where(static d => d.Severity == DiagnosticSeverity.Error && d.Id.StartsWith("FLX", StringComparison.Ordinal));

        Assert.Null(Debug.Value.File(className));
        Assert.Contains(refusals, static d => d.Location.IsInSource);
    });

    [Fact]
    public void ListNamesOnlyProgramsThatExist() => Assert.Empty(Unsupported.Except(ConformanceProgram.All.Keys));

    [Fact]
    public void GeneratedCodeHasNoWarnings()
    {
        IEnumerable<Diagnostic> warnings = Release.Value.Generated.CompilerProblems()
            .Where(static d => Generated.IsGenerated(d.Location));

        Assert.Empty(warnings);
    }

    [Fact]
    public void TheGeneratorNeverFails() =>
        Assert.DoesNotContain(Debug.Value.Generated.Diagnostics, static d => d.Id == "FLX0001");

    private static void Check(string name, Batch batch)
    {
        ConformanceProgram program = ConformanceProgram.All[name];
        ProbeResult result = Run(name, batch);

        result.AssertConsistent(name);
        Agreement.AssertNear([program.Value], [result.Value], program.Tolerance, "value of " + name);
        Agreement.AssertNear(program.Gradient, result.Gradient, program.Tolerance, "gradient of " + name);
    }

    private static ProbeResult Run(string name, Batch batch)
    {
        ConformanceProgram program = ConformanceProgram.All[name];
        Assert.DoesNotContain(batch.Problems(program.ClassName), static d => d.Severity == DiagnosticSeverity.Error);
        return ProbeResult.Of(batch.Call(program.ClassName + "Probe", Probe.Method, (object)program.Arguments));
    }

    private static Batch Compile(CompileOptions options) =>
        new(ConformanceProgram.All.Values.Select(static program => (program.ClassName, program.Source)), options);

    // A name on each line, a reason after #.
    private static IEnumerable<string> ReadUnsupported()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("unsupported.txt")!;
        using StreamReader reader = new(stream);

        return [.. reader.ReadToEnd().Split('\n').Select(static line => line.Split('#')[0].Trim()).Where(static name => name != "")];
    }
}
