using System.Numerics;
using Fluxion.Verification;

namespace Fluxion.Samples;

/// <summary>The line with which every lesson says that its generated gradient has been checked.</summary>
internal static class GradientLine
{
    private const int MostNamed = 4;

    /// <summary>Compares the gradient with numeric differences; a table shows where they disagree, if they do.</summary>
    public static void Print<T>(IObjective<T> objective, params ReadOnlySpan<T> point)
        where T : IFloatingPointIeee754<T>
    {
        GradientReport report = GradientCheck.Compare(objective, point);
        int agreeing = report.Components.Count(component => component.Verdict == GradientVerdict.Agrees);
        string at = report.Components.Count <= MostNamed
            ? string.Join(", ", report.Components.Select(c => $"{c.Name} = {c.Parameter:0.###}"))
            : "the end";
        Console.WriteLine($"Gradient at {at}: {agreeing} of {report.Components.Count} agree with numeric differences");

        if (!report.Passed)
        {
            Console.WriteLine(report);
        }
    }
}
