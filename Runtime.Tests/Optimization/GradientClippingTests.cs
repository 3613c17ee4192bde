using Fluxion.Optimization;

namespace Fluxion.Tests.Optimization;

public sealed class GradientClippingTests
{
    [Theory]
    [InlineData(2, 5)]
    [InlineData(1, 7)]
    [InlineData(double.PositiveInfinity, 4)]
    public void LongGradientIsScaledToTheNorm(double order, double norm)
    {
        double[] gradient = [3, -4];
        Assert.Equal(norm, GradientClipping.ByNorm<double>(gradient, 0.5, order), 1e-14);
        double factor = 0.5 / (norm + 1e-6);
        Assert.Equal(3 * factor, gradient[0], 1e-14);
        Assert.Equal(-4 * factor, gradient[1], 1e-14);
    }

    [Fact]
    public void ShortGradientStaysBitForBit()
    {
        float[] gradient = [0.3f, -0.4f, 0];
        GradientClipping.ByNorm<float>(gradient, 1);
        Assert.Equal([0.3f, -0.4f, 0], gradient);
    }

    [Fact]
    public void EveryElementIsLimited()
    {
        float[] gradient = [3, -4, 0.5f, float.NaN, float.NegativeInfinity];
        GradientClipping.ByValue<float>(gradient, 1);
        Assert.Equal([1, -1, 0.5f, float.NaN, -1], gradient);
    }

    [Fact]
    public void MissingNumberSpreadsAsInPyTorch()
    {
        double[] gradient = [1, double.NaN];
        Assert.Equal(double.NaN, GradientClipping.ByNorm<double>(gradient, 1));
        Assert.Equal([double.NaN, double.NaN], gradient);
    }
}
