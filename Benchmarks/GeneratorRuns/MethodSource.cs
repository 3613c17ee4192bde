namespace Fluxion.Benchmarks.GeneratorRuns;

/// <summary>Methods of the kinds people differentiate: a reduction, a formula, a branch, a loop in a loop.</summary>
internal static class MethodSource
{
    private static readonly string[] Methods =
    [
        """
            [Differentiable]
            public static float Cost(float w, float b, [Data] float[] x, [Data] float[] y)
            {
                float sum = FACTOR;
                for (int i = 0; i < x.Length; i++)
                {
                    float error = w * x[i] + b - y[i];
                    sum += error * error;
                }
                return sum / x.Length;
            }
        """,
        """
            [Differentiable]
            public static double Rosenbrock(double x, double y) =>
                (1 - x) * (1 - x) + FACTOR * Math.Pow(y - x * x, 2) + Math.Sin(x * y) / (1 + Math.Exp(-x));
        """,
        """
            [Differentiable]
            public static double Huber(double w, [Data] double[] x, [Data] double[] y)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    double error = Math.Abs(w * x[i] - y[i]);
                    if (error < FACTOR)
                    {
                        sum += 0.5 * error * error;
                    }
                    else
                    {
                        sum += error - 0.5;
                    }
                }
                return sum;
            }
        """,
        """
            [Differentiable]
            public static double Network(double[] weights, [NoDerivative] double[] input, double target)
            {
                double[] hidden = new double[8];
                double output = 0;
                for (int j = 0; j < hidden.Length; j++)
                {
                    double sum = FACTOR;
                    for (int i = 0; i < input.Length; i++)
                    {
                        sum += weights[j * input.Length + i] * input[i];
                    }
                    hidden[j] = Math.Tanh(sum);
                    output += hidden[j] * weights[8 * input.Length + j];
                }
                return (output - target) * (output - target);
            }
        """,
    ];

    /// <summary>A file with some of the methods, each in a type of its own.</summary>
    public static string File(IEnumerable<int> numbers) =>
        $$"""
        using System;
        using Fluxion;

        namespace Measured;

        {{string.Join("\n\n", numbers.Select(Type))}}
        """;

    private static string Type(int number) =>
        $$"""
        public static partial class Methods{{number}}
        {
        {{Methods[number % Methods.Length].Replace("FACTOR", "1", StringComparison.Ordinal)}}
        }
        """;
}
