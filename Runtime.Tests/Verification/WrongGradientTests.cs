using Fluxion.Verification;

namespace Fluxion.Tests.Verification;

/// <summary>Gradients that are right, and the same with one component deliberately wrong.</summary>
public sealed class WrongGradientTests
{
    /// <summary>Functions of three variables with points where each derivative is neither 0 nor tiny.</summary>
    private static readonly (Func<double[], double> Value, Func<double[], double[]> Gradient, double[] Point)[] Smooth =
    [
        (p => p[0] * p[1] * p[2], p => [p[1] * p[2], p[0] * p[2], p[0] * p[1]], [1.5, -0.7, 2.2]),
        (
            p => Math.Sin(p[0]) + Math.Exp(p[1]) + Math.Log(p[2]),
            p => [Math.Cos(p[0]), Math.Exp(p[1]), 1 / p[2]],
            [0.3, -1.2, 0.05]
        ),
        (
            p => Math.Tanh((p[0] * p[1]) - p[2]),
            p => [p[1] * Slope(p), p[0] * Slope(p), -Slope(p)],
            [0.8, 1.1, 0.4]
        ),
        (
            p => 1 / (1 + (p[0] * p[0]) + (3 * p[1] * p[1])) + Math.Sqrt(p[2]),
            p => [-2 * p[0] * Square(p), -6 * p[1] * Square(p), 0.5 / Math.Sqrt(p[2])],
            [1, 0.4, 9]
        ),
    ];

    public static TheoryData<int, int> EveryComponent()
    {
        TheoryData<int, int> data = [];

        for (int i = 0; i < 3 * Smooth.Length; i++)
        {
            data.Add(i / 3, i % 3);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EveryComponent))]
    public void DoubleErrorOfAMillionthIsFoundWhereItIs(int function, int wrong)
    {
        (Func<double[], double> value, Func<double[], double[]> gradient, double[] point) = Smooth[function];
        GradientCheck.Assert(value, gradient, point);

        foreach (double factor in new[] { 1 + 1e-6, 1 - 1e-6, 2, 0, -1, double.NaN, double.PositiveInfinity })
        {
            AssertFound(GradientCheck.Compare(value, Spoil(gradient, wrong, factor), point), wrong);
        }
    }

    [Theory]
    [MemberData(nameof(EveryComponent))]
    public void SingleErrorOfAThousandthIsFoundWhereItIs(int function, int wrong)
    {
        (Func<double[], double> value, Func<double[], double[]> gradient, double[] point) = Smooth[function];
        float[] single = [.. point.Select(x => (float)x)];
        GradientCheck.Assert(p => (float)value(Widen(p)), p => Narrow(gradient(Widen(p))), single);

        foreach (double factor in new[] { 1.001, 0.999, 2, 0, -1, double.NaN, double.NegativeInfinity })
        {
            Func<double[], double[]> spoilt = Spoil(gradient, wrong, factor);
            GradientReport report = GradientCheck.Compare(
                p => (float)value(Widen(p)), p => Narrow(spoilt(Widen(p))), single);
            AssertFound(report, wrong);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void SingleErrorIsFoundInALossThatRoundsAtEveryStep(int wrong)
    {
        float[] x = [.. Enumerable.Range(0, 100).Select(i => i / 100f)];
        GradientCheck.Assert((w, b) => Loss(x, w, b), (w, b) => LossGradient(x, w, b), 0.3f, -0.4f);

        GradientReport report = GradientCheck.Compare(
            (w, b) => Loss(x, w, b),
            (w, b) =>
            {
                (float dW, float dB) = LossGradient(x, w, b);
                return wrong == 0 ? (dW * 1.001f, dB) : (dW, dB * 1.001f);
            },
            0.3f,
            -0.4f);
        AssertFound(report, wrong);
    }

    [Fact]
    public void MessageNamesTheParameterAndTheDifference()
    {
        GradientMismatchException error = Assert.Throws<GradientMismatchException>(
            () => GradientCheck.Assert(Cost, (weight, bias) => (bias, weight + 0.5), 4.0, 3.0));

        Assert.StartsWith(
            "The gradient is wrong at parameter 'bias' = 3: generated 4.5, numeric 4 ",
            error.Message,
            StringComparison.Ordinal);
        Assert.Contains("off by 5.0e-1 (1.1e-1 of it)", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, error.Report?.Worst?.Index);

        static double Cost(double weight, double bias) => weight * bias;
    }

    [Fact]
    public void WorstOfSeveralErrorsIsNamed()
    {
        GradientReport report = GradientCheck.Compare(
            (x, y, z) => x + y + z, (x, y, z) => (1.001, 1.1, 1.01), 1.0, 2.0, 3.0);
        Assert.Equal(1, report.Worst?.Index);
        Assert.All(report.Components, component => Assert.Equal(GradientVerdict.Disagrees, component.Verdict));
    }

    private static void AssertFound(GradientReport report, int wrong)
    {
        Assert.False(report.Passed);
        Assert.Equal(wrong, report.Worst?.Index);

        foreach (GradientComponent component in report.Components)
        {
            GradientVerdict expected = component.Index == wrong ? GradientVerdict.Disagrees : GradientVerdict.Agrees;
            Assert.True(component.Verdict == expected, report.ToString());
        }
    }

    private static Func<double[], double[]> Spoil(Func<double[], double[]> gradient, int index, double factor)
    {
        return p =>
        {
            double[] result = gradient(p);
            result[index] *= factor;
            return result;
        };
    }

    private static float Loss(float[] x, float w, float b)
    {
        float sum = 0;

        for (int i = 0; i < x.Length; i++)
        {
            float error = (w * x[i]) + b - (2 * x[i]);
            sum += error * error;
        }

        return sum / x.Length;
    }

    private static (float DW, float DB) LossGradient(float[] x, float w, float b)
    {
        (float dW, float dB) = (0, 0);

        for (int i = 0; i < x.Length; i++)
        {
            float error = (w * x[i]) + b - (2 * x[i]);
            dW += 2 * error * x[i] / x.Length;
            dB += 2 * error / x.Length;
        }

        return (dW, dB);
    }

    private static double Slope(double[] p) => 1 / Math.Pow(Math.Cosh((p[0] * p[1]) - p[2]), 2);

    private static double Square(double[] p) => Math.Pow(1 + (p[0] * p[0]) + (3 * p[1] * p[1]), -2);

    private static double[] Widen(float[] numbers) => [.. numbers.Select(x => (double)x)];

    private static float[] Narrow(double[] numbers) => [.. numbers.Select(x => (float)x)];
}
