using Fluxion.Plotting.Axes;

namespace Fluxion.Plotting;

/// <summary>The rectangle in which data is drawn, in pixels, with its axes.</summary>
internal sealed record Frame(double Left, double Top, double Width, double Height, Axis XAxis, Axis YAxis)
{
    /// <summary>Far enough outside to be clipped, near enough for arithmetic on pixels to stay exact.</summary>
    private const double Outside = 1e6;

    /// <summary>Where labels inside the frame would hide data.</summary>
    public IReadOnlyList<Pixel> Occupied { get; init; } = [];

    public double Right => Left + Width;

    public double Bottom => Top + Height;

    /// <summary>The horizontal position of a number in pixels; NaN if the axis cannot show it.</summary>
    public double X(double value) => Left + (Width * Limit(XAxis.Fraction(value)));

    /// <summary>The vertical position of a number in pixels; NaN if the axis cannot show it.</summary>
    public double Y(double value) => Bottom - (Height * Limit(YAxis.Fraction(value)));

    /// <summary>The position of a point; false if an axis cannot show it.</summary>
    public bool TryMap(double x, double y, out Pixel pixel)
    {
        pixel = new Pixel(X(x), Y(y));
        return !double.IsNaN(pixel.X) && !double.IsNaN(pixel.Y);
    }

    public bool Contains(Pixel pixel) =>
        pixel.X >= Left && pixel.X <= Right && pixel.Y >= Top && pixel.Y <= Bottom;

    private static double Limit(double fraction) => Math.Clamp(fraction, -Outside, Outside);
}
