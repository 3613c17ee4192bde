using System.Linq.Expressions;
using System.Reflection;
using Fluxion.Generator.Tests.Infrastructure;
using Fluxion.Generator.Tests.Output;

namespace Fluxion.Generator.Tests.Formulas;

/// <summary>Formulas are simplified and read like mathematics.</summary>
public sealed class FormulaTextTests
{
    private static readonly (string Name, string Method, string Formula)[] Cases =
    [
        ("like terms are collected", "double F(double x) => x * x + 3 * x * x + x - x", "∂F/∂x = 8·x"),
        ("nothing is added or multiplied that changes nothing", "double F(double x, int n) => 1 * x * n + 0", "∂F/∂x = n"),
        ("common factors are out", "double F(double x, double y) => x * y * y + x * y * Math.Sin(y)", "∂F/∂x = y·(y + sin(y))"),
        ("thirds stay thirds", "double F(double x) => x * x / 3", "∂F/∂x = 2·x/3"),
        ("a product of sums is not multiplied out", "double F(double x) => (x - 1) * (x - 1) * (x + 2)", "∂F/∂x = 3·(x − 1)·(x + 1)"),
        ("powers of one base are one", "double F(double x) => Math.Pow(x, 5)", "∂F/∂x = 5·x⁴"),
        ("branches by one condition are one", "double F(double x) { double s = 0; if (x > 0) { s += x * x; } else { s -= x; } return s + s; }", "∂F/∂x = (x > 0 ? 4·x : −2)"),
        ("a sign is a sign", "double F(double x) => 3 * Math.Abs(x)", "∂F/∂x = 3·sign(x)"),
        ("the logistic function does not overflow", "double F(double x) => Math.Log(1 + Math.Exp(x))", "∂F/∂x = 1/(1 + exp(−x))"),
        ("a sum over elements has one term for one of them", "double F(double[] x) { double s = 0; foreach (double v in x) { s += Math.Sin(v); } return s; }", "∂F/∂x[k] = cos(xₖ)"),
        ("a constant number of terms is counted", "double F(double x, int n) { double s = 0; for (int i = 0; i < 7; i++) { s += x * x; } return s; }", "∂F/∂x = 14·x"),
        ("a factor is pulled out of a sum", "double F(double x, double[] c) { double s = 0; for (int i = 0; i < c.Length; i++) { s += x * c[i]; } return s; }", "∂F/∂x = Σᵢ cᵢ"),
    ];

    private static readonly Lazy<LoadedAssembly> Loaded = new(static () => GeneratorHarness.Run(Source()).Load());

    public static TheoryData<string> Simplified => [.. Cases.Select(static c => c.Name)];

    [Theory]
    [MemberData(nameof(Simplified))]
    public void FormulaIsSimple(string name)
    {
        int index = Array.FindIndex(Cases, c => c.Name == name);

        Assert.Equal(Cases[index].Formula, Text(Loaded.Value, $"Case{index}", "F", "Text", "DX"));
    }

    [Fact]
    public void LessonReadsLikeMathematics()
    {
        LoadedAssembly lesson = Lesson();

        Assert.Equal("Cost = 1/n · Σᵢ (w·Xᵢ + b − Yᵢ)²", Text(lesson, "Lesson", "Cost", "Text", "Value"));
        Assert.Equal("∂Cost/∂w = 2/n · Σᵢ (w·Xᵢ + b − Yᵢ)·Xᵢ", Text(lesson, "Lesson", "Cost", "Text", "DW"));
        Assert.Equal("n = X.Length, i = 0 … n − 1", Text(lesson, "Lesson", "Cost", "Text", "Legend"));
        Assert.Equal(
            @"\frac{\partial \mathrm{Cost}}{\partial w} = \frac{2}{n} \, \sum_{i=0}^{n - 1} \left(w \, X_{i} + b - Y_{i}\right) \, X_{i}",
            Text(lesson, "Lesson", "Cost", "Latex", "DW"));
    }

    [Fact]
    public void TreeReadsLikeTheFormula() => Assert.Equal(
        "(w, b) => ((2 / Convert(ArrayLength(Lesson.X), Single)) * Sum(0, ArrayLength(Lesson.X), "
            + "i => ((((w * Lesson.X[i]) + b) - Lesson.Y[i]) * Lesson.X[i])))",
        ExpressionProbe.Of(Lesson().Type("Lesson"), "Cost")!.Tree("DW").ToString());

    [Fact]
    public void FloatTreesAgreeToTheirRounding()
    {
        LoadedAssembly lesson = Lesson();
        ExpressionProbe probe = ExpressionProbe.Of(lesson.Type("Lesson"), "Cost")!;
        System.Random random = new(1);

        for (int point = 0; point < 50; point++)
        {
            object?[] at = [(random.NextSingle() * 4) - 2, (random.NextSingle() * 4) - 2];
            double[] expected = [.. Agreement.Flatten(lesson.Call("Lesson", "CostGradient", at))];
            Agreement.AssertNear(expected, [.. probe.Partials("w", at[0], at), .. probe.Partials("b", at[1], at)], 1e-6, "lesson");
        }
    }

    [Fact]
    public void TextIsTheSameUnderAnotherCulture()
    {
        const string Source = """
            using Fluxion;
            static partial class Model { [Differentiable] public static double F(double x) => -0.125 * x * x + 1234.5; }
            """;
        string expected = GeneratorHarness.Run(Source).Text;
        using ForeignCulture culture = new();

        Assert.Equal(expected, GeneratorHarness.Run(Source).Text);
        Assert.Contains("∂F/∂x = −0.25·x", expected, StringComparison.Ordinal);
    }

    [Fact]
    public void EachReadMakesATreeOfItsOwn()
    {
        ExpressionProbe probe = ExpressionProbe.Of(Lesson().Type("Lesson"), "Cost")!;
        LambdaExpression first = probe.Tree("Value");

        Assert.NotSame(first, probe.Tree("Value"));
    }

    private static LoadedAssembly Lesson() => GeneratorHarness.Run("""
        using Fluxion;

        static partial class Lesson
        {
            static readonly float[] X = [1, 2, 3];
            static readonly float[] Y = [2, 4, 6];

            [Differentiable(Derivatives.Gradient | Derivatives.Expressions)]
            static float Cost(float w, float b)
            {
                float sum = 0;
                for (int i = 0; i < X.Length; i++)
                {
                    float error = w * X[i] + b - Y[i];
                    sum += error * error;
                }
                return sum / X.Length;
            }
        }
        """).Load();

    private static string Text(LoadedAssembly assembly, string type, string method, string kind, string name) =>
        (string)assembly.Type(type).GetNestedType(method + "Expressions", BindingFlags.Public | BindingFlags.NonPublic)!
            .GetNestedType(kind)!.GetField(name)!.GetRawConstantValue()!;

    private static string Source() => "using System; using Fluxion;\n" + string.Join('\n', Cases.Select(static (c, i) =>
        $"static partial class Case{i} {{ [Differentiable] public static {c.Method}{(c.Method.EndsWith('}') ? "" : ";")} }}"));
}
