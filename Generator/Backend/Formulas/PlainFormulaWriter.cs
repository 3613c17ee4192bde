using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Fluxion.Generator.Symbolic;

namespace Fluxion.Generator.Backend.Formulas;

/// <summary>Formulas as one line of text: <c>2/n · Σᵢ (w·Xᵢ + b − Yᵢ)·Xᵢ</c>.</summary>
internal sealed class PlainFormulaWriter(FormulaNames names, Terms terms) : FormulaWriter(names, terms)
{
    private const string Raisable = "0123456789−";
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
    private const string Lowerable = "0123456789+−ijklmnoprst";
    private const string Subscripts = "₀₁₂₃₄₅₆₇₈₉₊₋ᵢⱼₖₗₘₙₒₚᵣₛₜ";

    protected override string Times => "·";

    protected override bool BarGroups => false;

    protected override string Minus => "−";

    public override string Symbol(string name) => name;

    protected override string Infinity() => "∞";

    protected override string Element(Term.Element element)
    {
        string[] indices = [.. element.Indices.Select(Write)];
        string array = At(Text(element.Array), Precedence.Primary);
        string[] lowered = [.. indices.Select(static index => Convert(index.Replace(" ", ""), Lowerable, Subscripts))];
        bool isShort = lowered.All(static text => text.Length is > 0 and <= 3) && element.Array is Term.Symbol
            && (lowered.Length == 1 || lowered.All(static text => text.Length == 1));
        return isShort ? array + string.Concat(lowered) : $"{array}[{string.Join(", ", indices)}]";
    }

    protected override string Quotient(string numerator, string denominator, bool isSimple) =>
        $"{numerator}/{(isSimple ? denominator : Parenthesized(denominator))}";

    protected override string Exponent(string @base, int exponent) =>
        @base + Convert(LiteralFormatter.FormatInteger(exponent), Raisable, Superscripts);

    protected override string Raised(string @base, Text exponent) => @base + "^" + At(exponent, Precedence.Primary);

    protected override string Parenthesized(string text) => "(" + text + ")";

    protected override string Root(Text operand) => "√" + At(operand, Precedence.Primary);

    protected override string Absolute(string operand) => "|" + operand + "|";

    protected override string Call(string name, string arguments) => $"{name}({arguments})";

    protected override string Relation(string symbol) => symbol switch
    {
        "<=" => "≤",
        ">=" => "≥",
        "==" => "=",
        "!=" => "≠",
        "&" => "and",
        "|" => "or",
        "!" => "not ",
        "%" => "mod",
        _ => symbol,
    };

    protected override Text Choice(string condition, string then, string otherwise) =>
        new($"({condition} ? {then} : {otherwise})", Precedence.Primary);

    protected override string Sigma(Term.Total total, Func<string> body)
    {
        string index = Names.Indices[total.Variable];
        string last = Last(total);
        string range = $"{Write(total.Lower)} … {last}";

        if (!Names.HasSameRange(index, total))
        {
            return $"Σ[{index} = {range}] {body()}";
        }

        Names.Explain(index, range);
        string lowered = Convert(index, Lowerable, Subscripts);
        return (lowered.Length > 0 ? "Σ" + lowered : $"Σ[{index}]") + " " + body();
    }

    // Empty where there is no such character.
    private static string Convert(string text, string from, string to) => text.All(c => from.IndexOf(c) >= 0)
        ? string.Concat(text.Select(c => to[from.IndexOf(c)]))
        : "";
}
