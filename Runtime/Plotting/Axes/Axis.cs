namespace Fluxion.Plotting.Axes;

/// <summary>A range of numbers along an edge of the frame.</summary>
/// <param name="Scale">How they are spread.</param>
/// <param name="Low">The start; on a logarithmic axis its decimal logarithm, so that no range overflows.</param>
/// <param name="High">The end, likewise.</param>
internal sealed record Axis(AxisScale Scale, double Low, double High)
{
    /// <summary>Beyond this a linear axis could not even hold the difference of two numbers.</summary>
    private const double Largest = 1e300;

    public static bool CanShow(AxisScale scale, double value) =>
        scale == AxisScale.Log ? value > 0 && double.IsFinite(value) : Math.Abs(value) <= Largest;

    public static double Transform(AxisScale scale, double value) =>
        scale == AxisScale.Log ? Math.Log10(value) : value;

    /// <summary>Where a number lies: 0 at the start of the axis, 1 at its end; NaN if it has no place.</summary>
    public double Fraction(double value) =>
        CanShow(Scale, value) ? (Transform(Scale, value) - Low) / (High - Low) : double.NaN;

    /// <summary>The number at a place.</summary>
    public double At(double fraction)
    {
        double position = Low + (fraction * (High - Low));
        return Scale == AxisScale.Log ? Math.Pow(10, position) : position;
    }

    /// <summary>Ticks that read well, about as many as asked for.</summary>
    public TickSet Ticks(int count) =>
        Scale == AxisScale.Log ? LogTicks.Choose(Low, High, count) : LinearTicks.Choose(Low, High, count);
}
