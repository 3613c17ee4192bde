namespace Fluxion.Plotting.Contours;

/// <summary>Finds the closed curves along which a cost has a given value.</summary>
/// <remarks>
/// Marching squares: the corners of a cell below the level say which of its edges the curve crosses. Every piece runs
/// from the edge where a walk around the cell leaves the region below the level to one where it enters; the neighbour
/// sees the same edge the other way, so pieces join end to start and close. A cell whose opposite corners are below is
/// settled by the mean of its corners.
/// </remarks>
internal static class MarchingSquares
{
    // The corners of a cell in the order of the walk; edge k leads from corner k to corner k + 1.
    private static readonly (int Column, int Row)[] Corners = [(0, 0), (1, 0), (1, 1), (0, 1)];

    public static List<List<Pixel>> Trace(CostGrid grid, double level)
    {
        Dictionary<int, int> next = Pieces(grid, level);
        var curves = new List<List<Pixel>>();

        // In the order found, which is that of the grid, and not in that of a hash table.
        foreach (int start in next.Keys.Order().ToArray())
        {
            var curve = new List<Pixel>();

            for (int edge = start; next.Remove(edge, out int following); edge = following)
            {
                curve.Add(Crossing(grid, level, edge));
            }

            if (curve.Count > 0)
            {
                curves.Add(curve);
            }
        }

        return curves;
    }

    /// <summary>For every edge where a piece starts, the edge where it ends.</summary>
    private static Dictionary<int, int> Pieces(CostGrid grid, double level)
    {
        var next = new Dictionary<int, int>();

        for (int row = 0; row < grid.Size - 1; row++)
        {
            for (int column = 0; column < grid.Size - 1; column++)
            {
                AddPieces(grid, level, (column, row), next);
            }
        }

        return next;
    }

    private static void AddPieces(CostGrid grid, double level, (int Column, int Row) cell, Dictionary<int, int> next)
    {
        ReadOnlySpan<bool> below =
        [
            Value(grid, cell, 0) < level,
            Value(grid, cell, 1) < level,
            Value(grid, cell, 2) < level,
            Value(grid, cell, 3) < level,
        ];
        bool saddle = below[0] == below[2] && below[1] == below[3];

        for (int start = 0; start < 4; start++)
        {
            if (below[start] && !below[(start + 1) % 4])
            {
                int end = saddle ? SaddleEnd(grid, level, cell, start) : EntryEdge(below);
                next[EdgeId(grid, cell, start)] = EdgeId(grid, cell, end);
            }
        }
    }

    private static int EntryEdge(ReadOnlySpan<bool> below)
    {
        int edge = 0;

        while (below[edge] || !below[(edge + 1) % 4])
        {
            edge++;
        }

        return edge;
    }

    /// <summary>Two pieces: around the corners above if the middle is below, else around those below.</summary>
    private static int SaddleEnd(CostGrid grid, double level, (int Column, int Row) cell, int start)
    {
        double mean = Enumerable.Range(0, 4).Sum(corner => Value(grid, cell, corner) / 4);
        return (start + (mean < level ? 1 : 3)) % 4;
    }

    private static double Value(CostGrid grid, (int Column, int Row) cell, int corner) =>
        grid[cell.Column + Corners[corner].Column, cell.Row + Corners[corner].Row];

    /// <summary>Two numbers for each place: its edge to the right, and its edge down.</summary>
    private static int EdgeId(CostGrid grid, (int Column, int Row) cell, int edge)
    {
        (int column, int row) = edge switch
        {
            1 => (cell.Column + 1, cell.Row),
            2 => (cell.Column, cell.Row + 1),
            _ => cell,
        };

        return (2 * ((row * grid.Size) + column)) + (edge % 2);
    }

    private static Pixel Crossing(CostGrid grid, double level, int edge)
    {
        int place = edge / 2;
        (int column, int row) = (place % grid.Size, place / grid.Size);
        (int otherColumn, int otherRow) = edge % 2 == 0 ? (column + 1, row) : (column, row + 1);
        double share = Share(grid[column, row], grid[otherColumn, otherRow], level);
        Pixel from = grid.PixelAt(column, row);
        Pixel to = grid.PixelAt(otherColumn, otherRow);
        return new Pixel(from.X + (share * (to.X - from.X)), from.Y + (share * (to.Y - from.Y)));
    }

    /// <summary>How far along an edge the level lies; next to an infinite cost, at the finite end.</summary>
    private static double Share(double from, double to, double level)
    {
        if (double.IsFinite(from) && double.IsFinite(to))
        {
            return Math.Clamp((level - from) / (to - from), 0, 1);
        }

        return double.IsFinite(from) ? 0 : 1;
    }
}
