using System.Globalization;
using System.Text;

namespace Fluxion.Verification;

/// <summary>A gradient compared with numeric differences, parameter by parameter; prints as a table.</summary>
public sealed class GradientReport
{
    private readonly double _relativeTolerance;

    internal GradientReport(
        double value, double gradientValue, double relativeTolerance, IReadOnlyList<GradientComponent> components)
    {
        Value = value;
        GradientValue = gradientValue;
        _relativeTolerance = relativeTolerance;
        Components = components;
        Worst = components.OrderByDescending(c => c.Verdict).ThenByDescending(c => c.Severity).FirstOrDefault();
    }

    /// <summary>The value of the function at the point.</summary>
    public double Value { get; }

    /// <summary>The value that came with the gradient; <see cref="Value"/> itself where none does.</summary>
    public double GradientValue { get; }

    /// <summary>Every parameter, in order.</summary>
    public IReadOnlyList<GradientComponent> Components { get; }

    /// <summary>
    /// The component that disagrees most; failing that, one that could not be checked; failing that, the one nearest
    /// to its tolerance. <see langword="null"/> only if there are no parameters.
    /// </summary>
    public GradientComponent? Worst { get; }

    /// <summary>Whether every component agrees and the value that came with the gradient is the function's.</summary>
    public bool Passed => ValuesAgree && Components.All(component => component.Verdict == GradientVerdict.Agrees);

    /// <summary>What is wrong, in a sentence and the table; empty if nothing is.</summary>
    internal string Failure => Passed ? "" : $"{FailureSentence()}\n{this}";

    private bool ValuesAgree =>
        Value.Equals(GradientValue)
        || Math.Abs(Value - GradientValue) <= _relativeTolerance * Math.Max(Math.Abs(Value), Math.Abs(GradientValue));

    /// <summary>Throws unless the gradient passed.</summary>
    /// <returns>The report itself.</returns>
    /// <exception cref="GradientMismatchException">It did not; the message names the worst parameter.</exception>
    public GradientReport Assert() => Passed ? this : throw new GradientMismatchException(this);

    /// <summary>The table: a row for each parameter, the numbers in invariant culture.</summary>
    /// <returns>Lines separated by <c>\n</c>, none after the last one.</returns>
    public override string ToString()
    {
        string[][] rows =
        [
            ["parameter", "at", "generated", "numeric", "± error", "difference", "verdict"],
            .. Components.Select(Row),
        ];

        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(row => row[i].Length))];
        var text = new StringBuilder();

        foreach (string[] row in rows)
        {
            for (int i = 0; i < row.Length - 1; i++)
            {
                text.Append(i == 0 ? row[i].PadRight(widths[i]) : row[i].PadLeft(widths[i])).Append("  ");
            }

            text.Append(row[^1]).Append('\n');
        }

        return text.Append(Summary()).ToString();
    }

    private static string[] Row(GradientComponent component)
    {
        string verdict = component.Verdict switch
        {
            GradientVerdict.Agrees => "agrees",
            GradientVerdict.Disagrees => "DISAGREES",
            _ => $"unreliable: {component.Reason}",
        };

        return
        [
            component.Name,
            Number(component.Parameter),
            Number(component.Generated),
            Number(component.Numeric),
            Size(component.ErrorEstimate),
            Size(component.Difference),
            verdict,
        ];
    }

    private static string Number(double value) => value.ToString("G9", CultureInfo.InvariantCulture);

    private static string Size(double value) =>
        value == 0 ? "0" : value.ToString("0.0e+0", CultureInfo.InvariantCulture);

    private string Summary()
    {
        int agreeing = Components.Count(component => component.Verdict == GradientVerdict.Agrees);
        string summary = string.Create(CultureInfo.InvariantCulture, $"{agreeing} of {Components.Count} agree");
        return ValuesAgree ? summary : $"{summary}; the value does not: {Number(GradientValue)}, not {Number(Value)}";
    }

    private string FailureSentence()
    {
        if (Worst is null or { Verdict: GradientVerdict.Agrees })
        {
            return $"With the gradient comes the value {Number(GradientValue)}, the function's is {Number(Value)}.";
        }

        string at = $"parameter '{Worst.Name}' = {Number(Worst.Parameter)}";

        if (Worst.Verdict == GradientVerdict.Unreliable)
        {
            return $"The gradient cannot be checked at {at}: {Worst.Reason}.";
        }

        double relative = Worst.Difference / Math.Max(Math.Abs(Worst.Generated), Math.Abs(Worst.Numeric));
        return $"The gradient is wrong at {at}: generated {Number(Worst.Generated)}, numeric {Number(Worst.Numeric)} "
            + $"± {Size(Worst.ErrorEstimate)}, off by {Size(Worst.Difference)} ({Size(relative)} of it).";
    }
}
