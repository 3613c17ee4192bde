using Fluxion.Verification;

namespace Fluxion.Samples;

/// <summary>The line with which every lesson says that its generated gradient has been checked.</summary>
internal static class GradientLine
{
    /// <summary>Compares the gradient with numeric differences; where they disagree, a table shows by how much.</summary>
    public static void Print(IObjective<float> objective, params ReadOnlySpan<float> point)
    {
        GradientReport report = GradientCheck.Compare(objective, point);
        int agreeing = report.Components.Count(component => component.Verdict == GradientVerdict.Agrees);
        string at = string.Join(", ", report.Components.Select(c => $"{c.Name} = {c.Parameter:0.###}"));
        Console.WriteLine($"Gradient at {at}: {agreeing} of {report.Components.Count} agree with numeric differences");

        if (!report.Passed)
        {
            Console.WriteLine(report);
        }
    }
}
