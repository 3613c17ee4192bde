using Fluxion.Generator.Tests.Infrastructure;

namespace Fluxion.Generator.Tests.Rules;

/// <summary>Special points, through the entire generator.</summary>
public sealed class SpecialPointTests
{
    private static readonly Lazy<Batch> Programs = new(static () => new Batch(
        ((string[])["double", "float"]).SelectMany(static type => SpecialPoints.All.Select(
            (point, i) => (ClassName(type, i), Source(point, ClassName(type, i), type)))),
        CompileOptions.Default));

    public static IEnumerable<object[]> Points => SpecialPoints.All.Select(static (point, i) => (object[])[i, point.ToString()]);

    [Theory]
    [MemberData(nameof(Points))]
    public void DoublePrecisionFollowsTheConventions(int index, string point) => Check("double", index, point, 1e-12);

    [Theory]
    [MemberData(nameof(Points))]
    public void SinglePrecisionFollowsTheConventions(int index, string point) => Check("float", index, point, 1e-5);

    private static void Check(string type, int index, string text, double tolerance)
    {
        SpecialPoint point = SpecialPoints.All[index];
        string name = ClassName(type, index);
        object?[] arguments = [.. point.Point.Select(v => type == "float" ? (object)(float)v : v)];
        Assert.DoesNotContain(Programs.Value.Problems(name), static d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);

        ProbeResult result = ProbeResult.Of(Programs.Value.Call(name + "Probe", Probe.Method, (object)arguments));

        result.AssertConsistent(text);
        Assert.True(
            point.Partials.Zip(result.Gradient).All(pair => Matches(pair.First, pair.Second, tolerance)),
            $"{type} {text}: expected ({string.Join(", ", point.Partials)}), got ({string.Join(", ", result.Gradient)})");
    }

    // Small slopes count as much as large ones here.
    private static bool Matches(double expected, double actual, double tolerance) =>
        double.IsFinite(expected) ? Math.Abs(expected - actual) <= tolerance * Math.Abs(expected) : expected.Equals(actual);

    private static string ClassName(string type, int index) => $"Special_{type}_{index}";

    private static string Source(SpecialPoint point, string className, string type) =>
        point.Source(className, type)
        + Probe.Source(className + "Probe", className, "F", [.. point.Names.Select(name => new ProbeParameter(name, type))]);
}
