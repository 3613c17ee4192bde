using System.Text.Json;

namespace Fluxion.Benchmarks.Racing;

/// <summary>What a gradient is known to be: a file of objectives, sums, norms and entries beside the data.</summary>
internal static class Golden
{
    private const double Tolerance = 1e-8;

    /// <summary>Checks against the entry of a file's name, if there is a file of golden values; whether there was.</summary>
    public static bool Check(Setting setting, string name, double value, ReadOnlySpan<double> gradient)
    {
        if (setting.Find("golden.json") is not { } path)
        {
            return false;
        }

        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        JsonElement golden = document.RootElement.EnumerateObject()
            .First(p => p.Name.EndsWith('/' + name, StringComparison.Ordinal)).Value;
        double sum = 0, squares = 0, magnitude = 0;

        foreach (double entry in gradient)
        {
            sum += entry;
            squares += entry * entry;
            magnitude += Math.Abs(entry);
        }

        Require(name, "length", gradient.Length, golden.GetProperty("grad_len").GetDouble(), 0);
        Require(name, "objective", value, golden.GetProperty("objective").GetDouble(), Math.Abs(value));
        Require(name, "sum", sum, golden.GetProperty("grad_sum").GetDouble(), magnitude);
        double norm = Math.Sqrt(squares);
        Require(name, "norm", norm, golden.GetProperty("grad_l2").GetDouble(), norm);
        CheckEntries(name, gradient[..5], golden.GetProperty("grad_first5"));
        CheckEntries(name, gradient[^5..], golden.GetProperty("grad_last5"));
        return true;
    }

    private static void CheckEntries(string name, ReadOnlySpan<double> entries, JsonElement golden)
    {
        for (int i = 0; i < entries.Length; i++)
        {
            Require(name, "entry", entries[i], golden[i].GetDouble(), Math.Abs(entries[i]));
        }
    }

    private static void Require(string name, string what, double actual, double expected, double scale)
    {
        if (!(Math.Abs(actual - expected) <= Tolerance * scale))
        {
            throw new InvalidOperationException($"{name}: the gradient's {what} is {actual:R}, golden is {expected:R}.");
        }
    }
}
