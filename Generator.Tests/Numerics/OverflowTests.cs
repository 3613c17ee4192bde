using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Tests.Numerics;

/// <summary>Slopes are finite and accurate over the whole range: in expressions, through helpers, and in lanes of vectors.</summary>
public sealed class OverflowTests
{
    private static readonly string[] Types = ["double", "float"];
    private static readonly string[] Forms = ["Direct", "Helper", "Loop"];

    private static readonly Lazy<Batch> Programs = new(static () => new Batch(
        from overflow in OverflowCases.All
        from form in Forms
        from type in Types
        select (ClassName(overflow.Key, form, type), Source(overflow.Key, form, type)),
        new CompileOptions { Optimize = true }));

    public static TheoryData<string, string> Names
    {
        get
        {
            TheoryData<string, string> data = [];

            foreach (string name in OverflowCases.All.Keys)
            {
                Array.ForEach(Types, type => data.Add(name, type));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SlopesAreFiniteAndAccurateEverywhere(string name, string type)
    {
        foreach (string form in (string[])["Direct", "Helper"])
        {
            foreach ((double x, double y) in OverflowCases.All[name].Points(type))
            {
                ProbeResult result = Call(name, form, type, Of(x, type), Of(y, type));
                (double byX, double byY) = OverflowCases.All[name].Slopes(x, y);

                result.AssertConsistent($"{name} at {x}, {y}");
                Agreement.AssertNear([byX, byY], result.Gradient, Tolerance(type), $"{form} {name} of {type} at {x}, {y}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SlopesAreFiniteAndAccurateInLoops(string name, string type)
    {
        (double X, double Y)[] points = [.. OverflowCases.All[name].Points(type)];
        (double X, double Y)[] slopes = [.. points.Select(p => OverflowCases.All[name].Slopes(p.X, p.Y))];

        ProbeResult result = Call(name, "Loop", type, Of(points.Select(static p => p.X), type), Of(points.Select(static p => p.Y), type));

        for (int i = 0; i < points.Length; i++)
        {
            Agreement.AssertNear(
                [slopes[i].X, slopes[i].Y], [result.Gradient[i], result.Gradient[points.Length + i]], Tolerance(type),
                $"{name} of {type} in a loop at {points[i].X}, {points[i].Y}");
        }
    }

    private static double Tolerance(string type) => type == "float" ? 2e-5 : 1e-12;

    private static object Of(double number, string type) => type == "float" ? (object)(float)number : number;

    private static object Of(IEnumerable<double> numbers, string type) =>
        type == "float" ? numbers.Select(static v => (float)v).ToArray() : numbers.ToArray();

    private static ProbeResult Call(string name, string form, string type, params object[] arguments)
    {
        string className = ClassName(name, form, type);
        Assert.DoesNotContain(Programs.Value.Problems(className), static d => d.Severity == DiagnosticSeverity.Error);
        return ProbeResult.Of(Programs.Value.Call(className + "Probe", Probe.Method, (object)arguments));
    }

    private static string ClassName(string name, string form, string type) => $"{form}{name}Of{type}";

    private static string Source(string name, string form, string type)
    {
        string className = ClassName(name, form, type);
        string parameter = form == "Loop" ? type + "[]" : type;
        ProbeParameter[] parameters = [ProbeParameter.Of("x", parameter), ProbeParameter.Of("y", parameter)];
        return OverflowCases.All[name].Source(className, form, type) + Probe.Source(className + "Probe", className, "F", parameters);
    }
}
