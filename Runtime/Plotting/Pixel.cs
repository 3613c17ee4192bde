namespace Fluxion.Plotting;

/// <summary>A position in the picture; y grows downwards.</summary>
internal readonly record struct Pixel(double X, double Y)
{
    public double DistanceTo(Pixel other) => double.Hypot(X - other.X, Y - other.Y);
}
