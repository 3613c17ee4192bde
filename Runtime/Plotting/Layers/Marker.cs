using Fluxion.Plotting.Svg;

namespace Fluxion.Plotting.Layers;

/// <summary>The outline of a mark around a point, in units of its radius; all cover about the same area.</summary>
internal sealed record Marker(params (double X, double Y)[] Corners)
{
    /// <summary>No corners stand for a circle.</summary>
    public static readonly Marker Circle = new();

    public static readonly Marker[] All =
    [
        Circle,
        new((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
        new((0, -1.25), (1.2, 0.85), (-1.2, 0.85)),
        new((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
        new((0, 1.25), (-1.2, -0.85), (1.2, -0.85)),
    ];

    public void AppendTo(PathData path, Pixel center, double radius)
    {
        if (Corners.Length == 0)
        {
            AppendCircle(path, center, radius);
            return;
        }

        for (int i = 0; i < Corners.Length; i++)
        {
            double x = center.X + (radius * Corners[i].X);
            double y = center.Y + (radius * Corners[i].Y);
            _ = i == 0 ? path.MoveTo(x, y) : path.LineTo(x, y);
        }

        path.Close();
    }

    private static void AppendCircle(PathData path, Pixel center, double radius)
    {
        string r = SvgWriter.Number(radius);
        string d = SvgWriter.Number(2 * radius);
        path.MoveTo(center.X - radius, center.Y)
            .Relative($"a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0")
            .Close();
    }
}
