using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Fluxion.Generator.Symbolic;

namespace Fluxion.Generator.Backend.Formulas;

/// <summary>Formulas as LaTeX that MathJax and KaTeX read, too.</summary>
internal sealed class LatexFormulaWriter(FormulaNames names, Terms terms) : FormulaWriter(names, terms)
{
    private static readonly string[] Greek =
    [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi",
        "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
    ];

    private static readonly string[] Operators =
        ["exp", "log", "sin", "cos", "tan", "sinh", "cosh", "tanh", "max", "min"];

    protected override string Times => @" \, ";

    protected override bool BarGroups => true;

    protected override string Minus => "-";

    public override string Symbol(string name) =>
        name == "π" ? @"\pi"
        : name.Length == 1 ? name
        : Greek.Contains(name) ? "\\" + name
        : $@"\mathrm{{{name.Replace("_", @"\_")}}}";

    protected override string Infinity() => @"\infty";

    protected override string Element(Term.Element element) =>
        $"{At(Text(element.Array), Precedence.Primary)}_{{{string.Join(", ", element.Indices.Select(Write))}}}";

    protected override string Quotient(string numerator, string denominator, bool isSimple) =>
        $@"\frac{{{numerator}}}{{{denominator}}}";

    protected override string Exponent(string @base, int exponent) =>
        $"{@base}^{{{LiteralFormatter.FormatInteger(exponent)}}}";

    protected override string Raised(string @base, Text exponent) => $"{@base}^{{{exponent.Code}}}";

    protected override string Parenthesized(string text) => $@"\left({text}\right)";

    protected override string Root(Text operand) => $@"\sqrt{{{operand.Code}}}";

    protected override string Absolute(string operand) => $@"\left|{operand}\right|";

    protected override string Call(string name, string arguments) =>
        (Operators.Contains(name) ? "\\" + name : $@"\operatorname{{{name}}}") + Parenthesized(arguments);

    protected override string Relation(string symbol) => symbol switch
    {
        "<=" => @"\le",
        ">=" => @"\ge",
        "==" => "=",
        "!=" => @"\ne",
        "&" => @"\land",
        "|" => @"\lor",
        "!" => @"\lnot ",
        "%" => @"\bmod",
        "^" => @"\oplus",
        "<<" => @"\ll",
        ">>" or ">>>" => @"\gg",
        _ => symbol,
    };

    protected override Text Choice(string condition, string then, string otherwise) => new(
        $@"\begin{{cases}} {then} & \text{{if }} {condition} \\ {otherwise} & \text{{otherwise}} \end{{cases}}",
        Precedence.Conditional);

    protected override string Sigma(Term.Total total, Func<string> body)
    {
        string index = Symbol(Names.Indices[total.Variable]);
        return $@"\sum_{{{index}={Write(total.Lower)}}}^{{{Last(total)}}} {body()}";
    }
}
