using Fluxion.Generator.Tests.Infrastructure;

namespace Fluxion.Generator.Tests.Vectors;

/// <summary>Rows side by side in lanes, read from data of every kind: what all rows give is the sum of what each gives alone.</summary>
public sealed class TripDataTests
{
    private const int Most = 67;

    private static readonly double[] Weights = [0.7, -1.3];

    private static readonly Lazy<Generated> Programs = new(static () => GeneratorHarness.Run(string.Join("\n", Methods.Select(static m => $$"""
        static partial class {{m.Key}}
        {
            [Fluxion.Differentiable]
            public static {{m.Value}}
        }
        """)).Insert(0, "using System;\n")));

    private static readonly Lazy<LoadedAssembly> Assembly = new(static () => Programs.Value.Load());

    private static IReadOnlyDictionary<string, string> Methods => new Dictionary<string, string>
    {
        ["Flat"] = """
            double Loss(double[] w, [Fluxion.NoDerivative] double[] x, [Fluxion.NoDerivative] int rows)
            {
                double s = 0;
                for (int n = 0; n < rows; n++)
                {
                    double e = Math.Sin(w[0] * x[3 * n]) + w[1] * x[3 * n + 1] * x[3 * n + 2];
                    for (int k = 0; k < 2; k++) { e = Math.Tanh(e * w[k]); }
                    s += e * e;
                }
                return s;
            }
            """,
        ["Matrix"] = """
            double Loss(double[] w, [Fluxion.NoDerivative] double[,] x)
            {
                double s = 0;
                for (int n = 0; n < x.GetLength(0); n++)
                {
                    double e = Math.Sin(w[0] * x[n, 0]) + w[1] * x[n, 1] * x[n, 2];
                    for (int k = 0; k < 2; k++) { e = Math.Tanh(e * w[k]); }
                    s += e * e;
                }
                return s;
            }
            """,
    };

    [Fact]
    public void RowsOfAnArrayAddUp()
    {
        double[] x = Data(3 * Most);
        AssertAddsUp(
            rows => (double[])Assembly.Value.Call("Flat", "LossGradient", Weights, x[..(3 * rows)], rows)!,
            row => (double[])Assembly.Value.Call("Flat", "LossGradient", Weights, x[(3 * row)..(3 * row + 3)], 1)!);
    }

    [Fact]
    public void RowsOfAMatrixAddUp()
    {
        double[] x = Data(3 * Most);
        AssertAddsUp(
            rows => (double[])Assembly.Value.Call("Matrix", "LossGradient", Weights, Matrix(x, 0, rows))!,
            row => (double[])Assembly.Value.Call("Matrix", "LossGradient", Weights, Matrix(x, row, 1))!);
    }

    [Theory]
    [InlineData("Flat")]
    [InlineData("Matrix")]
    public void RowsRunInLanes(string name) => Assert.Contains(
        "A trip in each lane",
        Programs.Value.Files.Single(f => f.HintName.StartsWith(name, StringComparison.Ordinal)).SourceText.ToString(),
        StringComparison.Ordinal);

    [Fact]
    public void DataThatEndsTooSoonThrows() => Assert.IsType<IndexOutOfRangeException>(Record.Exception(
        static () => Assembly.Value.Call("Flat", "LossGradient", Weights, Data(3 * Most - 1), Most)));

    private static void AssertAddsUp(Func<int, double[]> together, Func<int, double[]> alone)
    {
        double[] sum = [0, 0];

        for (int rows = 0; rows <= Most; rows++)
        {
            double[] actual = together(rows);
            Assert.All(sum.Zip(actual), static p => Assert.Equal(p.First, p.Second, 1e-12 * (1 + Math.Abs(p.First))));

            if (rows < Most)
            {
                sum = [.. sum.Zip(alone(rows), static (a, b) => a + b)];
            }
        }
    }

    private static double[] Data(int count) => [.. Enumerable.Range(0, count).Select(static i => Math.Cos(1.7 * i))];

    private static double[,] Matrix(double[] x, int first, int rows)
    {
        double[,] matrix = new double[rows, 3];

        for (int i = 0; i < 3 * rows; i++)
        {
            matrix[i / 3, i % 3] = x[(3 * first) + i];
        }

        return matrix;
    }
}
