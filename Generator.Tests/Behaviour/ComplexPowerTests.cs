namespace Fluxion.Generator.Tests.Behaviour;

/// <summary>Powers of the complex zero, whose value is 0 whatever the exponent but 0: where there is no slope, it is NaN.</summary>
public sealed class ComplexPowerTests
{
    private const string Power = """
        [Differentiable]
        public static double Power(double x, double y, double re, double im)
        {
            System.Numerics.Complex z = System.Numerics.Complex.Pow(new(x, y), new System.Numerics.Complex(re, im));
            return 2 * z.Real + 3 * z.Imaginary;
        }

        [Differentiable]
        public static double Unused(double x, double y, double re, double im) =>
            x + 0 * System.Numerics.Complex.Pow(new(x, y), new System.Numerics.Complex(re, im)).Real;
        """;

    [Theory]
    [InlineData(2, 0, 0, 0)]
    [InlineData(1, 0, 2, 3)]
    [InlineData(0.5, 0, double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(2, 1, 0, 0)]
    [InlineData(1, 1, double.NaN, double.NaN)]
    [InlineData(0.5, -1, double.NaN, double.NaN)]
    [InlineData(0, 1, double.NaN, double.NaN)]
    [InlineData(-1, 0, double.NaN, double.NaN)]
    [InlineData(-2, 3, double.NaN, double.NaN)]
    public void SlopeByTheBaseIsThatOfThePowerOrNone(double re, double im, double byX, double byY)
    {
        double[] gradient = Script.Run(Power, $$"""
            double value = Model.PowerValueAndGradient(0, 0, {{re}}, {{im}}, out double x, out double y, out double re, out double im);
            return [value, x, y, re, im];
            """);

        Assert.Equal([0, byX, byY, 0, 0], gradient);
    }

    [Fact]
    public void PowerThatDoesNotCountHasNoPart()
    {
        double[] gradient = Script.Run(Power, """
            (double x, double y, double re, double im) = Model.UnusedGradient(0, 0, -1, 0);
            return [x, y, re, im];
            """);

        Assert.Equal([1, 0, 0, 0], gradient);
    }
}
