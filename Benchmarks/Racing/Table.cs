using System.Globalization;

namespace Fluxion.Benchmarks.Racing;

/// <summary>Writes results as rows of one Markdown table, as they come.</summary>
internal sealed class Table(TextWriter output)
{
    private static readonly int[] Widths = [-26, -16, 10, 10, 9, 11, -14, 10];

    private bool _hasHead;

    public void Add(Work work, IReadOnlyList<Result> results)
    {
        if (!_hasHead)
        {
            _hasHead = true;
            Row("work", "contestant", "median", "best", "gen. ÷ it", "best ÷ best", "target", "bytes/call");
            output.WriteLine("|" + string.Concat(Widths.Select(static w =>
                w < 0 ? ":" + new string('-', 1 - w) + "|" : new string('-', w + 1) + ":|")));
        }

        for (int i = 0; i < results.Count; i++)
        {
            Result result = results[i];
            Row(
                i == 0 ? work.Name : "",
                result.Contestant.Name,
                Duration(result.Median),
                Duration(result.Best),
                i == 0 ? "" : Ratio(result.Ratio),
                i == 0 ? "" : Ratio(results[0].Best / result.Best),
                Verdict(result),
                result.Bytes is { } bytes ? bytes.ToString("#,0.#", CultureInfo.InvariantCulture) : "");
        }

        output.Flush();
    }

    private static string Verdict(Result result) => result.Contestant.Target is { } target
        ? $"≤ {Ratio(target)} {(result.Ratio <= target ? "met" : "missed")}"
        : "";

    private static string Ratio(double ratio) =>
        ratio.ToString(ratio < 0.095 ? "0.0000" : "0.00", CultureInfo.InvariantCulture);

    private static string Duration(double seconds) => seconds switch
    {
        < 1e-6 => Number(seconds * 1e9, "ns"),
        < 1e-3 => Number(seconds * 1e6, "µs"),
        < 1 => Number(seconds * 1e3, "ms"),
        _ => Number(seconds, "s"),
    };

    private static string Number(double value, string unit) =>
        value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture) + " " + unit;

    private void Row(params ReadOnlySpan<string> cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            int width = Widths[i];
            output.Write("| " + (width < 0 ? cells[i].PadRight(-width) : cells[i].PadLeft(width)) + " ");
        }

        output.WriteLine("|");
    }
}
