using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Fluxion.Generator.Symbolic;

namespace Fluxion.Generator.Backend.Formulas;

/// <summary>
/// Writes a formula as C# that may stand in an expression tree: the compiler makes the tree of it, with all overloads and
/// conversions resolved, and nothing is looked up by name when the program runs.
/// </summary>
internal sealed class TreeWriter(CSharpNames names, IndexNames indices)
{
    private const int LongestRepetition = 3;

    public Text Write(Term term) => term switch
    {
        Term.Number number => Number(number),
        Term.Symbol symbol => new Text(symbol.IsField ? names.Field(symbol.Text) : symbol.Text, Precedence.Primary),
        Term.Index index => new Text(indices[index], Precedence.Primary),
        Term.Element element => new Text(
            $"{Write(element.Array).At(Precedence.Primary)}[{string.Join(", ", element.Indices.Select(i => Write(i).Code))}]",
            Precedence.Primary),
        Term.Length length => Length(length),
        Term.Sum sum => Sum(sum),
        Term.Product product => Product(product.Coefficient, product.Parts, product.Exponents, product.Type),
        Term.Total total => Total(total),
        Term.Function function => Function(function),
        _ => throw new InvalidOperationException("A formula with a gap has no text."),
    };

    private static Text Number(Term.Number number)
    {
        if (number.Value.Denominator != 1)
        {
            string numerator = Literal(number.Value.Numerator, number.Type).At(Precedence.Multiplicative);
            return new Text(numerator + " / " + Literal(number.Value.Denominator, number.Type).Code, Precedence.Multiplicative);
        }

        return Literal(number.Value.Numerator, number.Type);
    }

    private static Text Literal(double value, IrType type)
    {
        Constant constant = type.IsFloating
            ? Constant.Real(value, type)
            : new Constant(((IrType.Scalar)type).Kind, (long)value);
        string code = LiteralFormatter.Format(constant);
        return new Text(code, code[0] is '-' or '(' ? Precedence.Unary : Precedence.Primary);
    }

    private Text Length(Term.Length length)
    {
        bool hasDimensions = length.Array.Type is IrType.Array { Rank: > 1 };
        string member = hasDimensions ? $".GetLength({LiteralFormatter.FormatInteger(length.Dimension)})" : ".Length";
        return new Text(Write(length.Array).At(Precedence.Primary) + member, Precedence.Primary);
    }

    private Text Sum(Term.Sum sum)
    {
        string code = "";

        foreach ((Ratio coefficient, Term term) in Addends.InOrder(sum))
        {
            bool isFirst = code.Length == 0;
            Text size = term is Term.Number
                ? Number(new Term.Number(coefficient.Abs(), term.Type))
                : Scaled(coefficient.Abs(), term, isWidened: !isFirst);
            string sign = coefficient.IsNegative ? (isFirst ? "-" : " - ") : isFirst ? "" : " + ";
            code += sign + size.At(coefficient.IsNegative && isFirst ? Precedence.Unary : Precedence.Multiplicative);
        }

        return new Text(code, Precedence.Additive);
    }

    private Text Scaled(Ratio coefficient, Term term, bool isWidened)
    {
        (Term[] bases, int[] exponents) = term is Term.Product { Coefficient.IsOne: true } product
            ? (product.Parts, product.Exponents)
            : ([term], [1]);
        return coefficient.IsOne && bases.Length == 1 && exponents[0] == 1 ? (isWidened ? Widened(term) : Write(term))
            : Product(coefficient, bases, exponents, term.Type);
    }

    /// <summary>A fraction, and after it the sums over an index.</summary>
    private Text Product(Ratio coefficient, Term[] bases, int[] exponents, IrType type)
    {
        Fraction fraction = Fraction.Of(coefficient.Abs(), bases, exponents);
        string divisor = Chain(fraction.Denominator, fraction.Divisor, type, isFloating: false, out int divisors);
        bool isPlain = fraction.Numerator.Count == 0 && fraction.Scale == 1 && fraction.Totals.Count > 0;
        string code = Chain(isPlain ? fraction.Totals : fraction.Numerator, fraction.Scale, type, isFloating: false, out int count);
        code = count == 0 ? Literal(1, type).Code : code;

        if (divisors > 0)
        {
            string single = divisors == 1 && fraction.Divisor == 1
                ? Powered(fraction.Denominator[0], isWidened: true).At(Precedence.Unary)
                : divisors == 1 ? divisor : "(" + divisor + ")";
            code += " / " + single;
        }

        if (!isPlain && fraction.Totals.Count > 0)
        {
            code += " * " + Chain(fraction.Totals, 1, type, isFloating: true, out _);
        }

        Precedence precedence = code.IndexOf(' ') >= 0 ? Precedence.Multiplicative : Precedence.Primary;
        return coefficient.IsNegative
            ? new Text("-" + Signed(code), precedence == Precedence.Primary ? Precedence.Unary : precedence)
            : new Text(code, precedence);
    }

    // -x * y is (-x) * y, which is the same number; a minus in front of another needs parentheses.
    private static string Signed(string code) => code[0] == '-' ? "(" + code + ")" : code;

    private string Chain(
        IReadOnlyList<(Term Base, int Exponent)> factors, double scale, IrType type, bool isFloating, out int count)
    {
        List<string> texts = scale == 1 ? [] : [Literal(scale, type).At(Precedence.Unary)];

        foreach ((Term Base, int Exponent) factor in factors)
        {
            Text text = Powered(factor, isWidened: isFloating || texts.Count > 0);
            texts.Add(text.At(texts.Count == 0 || factor.Exponent > 1 ? Precedence.Multiplicative : Precedence.Unary));
        }

        count = texts.Count;
        return string.Join(" * ", texts);
    }

    private Text Powered((Term Base, int Exponent) factor, bool isWidened)
    {
        (Term @base, int exponent) = factor;

        if (exponent == 1)
        {
            return isWidened ? Widened(@base) : Write(@base);
        }

        bool isShort = @base is Term.Symbol or Term.Element or Term.Index;

        if (@base.Type.IsInteger || (isShort && exponent <= LongestRepetition))
        {
            string text = Write(@base).At(Precedence.Unary);
            return new Text(string.Join(" * ", Enumerable.Repeat(text, exponent)), Precedence.Multiplicative);
        }

        string arguments = Write(@base).Code + ", " + Literal(exponent, @base.Type).Code;
        return new Text($"{MathClass(@base.Type)}.Pow({arguments})", Precedence.Primary);
    }

    /// <summary>An operand beside one of the type it is converted to, where numbers widen by themselves.</summary>
    private Text Widened(Term term) => term is Term.Function { Primitive: var convert } function
        && convert == PrimitiveTable.Convert && ExpressionWriter.Widens(function.Parts[0].Type, function.Type)
            ? Argument(function.Parts[0])
            : Write(term);

    private Text Total(Term.Total total)
    {
        string range = Write(total.Lower).Code + ", " + Write(total.Upper).Code;
        string index = indices.Enter(total.Variable);
        string body = Write(total.Body).Code;
        indices.Leave(total.Variable);
        return new Text($"{names.Reduction}.Sum({range}, {index} => {body})", Precedence.Primary);
    }

    private Text Function(Term.Function function)
    {
        Primitive primitive = function.Primitive;
        string arguments = string.Join(", ", function.Parts.Select(p => Argument(p).Code));

        Text text = primitive.Notation switch
        {
            Notation.Binary => Binary(primitive.Name, function.Parts[0], function.Parts[1]),
            Notation.Prefix => new Text(primitive.Name + Argument(function.Parts[0]).At(Precedence.Primary), Precedence.Unary),
            Notation.Math => new Text($"{MathClass(function.Parts[0].Type)}.{primitive.Name}({arguments})", Precedence.Primary),
            Notation.Scalar => new Text($"{names.Type(function.Type)}.{primitive.Name}({arguments})", Precedence.Primary),
            _ when primitive == PrimitiveTable.Select => Select(function.Parts),
            _ => Convert(function),
        };

        return ExprFacts.IsChecked(primitive) ? new Text("checked(" + text.Code + ")", Precedence.Primary) : text;
    }

    private string MathClass(IrType type) => names.System(type == IrType.Single ? "MathF" : "Math");

    private Text Binary(string symbol, Term left, Term right)
    {
        Precedence precedence = ExpressionWriter.Operators[symbol];
        bool compares = precedence == Precedence.Equality;
        string first = Argument(left).At(compares ? Precedence.Shift : precedence);
        return new Text(first + " " + symbol + " " + Argument(right).At(compares ? Precedence.Shift : precedence + 1), precedence);
    }

    // Integers that may wrap around do so in a project that checks arithmetic, too.
    private Text Argument(Term term)
    {
        Text text = Write(term);
        return term.Type.IsInteger && term is Term.Sum or Term.Product && term.Type.IsInteger
            ? new Text("unchecked(" + text.Code + ")", Precedence.Primary)
            : text;
    }

    private Text Select(Term[] parts)
    {
        string condition = Write(parts[0]).At(Precedence.LogicalOr);
        string then = Write(parts[1]).At(Precedence.LogicalOr);
        return new Text($"{condition} ? {then} : {Write(parts[2]).At(Precedence.Conditional)}", Precedence.Conditional);
    }

    private Text Convert(Term.Function function)
    {
        Text operand = Argument(function.Parts[0]);
        bool isSigned = operand.Code[0] == '-' && operand.Precedence == Precedence.Unary;
        string code = $"({names.Type(function.Type)}){operand.At(isSigned ? Precedence.Primary : Precedence.Unary)}";
        bool wraps = function.Primitive == PrimitiveTable.Convert && !ExpressionWriter.IsLossless(function.Parts[0].Type, function.Type);
        return wraps ? new Text("unchecked(" + code + ")", Precedence.Primary) : new Text(code, Precedence.Unary);
    }
}
