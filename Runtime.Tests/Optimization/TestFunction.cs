namespace Fluxion.Tests.Optimization;

/// <summary>The functions of two parameters whose descents PyTorch has recorded.</summary>
internal sealed class TestFunction(string name) : IObjective<double>
{
    public int ParameterCount => 2;

    public IReadOnlyList<string> ParameterNames => ["x", "y"];

    public double Value(ReadOnlySpan<double> parameters) => ValueAndGradient(parameters, new double[2]);

    public double ValueAndGradient(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        (double x, double y) = (parameters[0], parameters[1]);

        if (name == "quadratic")
        {
            (gradient[0], gradient[1]) = ((3 * x) + y - 1, x + y);
            return (1.5 * x * x) + (x * y) + (0.5 * y * y) - x;
        }

        Assert.Equal("rosenbrock", name);
        double valley = y - (x * x);
        double dValley = 100 * (2 * valley);
        (gradient[0], gradient[1]) = ((-dValley * (2 * x)) - (2 * (1 - x)), dValley);
        return (100 * valley * valley) + ((1 - x) * (1 - x));
    }
}
