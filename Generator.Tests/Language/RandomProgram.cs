using System.Text;

namespace Fluxion.Generator.Tests.Language;

/// <summary>
/// A random method of x, y and a[3]: assignments, branches, loops with ways out, and arrays, nested. Its functions are
/// smooth and bounded, so that numbers stay of moderate size whatever the nesting.
/// </summary>
internal sealed class RandomProgram(int seed)
{
    private readonly System.Random _random = new(seed);
    private readonly StringBuilder _text = new();
    private readonly Stack<string> _indices = [];
    private int _loops;
    private int _statements;

    /// <summary>The method's text; the same for the same seed.</summary>
    public static string Text(int seed) => new RandomProgram(seed).Method();

    private string Method()
    {
        Line(0, "static double F(double x, double y, double[] a, int n)");
        Line(0, "{");
        Line(1, "double u = x, v = 1, w = y;");
        Line(1, "double[] t = [x, 0.5, y, 1];");
        Statements(1, 5);
        Line(1, "return u + v * w + a[0] * t[1] + t[3];");
        Line(0, "}");
        return _text.ToString();
    }

    private void Statements(int depth, int count)
    {
        for (int i = 0; i < count && _statements < 40; i++)
        {
            _statements++;
            Statement(depth);
        }
    }

    private void Statement(int depth)
    {
        switch (_random.Next(depth > 3 ? 6 : 12))
        {
            case < 3:
                Line(depth, $"{Variable()} {Pick("=", "=", "+=", "-=", "*=")} {Expression(2)};");
                break;
            case < 5:
                Line(depth, $"{Element()} {Pick("=", "+=", "*=")} {Expression(2)};");
                break;
            case 5:
                Line(depth, Exit(depth));
                break;
            case < 8:
                Line(depth, $"if ({Condition()})");
                Block(depth);
                Line(depth, "else");
                Block(depth);
                break;
            case 8:
                Line(depth, $"if ({Condition()})");
                Block(depth);
                break;
            case 9:
                string counter = $"k{_loops++}";
                Line(depth, $"int {counter} = {_random.Next(3)};");
                Line(depth, $"while ({counter}++ < 4 && ({Condition()}))");
                Block(depth, counter);
                break;
            default:
                string index = $"i{_loops++}";
                string head = Pick(
                    $"for (int {index} = 0; {index} < 3; {index}++)", $"for (int {index} = 0; {index} < n; {index}++)",
                    $"for (int {index} = 3; {index} > 0; {index} -= 2)", $"for (int {index} = n; {index} >= 1; {index}--)");
                Line(depth, head);
                Block(depth, index);
                break;
        }
    }

    private void Block(int depth, string? index = null)
    {
        Line(depth, "{");

        if (index is not null)
        {
            _indices.Push(index);
        }

        Statements(depth + 1, _random.Next(1, 4));

        if (index is not null)
        {
            _indices.Pop();
        }

        Line(depth, "}");
    }

    private string Exit(int depth) => _indices.Count > 0
        ? $"if (({Condition()}) && {_indices.Peek()} > 1) {{ {Pick("break", "continue", "break", $"return {Expression(1)}")}; }}"
        : $"if (({Condition()}) && n > {depth + 1}) {{ return {Expression(1)}; }}";

    private string Condition() =>
        $"{Operand()} {Pick("<", ">", "<=", ">=")} {Pick("0.3", "0.8", "y", "x")}{Pick("", "", $" || {Operand()} > 0.6", $" && {Operand()} < 0.9")}";

    private string Expression(int depth)
    {
        string left = depth == 0 ? Operand() : Expression(depth - 1);
        string right = Operand();
        return _random.Next(9) switch
        {
            0 => $"Math.Sin({left} * {right})",
            1 => $"Math.Tanh({left})",
            2 => $"({left} - {right}) / (2 + {right} * {right})",
            3 => $"Math.Sqrt(1 + {right} * {right}) * 0.5",
            4 => $"Math.Cos({left}) * {right}",
            5 => $"({Condition()} ? {left} : {right})",
            6 => $"0.5 * ({left} + {right})",
            7 => $"Math.Atan({left}) + 0.1 * {right}",
            _ => $"Math.Sin({right})",
        };
    }

    private string Operand() => Pick(Variable(), Element(), "x", "y", "0.7");

    private string Variable() => Pick("u", "v", "w", "x", "y");

    private string Element() => $"{Pick("a", "t")}[{Index()}]";

    private string Index() => _indices.Count > 0 && _random.Next(3) > 0
        ? $"({_indices.Peek()} + {_random.Next(3)}) % 3"
        : _random.Next(3).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];

    private void Line(int depth, string text) => _text.Append(' ', 4 * depth).Append(text).Append('\n');
}
