namespace Fluxion.Tests.Optimization;

/// <summary>The mean squared error of a line; its batches can be evaluated by several threads.</summary>
internal sealed class LineFit(double[] x, double[] y) : IBatchObjective<double>
{
    public int RowCount => x.Length;

    public int ParameterCount => 2;

    public IReadOnlyList<string> ParameterNames { get; } = ["slope", "intercept"];

    public double Value(ReadOnlySpan<double> parameters) => ValueAndGradient(parameters, new double[2]);

    public double ValueAndGradient(ReadOnlySpan<double> parameters, Span<double> gradient) =>
        ValueAndGradient(0, x.Length, parameters, gradient);

    public double ValueAndGradient(int start, int count, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        (double cost, double dSlope, double dIntercept) = (0, 0, 0);

        for (int i = start; i < start + count; i++)
        {
            double error = (parameters[0] * x[i]) + parameters[1] - y[i];
            cost += error * error / count;
            dSlope += 2 * error * x[i] / count;
            dIntercept += 2 * error / count;
        }

        (gradient[0], gradient[1]) = (dSlope, dIntercept);
        return cost;
    }
}
