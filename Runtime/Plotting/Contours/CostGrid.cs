namespace Fluxion.Plotting.Contours;

/// <summary>A cost at evenly spaced places of the frame, in rows from its upper left corner.</summary>
/// <remarks>
/// Around the values lies a ring at the places of the outermost ones whose cost is infinite, so that every contour is a
/// closed curve. NaN counts as infinite too: as above every level.
/// </remarks>
internal sealed class CostGrid
{
    private readonly double[] _values;
    private readonly Frame _frame;
    private readonly int _cells;

    private CostGrid(Frame frame, int cells)
    {
        _frame = frame;
        _cells = cells;
        Size = cells + 3;
        _values = new double[Size * Size];
        Array.Fill(_values, double.PositiveInfinity);
    }

    /// <summary>The number of places in a row and in a column, the ring included.</summary>
    public int Size { get; }

    public double this[int column, int row] => _values[(row * Size) + column];

    /// <summary>Evaluates a cost over the frame.</summary>
    /// <param name="cost">The cost.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="cells">The number of cells in a row and in a column.</param>
    public static CostGrid Evaluate(Func<double, double, double> cost, Frame frame, int cells)
    {
        var grid = new CostGrid(frame, cells);

        for (int row = 1; row <= cells + 1; row++)
        {
            double y = frame.YAxis.At(1 - grid.Share(row));

            for (int column = 1; column <= cells + 1; column++)
            {
                double value = cost(frame.XAxis.At(grid.Share(column)), y);
                grid._values[(row * grid.Size) + column] = double.IsNaN(value) ? double.PositiveInfinity : value;
            }
        }

        return grid;
    }

    /// <summary>The finite values, ascending.</summary>
    public double[] SortedValues()
    {
        double[] finite = [.. _values.Where(double.IsFinite)];
        Array.Sort(finite);
        return finite;
    }

    public Pixel PixelAt(int column, int row) =>
        new(_frame.Left + (Share(column) * _frame.Width), _frame.Top + (Share(row) * _frame.Height));

    private double Share(int index) => Math.Clamp(index - 1, 0, _cells) / (double)_cells;
}
