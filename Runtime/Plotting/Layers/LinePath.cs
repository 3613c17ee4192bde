using Fluxion.Plotting.Svg;

namespace Fluxion.Plotting.Layers;

/// <summary>
/// Turns points into the path of a line: broken at points an axis cannot show, thinned to what a screen can show, and
/// cut at the frame.
/// </summary>
internal static class LinePath
{
    public static string Trace(double[] x, double[] y, Frame frame)
    {
        var path = new PathData();
        Pixel? last = null;

        foreach (Pixel? pixel in ColumnThinning.Thin(Pixels(x, y, frame)))
        {
            if (last is Pixel from && pixel is Pixel to)
            {
                AppendSegment(path, from, to, frame);
            }

            last = pixel;
        }

        return path.ToString();
    }

    /// <summary>Every point's pixel, <see langword="null"/> where the line is broken.</summary>
    private static IEnumerable<Pixel?> Pixels(double[] x, double[] y, Frame frame)
    {
        for (int i = 0; i < x.Length; i++)
        {
            yield return frame.TryMap(x[i], y[i], out Pixel pixel) ? pixel : null;
        }
    }

    private static void AppendSegment(PathData path, Pixel from, Pixel to, Frame frame)
    {
        if (!SegmentClipper.TryClip(frame, from, to, out Pixel start, out Pixel end))
        {
            return;
        }

        // A segment that begins where the last one ended continues it.
        if (path.IsEmpty || path.Position != start)
        {
            path.MoveTo(start.X, start.Y);
        }

        path.LineTo(end.X, end.Y);
    }
}
