using System.Text;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// What <c>TensorPrimitives</c> computes with numbers of single and double precision, as C# that is lowered like the user's
/// own. The library adds in an order of its own, so that results are equal to rounding. A method that is not here is refused.
/// </summary>
internal static class TensorSource
{
    public const string Type = "TensorPrimitives";

    private const string SameLength =
        "throw new global::System.ArgumentException(\"Input span arguments must all have the same length.\");";

    private const string TooShort =
        "throw new global::System.ArgumentException(\"Destination is too short.\", \"destination\");";

    private const string Empty =
        "throw new global::System.ArgumentException(\"Input span arguments must not be empty.\");";

    // Elements that tie share the derivative of an extreme; which they are is decided on values without derivative.
    private const string Reductions = $$"""
            public static Real Sum(ReadOnlySpan<Real> x)
            {
                Real sum = 0;
                for (int i = 0; i < x.Length; i++) { sum += x[i]; }
                return sum;
            }
            public static Real SumOfSquares(ReadOnlySpan<Real> x)
            {
                Real sum = 0;
                for (int i = 0; i < x.Length; i++) { sum += x[i] * x[i]; }
                return sum;
            }
            public static Real SumOfMagnitudes(ReadOnlySpan<Real> x)
            {
                Real sum = 0;
                for (int i = 0; i < x.Length; i++) { sum += Functions.Abs(x[i]); }
                return sum;
            }
            public static Real Product(ReadOnlySpan<Real> x)
            {
                if (x.Length == 0) { {{Empty}} }
                Real product = 1;
                for (int i = 0; i < x.Length; i++) { product *= x[i]; }
                return product;
            }
            public static Real Average(ReadOnlySpan<Real> x)
            {
                if (x.Length == 0) { {{Empty}} }
                return Sum(x) / x.Length;
            }
            public static Real Norm(ReadOnlySpan<Real> x)
            {
                Real square = SumOfSquares(x);
                return square == 0 ? 0 : Functions.Sqrt(square);
            }
            public static Real Dot(ReadOnlySpan<Real> x, ReadOnlySpan<Real> y)
            {
                if (x.Length != y.Length) { {{SameLength}} }
                Real dot = 0;
                for (int i = 0; i < x.Length; i++) { dot += x[i] * y[i]; }
                return dot;
            }
            public static Real Distance(ReadOnlySpan<Real> x, ReadOnlySpan<Real> y)
            {
                if (x.Length == 0) { {{Empty}} }
                if (x.Length != y.Length) { {{SameLength}} }
                Real square = 0;
                for (int i = 0; i < x.Length; i++) { Real difference = x[i] - y[i]; square += difference * difference; }
                return square == 0 ? 0 : Functions.Sqrt(square);
            }
            public static Real CosineSimilarity(ReadOnlySpan<Real> x, ReadOnlySpan<Real> y)
            {
                if (x.Length == 0) { {{Empty}} }
                if (x.Length != y.Length) { {{SameLength}} }
                Real dot = 0, xx = 0, yy = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    dot += x[i] * y[i];
                    xx += x[i] * x[i];
                    yy += y[i] * y[i];
                }
                return dot / (Functions.Sqrt(xx) * Functions.Sqrt(yy));
            }
            public static Real Max(ReadOnlySpan<Real> x)
            {
                if (x.Length == 0) { {{Empty}} }
                Real best = Held(x[0]);
                int at = 0, ties = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    Real value = Held(x[i]);
                    if (value > best || (value != value && best == best)) { best = value; at = i; ties = 1; }
                    else if (value == best) { ties++; }
                }
                return ties > 1 && best - best == 0 ? Shared(x, best, ties) : x[at];
            }
            public static Real Min(ReadOnlySpan<Real> x)
            {
                if (x.Length == 0) { {{Empty}} }
                Real best = Held(x[0]);
                int at = 0, ties = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    Real value = Held(x[i]);
                    if (value < best || (value != value && best == best)) { best = value; at = i; ties = 1; }
                    else if (value == best) { ties++; }
                }
                return ties > 1 && best - best == 0 ? Shared(x, best, ties) : x[at];
            }
            static Real Shared(ReadOnlySpan<Real> x, Real best, int ties)
            {
                Real share = best;
                for (int i = 0; i < x.Length; i++)
                {
                    if (Held(x[i]) == best) { share += (x[i] - best) / ties; }
                }
                return share;
            }
            static Real Held(Real x) => global::Fluxion.Gradient.Stop(x);
            public static void SoftMax(ReadOnlySpan<Real> x, Span<Real> destination)
            {
                if (x.Length == 0) { {{Empty}} }
                if (x.Length > destination.Length) { {{TooShort}} }
                Real shift = Held(x[0]);
                for (int i = 1; i < x.Length; i++) { Real value = Held(x[i]); if (value > shift) { shift = value; } }
                Real sum = 0;
                for (int i = 0; i < x.Length; i++) { sum += Functions.Exp(x[i] - shift); }
                for (int i = 0; i < x.Length; i++) { destination[i] = Functions.Exp(x[i] - shift) / sum; }
            }

        """;

    private static readonly string[] Functions =
    [
        "Abs", "Sqrt", "Cbrt", "Exp", "Log", "Log2", "Log10", "Sin", "Cos", "Tan", "Asin", "Acos", "Atan",
        "Sinh", "Cosh", "Tanh", "Asinh", "Acosh", "Atanh",
    ];

    /// <summary>The source, for both precisions.</summary>
    public static string Text { get; } = Write();

    private static string Write()
    {
        StringBuilder members = new(Reductions);

        foreach (string function in Functions)
        {
            Elementwise(members, function, $"Functions.{function}(#)", "s");
        }

        Elementwise(members, "Negate", "-#", "s");
        Elementwise(members, "Sigmoid", "1 / (1 + Functions.Exp(-#))", "s");
        Elementwise(members, "Add", "# + #", "ss", "sn");
        Elementwise(members, "Subtract", "# - #", "ss", "sn", "ns");
        Elementwise(members, "Multiply", "# * #", "ss", "sn");
        Elementwise(members, "Divide", "# / #", "ss", "sn", "ns");
        Elementwise(members, "Pow", "Functions.Pow(#, #)", "ss", "sn", "ns");
        Elementwise(members, "Max", "global::System.Math.Max(#, #)", "ss", "sn");
        Elementwise(members, "Min", "global::System.Math.Min(#, #)", "ss", "sn");
        Elementwise(members, "Clamp", "global::System.Math.Clamp(#, #, #)", "snn");
        Elementwise(members, "MultiplyAdd", "# * # + #", "sss", "ssn", "sns");
        Elementwise(members, "AddMultiply", "(# + #) * #", "sss", "ssn", "sns");

        string text = members.ToString();
        return "using System;\n\n"
            + $"namespace {NumericSource.Namespace};\n\nstatic class {Type}Members\n{{\n"
            + text.Replace("Functions.", "global::System.Math.").Replace("Real", "double")
            + text.Replace("Functions.", "global::System.MathF.").Replace("Real", "float")
            + "}\n";
    }

    /// <summary>A formula for each element; a shape says of each operand whether it is a span or one number for all.</summary>
    private static void Elementwise(StringBuilder members, string name, string formula, params string[] shapes)
    {
        foreach (string shape in shapes)
        {
            string[] parts = formula.Split('#');
            string body = parts[0];
            string parameters = "";
            string check = "";
            string first = Operand(shape.IndexOf('s'));

            for (int i = 0; i < shape.Length; i++)
            {
                bool isSpan = shape[i] == 's';
                parameters += $"{(isSpan ? "ReadOnlySpan<Real>" : "Real")} {Operand(i)}, ";
                check += isSpan && Operand(i) != first ? $"if ({first}.Length != {Operand(i)}.Length) {{ {SameLength} }}\n" : "";
                body += Operand(i) + (isSpan ? "[i]" : "") + parts[i + 1];
            }

            members.Append($"public static void {name}({parameters}Span<Real> destination)\n{{\n{check}")
                .Append($"if ({first}.Length > destination.Length) {{ {TooShort} }}\n")
                .Append($"for (int i = 0; i < {first}.Length; i++) {{ destination[i] = {body}; }}\n}}\n");
        }
    }

    private static string Operand(int index) => ((char)('x' + index)).ToString();
}
