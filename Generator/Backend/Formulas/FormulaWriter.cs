using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Fluxion.Generator.Symbolic;

namespace Fluxion.Generator.Backend.Formulas;

/// <summary>
/// Writes formulas as mathematics, not as C#: conversions between numbers and the guards in which zero wins are left out.
/// What the marks are is up to <see cref="PlainFormulaWriter"/> and <see cref="LatexFormulaWriter"/>.
/// </summary>
internal abstract class FormulaWriter(FormulaNames names, Terms terms)
{
    protected FormulaNames Names { get; } = names;

    protected abstract string Times { get; }

    /// <summary>Whether a quotient shows what is above and below without parentheses.</summary>
    protected abstract bool BarGroups { get; }

    protected abstract string Minus { get; }

    public string Write(Term term) => Text(term).Code;

    protected Text Text(Term term) => term switch
    {
        Term.Number number => Number(number.Value, number.Type),
        Term.Symbol symbol => new Text(Symbol(Names.NameOf(symbol)), Precedence.Primary),
        Term.Index index => new Text(Symbol(Names.Indices[index]), Precedence.Primary),
        Term.Element element => new Text(Element(element), Precedence.Primary),
        Term.Length length => new Text(Symbol(Names.NameOf(length)), Precedence.Primary),
        Term.Sum sum => Sum(sum),
        Term.Product product => Product(product.Coefficient, product.Parts, product.Exponents, product.Type),
        Term.Total total => Total(total),
        Term.Function function => Function(function),
        _ => new Text("?", Precedence.Primary),
    };

    public abstract string Symbol(string name);

    protected abstract string Infinity();

    protected abstract string Element(Term.Element element);

    protected abstract string Quotient(string numerator, string denominator, bool isSimple);

    protected abstract string Exponent(string @base, int exponent);

    /// <summary>A power whose exponent is not a number.</summary>
    protected abstract string Raised(string @base, Text exponent);

    protected abstract string Parenthesized(string text);

    protected abstract string Root(Text operand);

    protected abstract string Absolute(string operand);

    protected abstract string Call(string name, string arguments);

    protected abstract string Relation(string symbol);

    protected abstract Text Choice(string condition, string then, string otherwise);

    protected abstract string Sigma(Term.Total total, Func<string> body);

    protected string At(Text text, Precedence place) => text.Precedence >= place ? text.Code : Parenthesized(text.Code);

    private Text Number(Ratio value, IrType type)
    {
        if (type == IrType.Boolean)
        {
            return new Text(value.IsZero ? "false" : "true", Precedence.Primary);
        }

        string size = value.Denominator == 1
            ? Digits(value.Abs().Numerator, type)
            : Quotient(Digits(value.Abs().Numerator, type), Digits(value.Denominator, type), isSimple: true);
        return value.IsNegative ? new Text(Minus + size, Precedence.Unary)
            : new Text(size, value.Denominator == 1 ? Precedence.Primary : Precedence.Multiplicative);
    }

    private string Digits(double value, IrType type) => double.IsInfinity(value) ? Infinity()
        : value == Math.PI ? Symbol("π")
        : LiteralFormatter.FormatPlain(value, type == IrType.Single);

    private Text Sum(Term.Sum sum)
    {
        IReadOnlyList<(Ratio Coefficient, Term Term)> addends = Addends.InOrder(sum);
        string code = "";

        for (int i = 0; i < addends.Count; i++)
        {
            (Ratio coefficient, Term term) = addends[i];
            Text size = term is Term.Number ? Number(coefficient.Abs(), term.Type) : Scaled(coefficient.Abs(), term);

            // A sum over an index reaches as far as it can: only the last one needs no parentheses.
            bool isOpen = i < addends.Count - 1 && ContainsTotal(term);
            string sign = i == 0 ? (coefficient.IsNegative ? Minus : "") : coefficient.IsNegative ? $" {Minus} " : " + ";
            code += sign + (isOpen ? Parenthesized(size.Code) : At(size, Precedence.Multiplicative));
        }

        return new Text(code, Precedence.Additive);
    }

    private static bool ContainsTotal(Term term) =>
        term is Term.Total || (term is Term.Product product && product.Parts.Any(static part => part is Term.Total));

    private Text Scaled(Ratio coefficient, Term term) => term is Term.Product { Coefficient.IsOne: true } product
        ? Product(coefficient, product.Parts, product.Exponents, product.Type)
        : coefficient.IsOne ? Text(term)
        : Product(coefficient, [term], [1], term.Type);

    private Text Product(Ratio coefficient, Term[] bases, int[] exponents, IrType type)
    {
        Fraction fraction = Fraction.Of(coefficient.Abs(), bases, exponents);
        List<string> above = Factors(fraction.Scale, fraction.Numerator, type);
        List<string> below = Factors(fraction.Divisor, fraction.Denominator, type);
        List<string> totals = Factors(1, fraction.Totals, type);
        string front = string.Join(Times, above);

        if (below.Count > 0)
        {
            string divisor = string.Join(Times, below);
            front = Quotient(
                above.Count == 0 ? "1" : Bare(front, fraction.Scale, fraction.Numerator),
                Bare(divisor, fraction.Divisor, fraction.Denominator),
                below.Count == 1);
        }

        string code = totals.Count == 0 ? front
            : front.Length == 0 ? string.Join($" {Times.Trim()} ", totals)
            : front + $" {Times.Trim()} " + string.Join($" {Times.Trim()} ", totals);
        return coefficient.IsNegative ? new Text(Minus + code, Precedence.Unary) : new Text(code, Precedence.Multiplicative);
    }

    // A fraction bar groups by itself.
    private string Bare(string text, double scale, IReadOnlyList<(Term Base, int Exponent)> factors) =>
        BarGroups && scale == 1 && factors.Count == 1 && factors[0].Exponent == 1 ? Text(factors[0].Base).Code : text;

    private List<string> Factors(double scale, IReadOnlyList<(Term Base, int Exponent)> factors, IrType type)
    {
        List<string> texts = scale == 1 ? [] : [Digits(scale, type)];

        for (int i = 0; i < factors.Count; i++)
        {
            (Term @base, int exponent) = factors[i];
            bool isOpen = @base is Term.Total && i < factors.Count - 1;
            texts.Add(exponent == 1
                ? isOpen ? Parenthesized(Text(@base).Code) : At(Text(@base), Precedence.Multiplicative)
                : Exponent(At(Text(@base), Precedence.Primary), exponent));
        }

        return texts;
    }

    private Text Total(Term.Total total)
    {
        Names.Indices.Enter(total.Variable);
        string code = Sigma(total, () => At(Text(total.Body), Precedence.Multiplicative));
        Names.Indices.Leave(total.Variable);
        return new Text(code, Precedence.Multiplicative);
    }

    /// <summary>The last index of a sum.</summary>
    protected string Last(Term.Total total) =>
        Write(terms.Subtract(total.Upper, terms.Number(Ratio.One, IrType.Int32)));

    private Text Function(Term.Function function)
    {
        Primitive primitive = function.Primitive;
        Term[] parts = function.Parts;

        return primitive switch
        {
            _ when primitive == PrimitiveTable.Convert && function.Type.IsFloating => Text(parts[0]),
            _ when primitive == PrimitiveTable.Select => Select(function),
            _ when primitive == PrimitiveTable.Sqrt => new Text(Root(Text(parts[0])), Precedence.Primary),
            _ when primitive == PrimitiveTable.Pow => new Text(
                Raised(At(Text(parts[0]), Precedence.Primary), Text(parts[1])), Precedence.Unary),
            _ when primitive == PrimitiveTable.Abs => new Text(Absolute(Text(parts[0]).Code), Precedence.Primary),
            _ when primitive == PrimitiveTable.Not => new Text(
                Relation("!") + At(Text(parts[0]), Precedence.Primary), Precedence.Unary),
            _ when primitive.Notation == Notation.Binary => Binary(primitive.Name, parts[0], parts[1]),
            _ => new Text(Call(NameOf(primitive), string.Join(", ", parts.Select(p => Text(p).Code))), Precedence.Primary),
        };
    }

    private static string NameOf(Primitive primitive) => primitive == PrimitiveTable.Convert || primitive == PrimitiveTable.ConvertChecked
        ? "int"
        : primitive.Name.ToLowerInvariant();

    private Text Binary(string symbol, Term left, Term right)
    {
        Precedence precedence = ExpressionWriter.Operators[symbol];
        string first = At(Text(left), precedence == Precedence.Equality ? Precedence.Shift : precedence);
        return new Text(first + " " + Relation(symbol) + " " + At(Text(right), precedence + 1), precedence);
    }

    private Text Select(Term.Function choice)
    {
        Term[] parts = choice.Parts;
        return Terms.IsSign(choice) ? new Text(Call("sign", Text(parts[0].Parts[0]).Code), Precedence.Primary)
            : IsGuard(parts[0], parts[1], parts[2]) ? Text(parts[2])
            : Choice(Text(parts[0]).Code, Text(parts[1]).Code, Text(parts[2]).Code);
    }

    // t == 0 ? 0 : t · x: in mathematics, the product alone.
    private static bool IsGuard(Term condition, Term whenTrue, Term product) =>
        whenTrue is Term.Number { Value.IsZero: true } && condition is Term.Function guard
        && (guard.Primitive == PrimitiveTable.Or
            ? IsGuard(guard.Parts[0], whenTrue, product) && IsGuard(guard.Parts[1], whenTrue, product)
            : guard.Primitive == PrimitiveTable.Equal && guard.Parts[1] is Term.Number { Value.IsZero: true }
                && Terms.FactorsOf(product).Any(f => Terms.FactorsOf(guard.Parts[0]).Any(g => g.Base == f.Base && g.Exponent > 0 == f.Exponent > 0)));
}
