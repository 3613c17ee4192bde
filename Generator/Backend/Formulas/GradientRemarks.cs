using Fluxion.Generator.Analysis;
using Fluxion.Generator.Symbolic;

namespace Fluxion.Generator.Backend.Formulas;

/// <summary>What the doc comment of a gradient tells: its formulas where they are short, what it costs, and its kinks.</summary>
internal static class GradientRemarks
{
    private const int MostFormulas = 8;
    private const int MostKinks = 6;
    private const int LongestCount = 110;

    /// <summary>A paragraph each.</summary>
    public static IEnumerable<string> Of(DerivativeShape shape, FormulaSet formulas, FormulaSheet whole)
    {
        FormulaSheet sheet = new(shape, formulas.Form, formulas.Terms, whole);
        string[] partials = [.. sheet.Partials.OfType<Formula>().Select(static f => f.Plain).Take(MostFormulas)];
        string[] cost = [.. Cost(formulas, sheet)];
        string letters = partials.Length + cost.Length == 0 ? "" : sheet.Legend;
        bool countsTrips = cost.Length > 0 && formulas.ValueAndGradient.CountsTrips;
        string[] legend =
        [
            .. letters.Length == 0 ? [] : new[] { Code(letters) },
            .. countsTrips ? [$"{Code("trips")} is how often a loop runs"] : Array.Empty<string>(),
        ];

        return
        [
            .. partials.Select(Code),
            .. cost,
            .. legend.Length == 0 ? [] : new[] { $"Here {string.Join(", ", legend)}." },
            .. formulas.Kinks.Take(MostKinks).Select(Convention),
        ];
    }

    private static IEnumerable<string> Cost(FormulaSet formulas, FormulaSheet sheet)
    {
        if (!formulas.Value.IsKnown || !formulas.ValueAndGradient.IsKnown)
        {
            return [];
        }

        string value = sheet.Count(formulas.Value.Operations);
        string both = sheet.Count(formulas.ValueAndGradient.Operations);
        string bytes = sheet.Count(formulas.ValueAndGradient.Bytes);
        string bound = formulas.ValueAndGradient.IsBound ? "at most " : "";
        return value.Length + both.Length + bytes.Length > LongestCount
            ? []
            :
            [
                $"Operations: {bound}{Code(value)} for the value, {bound}{Code(both)} with the gradient.",
                $"Stored for the reverse sweep: {Code(bytes)} bytes.",
            ];
    }

    private static string Convention(Kink kink)
    {
        string place = kink.Statement.Length == 0 ? "" : $", in {Code(kink.Statement)}";
        return $"{Code(kink.Operation)} {DocText.Escape(kink.Convention)}{place}.";
    }

    private static string Code(string text) => $"<c>{DocText.Escape(text)}</c>";
}
