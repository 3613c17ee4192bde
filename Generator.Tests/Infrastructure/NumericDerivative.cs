namespace Fluxion.Generator.Tests.Infrastructure;

/// <summary>
/// Derivatives from values alone: central differences at shrinking steps, extrapolated to step zero by Neville's scheme
/// with an estimate of the error (C. J. F. Ridders, Advances in Engineering Software 4, 1982).
/// </summary>
internal static class NumericDerivative
{
    private const int Rows = 10;
    private const double Shrink = 1.4;

    /// <summary>The derivative at <paramref name="x"/>, and how far off it may be: much, near a kink or a step.</summary>
    public static (double Slope, double Error) At(Func<double, double> function, double x, double step = 0.02)
    {
        double[,] table = new double[Rows, Rows];
        (double Slope, double Error) best = (double.NaN, double.PositiveInfinity);

        for (int row = 0; row < Rows; row++, step /= Shrink)
        {
            table[row, 0] = (function(x + step) - function(x - step)) / (2 * step);
            double factor = 1;

            for (int column = 1; column <= row; column++)
            {
                factor *= Shrink * Shrink;
                double left = table[row, column - 1];
                double above = table[row - 1, column - 1];
                table[row, column] = left + ((left - above) / (factor - 1));
                double error = Math.Max(Math.Abs(table[row, column] - left), Math.Abs(table[row, column] - above));

                if (error < best.Error)
                {
                    best = (table[row, column], error);
                }
            }
        }

        return best;
    }
}
