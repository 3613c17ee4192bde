using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Symbolic;

namespace Fluxion.Generator.Backend.Formulas;

/// <summary>Short names for what formulas refer to: n for the length of an array, i for the index of a sum.</summary>
internal sealed class FormulaNames
{
    private static readonly string[] Lengths = ["n", "m", "p", "q", "r", "s"];

    private readonly Dictionary<Term, string> _lengths = [];
    private readonly Dictionary<string, string> _symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Term Lower, Term Upper)> _ranges = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Meaning)> _legend = [];

    public FormulaNames(IEnumerable<string> parameters) =>
        Indices = new IndexNames(parameters.Select(DestinationNames.Plain));

    public IndexNames Indices { get; }

    /// <summary>What the names mean, in the order in which they came up.</summary>
    public IReadOnlyList<(string Name, string Meaning)> Legend => _legend;

    /// <summary>A parameter by its own name, a field by its simple one.</summary>
    public string NameOf(Term.Symbol symbol)
    {
        if (!_symbols.TryGetValue(symbol.Text, out string? name))
        {
            name = symbol.IsField ? symbol.Text.Substring(symbol.Text.LastIndexOf('.') + 1) : symbol.Text;
            name = name.Replace("@", "").TrimStart('#');
            _symbols.Add(symbol.Text, name);
        }

        return name;
    }

    /// <summary>A letter for the length of an array; the legend says which array's.</summary>
    public string NameOf(Term.Length length)
    {
        if (!_lengths.TryGetValue(length, out string? name))
        {
            string array = length.Array is Term.Symbol symbol ? NameOf(symbol) : "…";
            string dimension = LiteralFormatter.FormatInteger(length.Dimension);
            bool hasDimensions = length.Array.Type is Ir.IrType.Array { Rank: > 1 };
            string meaning = array + (hasDimensions ? $".GetLength({dimension})" : ".Length");
            name = length.Array is Term.Symbol ? Lengths.FirstOrDefault(Indices.Take) ?? meaning : meaning;
            _lengths.Add(length, name);

            if (name != meaning)
            {
                _legend.Add((name, meaning));
            }
        }

        return name;
    }

    /// <summary>Whether the range of an index is the one that the name has had everywhere so far.</summary>
    public bool HasSameRange(string name, Term.Total total)
    {
        if (!_ranges.TryGetValue(name, out (Term Lower, Term Upper) range))
        {
            _ranges.Add(name, range = (total.Lower, total.Upper));
        }

        return range == (total.Lower, total.Upper);
    }

    public void Explain(string name, string meaning)
    {
        if (!_legend.Contains((name, meaning)))
        {
            _legend.Add((name, meaning));
        }
    }
}
