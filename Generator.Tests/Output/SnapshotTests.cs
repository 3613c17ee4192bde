using System.Runtime.CompilerServices;
using Fluxion.Generator.Tests.Infrastructure;

namespace Fluxion.Generator.Tests.Output;

/// <summary>What generated code looks like: to be read in review like code.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void LinearRegression() => Verify("""
        using Fluxion;

        static partial class LinearRegression
        {
            static readonly float[] X = [1, 2, 3];
            static readonly float[] Y = [2, 4, 6];

            [Differentiable]
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
        """);

    [Fact]
    public void TwoScalars() => Verify("""
        using System;
        using Fluxion;

        namespace Lessons;

        public static partial class Losses
        {
            [Differentiable]
            public static double Loss(double x, double y)
            {
                double square = x * x;
                return square + Math.Sin(y);
            }
        }
        """);

    [Fact]
    public void BranchAndEarlyReturn() => Verify("""
        using System;
        using Fluxion;

        static partial class Losses
        {
            [Differentiable]
            static double Huber(double error, [NoDerivative] double delta)
            {
                double size = Math.Abs(error);
                if (size <= delta)
                {
                    return 0.5 * error * error;
                }

                return delta * (size - (0.5 * delta));
            }
        }
        """);

    [Fact]
    public void RecurrenceRecordsWhatItOverwrites() => Verify("""
        using System;
        using Fluxion;

        static partial class Maps
        {
            [Differentiable]
            static double Logistic(double r, double x, int steps)
            {
                for (int i = 0; i < steps; i++)
                {
                    x = r * x * (1 - x);
                }

                return x;
            }
        }
        """);

    [Fact]
    public void DotProductOfSpans() => Verify("""
        using System;
        using Fluxion;

        static partial class Models
        {
            [Differentiable]
            static float Predict(ReadOnlySpan<float> weights, [Data] ReadOnlySpan<float> inputs, float bias)
            {
                float sum = bias;
                for (int i = 0; i < weights.Length; i++)
                {
                    sum += weights[i] * inputs[i];
                }

                return MathF.Tanh(sum);
            }
        }
        """);

    [Fact]
    public void HiddenLayerTakesOnePass() => Verify("""
        using System;
        using Fluxion;

        static partial class Networks
        {
            [Differentiable]
            static double Loss(double[] weights, double[] output, [NoDerivative] double[,] x, [NoDerivative] double[] y)
            {
                double[] hidden = new double[output.Length];
                double loss = 0;
                for (int row = 0; row < y.Length; row++)
                {
                    for (int j = 0; j < hidden.Length; j++)
                    {
                        double sum = 0;
                        for (int i = 0; i < x.GetLength(1); i++)
                        {
                            sum += weights[j * x.GetLength(1) + i] * x[row, i];
                        }

                        hidden[j] = Math.Tanh(sum);
                    }

                    double error = -y[row];
                    for (int j = 0; j < hidden.Length; j++)
                    {
                        error += output[j] * hidden[j];
                    }

                    loss += error * error;
                }

                return loss / y.Length;
            }
        }
        """);

    [Fact]
    public void RecursionRecordsOnOneStack() => Verify("""
        using Fluxion;

        static partial class Scans
        {
            [Differentiable]
            static double Loss(double[] x, double rate)
            {
                Scan(x, 0, x.Length, rate);
                return x[0] * x[x.Length - 1];
            }

            static void Scan(double[] x, int low, int high, double rate)
            {
                if (high - low < 2)
                {
                    return;
                }

                int middle = (low + high) / 2;
                Scan(x, low, middle, rate);
                Scan(x, middle, high, rate * rate);

                for (int i = middle; i < high; i++)
                {
                    x[i] += rate * x[middle - 1] * x[i];
                }
            }
        }
        """);

    private static void Verify(string source, [CallerMemberName] string method = "")
    {
        Generated generated = GeneratorHarness.Run(source);
        Assert.Empty(generated.Diagnostics);
        Assert.Empty(generated.CompilerProblems());
        Snapshot.Verify(generated, nameof(SnapshotTests), method);
    }
}
