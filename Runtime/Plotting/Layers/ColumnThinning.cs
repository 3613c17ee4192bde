namespace Fluxion.Plotting.Layers;

/// <summary>
/// Keeps of every run of points in one half-pixel column the first, the lowest, the highest and the last: the line
/// covers the same pixels as through all of them (Jugel et al., "M4", VLDB 2014).
/// </summary>
internal static class ColumnThinning
{
    private const double ColumnsPerPixel = 2;

    /// <summary>Thins a line; <see langword="null"/> breaks it, before and after.</summary>
    public static IEnumerable<Pixel?> Thin(IEnumerable<Pixel?> points)
    {
        var run = new Run();

        foreach (Pixel? point in points)
        {
            if (point is not Pixel pixel || !run.Accepts(pixel))
            {
                foreach (Pixel kept in run.Flush())
                {
                    yield return kept;
                }
            }

            if (point is Pixel next)
            {
                run.Add(next);
            }
            else
            {
                yield return null;
            }
        }

        foreach (Pixel kept in run.Flush())
        {
            yield return kept;
        }
    }

    /// <summary>Consecutive points of one column.</summary>
    private sealed class Run
    {
        private int _count;
        private (int Index, Pixel Pixel) _first;
        private (int Index, Pixel Pixel) _lowest;
        private (int Index, Pixel Pixel) _highest;
        private (int Index, Pixel Pixel) _last;

        public bool Accepts(Pixel pixel) => _count == 0 || Column(pixel) == Column(_first.Pixel);

        public void Add(Pixel pixel)
        {
            _last = (_count, pixel);

            if (_count++ == 0)
            {
                _first = _lowest = _highest = _last;
            }
            else if (pixel.Y > _lowest.Pixel.Y)
            {
                _lowest = _last;
            }
            else if (pixel.Y < _highest.Pixel.Y)
            {
                _highest = _last;
            }
        }

        public IEnumerable<Pixel> Flush()
        {
            (int Index, Pixel Pixel)[] kept = _count == 0 ? [] : [_first, _lowest, _highest, _last];
            _count = 0;
            return kept.DistinctBy(point => point.Index).OrderBy(point => point.Index).Select(point => point.Pixel);
        }

        private static double Column(Pixel pixel) => Math.Floor(pixel.X * ColumnsPerPixel);
    }
}
