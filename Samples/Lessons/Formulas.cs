using System.Linq.Expressions;

namespace Fluxion.Samples.Lessons;

/// <summary>The gradient to read: as a formula, in LaTeX, and as an expression tree that can be compiled.</summary>
internal static partial class Formulas
{
    /// <summary>Rosenbrock's valley. Its formulas are written to a Markdown file beside the program, too.</summary>
    [Differentiable(FormulaFile = true)]
    internal static double Valley(double x, double y) => (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x);

    public static void Run()
    {
        Console.WriteLine(LinearRegression.CostExpressions.Text.Value);
        Console.WriteLine(LinearRegression.CostExpressions.Text.DW);
        Console.WriteLine(LinearRegression.CostExpressions.Text.DB);
        Console.WriteLine($"where {LinearRegression.CostExpressions.Text.Legend}");
        Console.WriteLine(LinearRegression.CostExpressions.Latex.DW);

        Expression<Func<float, float, float>> slope = LinearRegression.CostExpressions.DW;
        Console.WriteLine(slope);
        Func<float, float, float> compiled = slope.Compile();
        Console.WriteLine($"At w = 0, b = 0: {compiled(0, 0):F4} compiled, {LinearRegression.CostGradient(0, 0).w:F4} generated");

        Console.WriteLine(ValleyExpressions.Text.DX);
        Console.WriteLine(ValleyExpressions.DX);
        string file = Path.Combine(AppContext.BaseDirectory, "Fluxion.Samples.Lessons.Formulas.Valley.md");
        Console.WriteLine($"The first line of the file: {File.ReadLines(file).First()}");
    }
}
