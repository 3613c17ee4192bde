using Fluxion.Generator.Tests.Infrastructure;

namespace Fluxion.Generator.Tests.Behaviour;

/// <summary>Arrays of arrays as differentiable parameters.</summary>
public sealed class JaggedParameterTests
{
    private static readonly Lazy<LoadedAssembly> Model = new(static () => GeneratorHarness.Run("""
        using System;
        using Fluxion;

        static partial class Model
        {
            [Differentiable]
            public static double Layers(double[][] w, double[] x, double scale)
            {
                double total = 0;

                for (int i = 0; i < w.Length; i++)
                {
                    double[] row = w[i];
                    double sum = 0;
                    for (int j = 0; j < row.Length; j++) { sum += row[j] * x[j]; }
                    total += Math.Tanh(sum) * scale;
                }

                return total + w[0][0] * w[w.Length - 1][0];
            }

            [Differentiable]
            public static double First(double[][] w) => w[0][1] * w[0][1] * w[1][0];

            public static double[] ValueAndGradient(double[][] w, double[] x, double scale, double[][] dW, double[] dX)
            {
                double value = LayersValueAndGradient(w, x, scale, dW, dX, out double dScale);
                return [value, dScale];
            }
        }
        """).Load());

    private static readonly double[] X = [0.5, -1.2, 0.7];

    [Fact]
    public void GradientHasTheShapeOfTheParameter()
    {
        double[][] gradient = (double[][])Model.Value.Call("Model", "FirstGradient", (object)new double[][] { [1, 2, 3], [4] })!;

        Assert.Equal([[0, 16, 0], [4]], gradient);
    }

    [Fact]
    public void GradientAgreesWithDifferences()
    {
        double[][] dW = [[9, 9, 9], [9], [9, 9]];
        double[] dX = [9, 9, 9];
        double[] rest = (double[])Model.Value.Call("Model", "ValueAndGradient", Rows(), X, 1.5, dW, dX)!;

        Assert.Equal(Value(Rows(), X, 1.5), rest[0]);
        Agreement.AssertNear([NumericDerivative.At(s => Value(Rows(), X, s), 1.5).Slope], [rest[1]], 1e-8, "scale");

        for (int i = 0; i < dW.Length; i++)
        {
            for (int j = 0; j < dW[i].Length; j++)
            {
                double slope = NumericDerivative.At(v => Value(With(i, j, v), X, 1.5), Rows()[i][j]).Slope;
                Agreement.AssertNear([slope], [dW[i][j]], 1e-8, $"w[{i}][{j}]");
            }
        }
    }

    [Fact]
    public void FormulasAreLeftOutRatherThanWrong() => Assert.DoesNotContain("FirstExpressions", GeneratorHarness.Run("""
        static partial class Model
        {
            [Fluxion.Differentiable]
            public static double First(double[][] w) => w[0][1] * w[1][0];
        }
        """).Text, StringComparison.Ordinal);

    [Fact]
    public void ParameterMayHaveTheSameRowTwice()
    {
        double[] row = [1, 2];
        double[][] gradient = (double[][])Model.Value.Call("Model", "FirstGradient", (object)new double[][] { row, row })!;

        Assert.Equal([[0, 4], [4, 0]], gradient);
    }

    [Fact]
    public void DestinationOfAnotherShapeIsRefusedBeforeAnythingIsWritten()
    {
        double[] dX = [9, 9, 9];
        Refused([[9, 9, 9], [9]], dX);
        Refused([[9, 9, 9], [9], [9]], dX);
        Refused([[9, 9, 9], [9], null!], dX);
    }

    [Fact]
    public void DestinationThatSharesARowIsRefused()
    {
        double[][] w = Rows();
        double[] shared = [9];
        Refused([[9, 9, 9], w[1], [9, 9]], [9, 9, 9], w);
        Refused(w, [9, 9, 9], w);
        Refused([[9, 9, 9], shared, [9, 9]], [9, 9, 9], [[1, 2, 3], shared, [1, 2]]);
        Refused([X, [9], [9, 9]], [9, 9, 9]);
    }

    private static void Refused(double[][] dW, double[] dX, double[][]? w = null)
    {
        Assert.ThrowsAny<ArgumentException>(() => Model.Value.Call("Model", "ValueAndGradient", w ?? Rows(), X, 1.5, dW, dX));
        Assert.All(dX, static d => Assert.Equal(9, d));
    }

    private static double Value(double[][] w, double[] x, double scale) =>
        (double)Model.Value.Call("Model", "Layers", w, x, scale)!;

    private static double[][] Rows() => [[0.3, -0.4, 0.9], [1.1], [0.2, 0.6]];

    private static double[][] With(int row, int column, double value)
    {
        double[][] rows = Rows();
        rows[row][column] = value;
        return rows;
    }
}
