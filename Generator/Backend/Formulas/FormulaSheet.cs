using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Symbolic;

namespace Fluxion.Generator.Backend.Formulas;

/// <summary>The formulas of a method as text for people: one of the value and one of each partial derivative.</summary>
internal sealed class FormulaSheet
{
    private readonly string _method;
    private readonly FormulaNames _names;
    private readonly PlainFormulaWriter _plain;
    private readonly LatexFormulaWriter _latex;

    /// <param name="shape">The method.</param>
    /// <param name="form">Its formulas; those with a gap are left out.</param>
    /// <param name="terms">The table they are in.</param>
    /// <param name="whole">A sheet of the same with everything; then this one has only what is short there.</param>
    public FormulaSheet(DerivativeShape shape, ClosedForm form, Terms terms, FormulaSheet? whole = null)
    {
        _method = shape.Signature.Name;
        _names = new FormulaNames(shape.Parameters.Select(static p => p.PlainName));
        _plain = new PlainFormulaWriter(_names, terms);
        _latex = new LatexFormulaWriter(_names, terms);
        string[] reads = [.. shape.Parameters.SelectMany(static p => p.Reads)];
        Value = IsWanted(form.Value, whole, whole?.Value) ? WriteValue(form.Value) : null;
        Partials = [.. form.Partials.Select((partial, i) =>
            IsWanted(partial.Term, whole, whole?.Partials[i]) ? Write(partial, reads[partial.Parameter]) : null)];
    }

    public Formula? Value { get; }

    /// <summary>In the order of the closed form's partials.</summary>
    public IReadOnlyList<Formula?> Partials { get; }

    /// <summary>What the letters mean: <c>n = X.Length, i = 0 … n − 1</c>.</summary>
    public string Legend => string.Join(", ", _names.Legend.Select(static entry => $"{entry.Name} = {entry.Meaning}"));

    /// <summary>A number of operations or bytes, with letters of the same meaning.</summary>
    public string Count(Term term) => _plain.Write(term);

    private static bool IsWanted(Term term, FormulaSheet? whole, Formula? formula) =>
        term.Gap is null && (whole is null || formula is { IsShort: true });

    private Formula WriteValue(Term value) =>
        new($"{_method} = {_plain.Write(value)}", $"{_latex.Symbol(_method)} = {_latex.Write(value)}");

    private Formula Write(Partial partial, string parameter)
    {
        foreach (Term.Index index in partial.Indices)
        {
            _names.Indices.Enter(index);
        }

        string name = DestinationNames.Plain(parameter);
        string[] letters = [.. partial.Indices.Select(index => _names.Indices[index])];
        string element = letters.Length == 0 ? name : $"{name}[{string.Join(", ", letters)}]";
        string subscript = letters.Length == 0 ? "" : $"_{{{string.Join(", ", letters)}}}";
        Formula formula = new(
            $"∂{_method}/∂{element} = {_plain.Write(partial.Term)}",
            $@"\frac{{\partial {_latex.Symbol(_method)}}}{{\partial {_latex.Symbol(name)}{subscript}}} = {_latex.Write(partial.Term)}");

        foreach (Term.Index index in partial.Indices)
        {
            _names.Indices.Leave(index);
        }

        return formula;
    }
}

/// <summary>A formula as text.</summary>
/// <param name="Plain">On one line, with Unicode's mathematical letters.</param>
/// <param name="Latex">In LaTeX.</param>
internal sealed record Formula(string Plain, string Latex)
{
    private const int LongestLine = 110;

    /// <summary>Whether it is short enough to be read at a glance.</summary>
    public bool IsShort => Plain.Length <= LongestLine;
}
