namespace Fluxion.Tests;

/// <summary>The mean over rows a of (w·a + b)²/2, the gradient written by hand.</summary>
internal readonly struct Quadratic(double[] rows) : IBatchObjective<double>
{
    private static readonly string[] Names = ["w", "b"];

    public int ParameterCount => 2;

    public IReadOnlyList<string> ParameterNames => Names;

    public int RowCount => rows.Length;

    public double Value(ReadOnlySpan<double> parameters)
    {
        Span<double> gradient = stackalloc double[2];
        return ValueAndGradient(parameters, gradient);
    }

    public double ValueAndGradient(ReadOnlySpan<double> parameters, Span<double> gradient) =>
        ValueAndGradient(0, rows.Length, parameters, gradient);

    public double ValueAndGradient(int start, int count, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        double value = 0;
        gradient[..2].Clear();

        foreach (double row in rows.AsSpan(start, count))
        {
            double error = (parameters[0] * row) + parameters[1];
            value += error * error / 2 / count;
            gradient[0] += error * row / count;
            gradient[1] += error / count;
        }

        return value;
    }
}
