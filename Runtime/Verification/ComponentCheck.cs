using System.Globalization;
using System.Numerics;

namespace Fluxion.Verification;

/// <summary>Decides about one partial derivative.</summary>
/// <typeparam name="T">The type in which the function is computed.</typeparam>
/// <param name="value">The value of the function at the point.</param>
/// <param name="relativeTolerance">The relative difference that is always allowed.</param>
internal sealed class ComponentCheck<T>(double value, double relativeTolerance)
    where T : IFloatingPointIeee754<T>
{
    // A good estimate is a fraction of a derivative that is not 0; one that is 0 must be small beside the function.
    private const double GoodFraction = 0.1;
    private const double SafetyFactor = 2;
    private const double KinkSafety = 4;
    private const double KinkFraction = 1e-3;

    // Half the digits: what differences give of a well scaled function, with some to spare.
    private static readonly double Resolution = 0.1 * Math.Sqrt(NumericSlope<T>.Epsilon);

    /// <summary>Compares the partial derivative with the slope of the function along the parameter.</summary>
    internal GradientComponent Run(int index, string name, Func<T, T> alongParameter, T parameter, T generated)
    {
        double at = double.CreateTruncating(parameter);
        double partial = double.CreateTruncating(generated);

        if (!double.IsFinite(value) || !double.IsFinite(at))
        {
            const string NotFinite = "the function or the parameter is not finite here";
            return new GradientComponent(index, name, at, partial, double.NaN, double.PositiveInfinity,
                double.PositiveInfinity, GradientVerdict.Unreliable, NotFinite);
        }

        var numeric = new NumericSlope<T>(alongParameter, parameter);
        Estimate slope = numeric.Slope;
        double size = Math.Max(Finite(partial), Finite(slope.Value));
        double unit = Math.Max(size, numeric.Unit);
        double tolerance = (SafetyFactor * (slope.Error + numeric.Rounding)) + (relativeTolerance * size) + numeric.Absorbed;
        (GradientVerdict verdict, string reason) = Judge(partial, numeric, tolerance, size, unit);

        return new GradientComponent(
            index, name, at, partial, slope.Value, slope.Error, tolerance, verdict, reason);
    }

    private static (GradientVerdict Verdict, string Reason) Judge(
        double partial, NumericSlope<T> numeric, double tolerance, double size, double unit)
    {
        Estimate slope = numeric.Slope;

        if (!slope.IsKnown)
        {
            return (GradientVerdict.Unreliable, "the function is not finite on both sides");
        }

        Estimate jump = numeric.Jump;
        double smooth = (KinkSafety * jump.Error) + (KinkFraction * size) + (Resolution * unit);

        if (jump.IsKnown && Math.Abs(jump.Value) > smooth)
        {
            string change = jump.Value.ToString("G3", CultureInfo.InvariantCulture);
            return (GradientVerdict.Unreliable, $"there is a kink, the slope changes by {change}");
        }

        bool isGood = slope.Error <= Math.Max(GoodFraction * size, Resolution * unit);

        if (double.IsNaN(partial) || (double.IsInfinity(partial) && slope.Error <= GoodFraction * size)
            || (double.IsFinite(partial) && Math.Abs(partial - slope.Value) > tolerance))
        {
            return (GradientVerdict.Disagrees, "");
        }

        return isGood && double.IsFinite(partial)
            ? (GradientVerdict.Agrees, "")
            : (GradientVerdict.Unreliable, "the differences do not converge");
    }

    private static double Finite(double number) => double.IsFinite(number) ? Math.Abs(number) : 0;
}
