namespace Fluxion.Plotting;

/// <summary>How the contours of a cost are drawn.</summary>
public sealed class ContourOptions
{
    private readonly int _levels = 10;
    private readonly int _cells = 128;

    /// <summary>How many contours are wanted: 1 to 50. Where rounded levels coincide there are fewer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The new value is outside that range.</exception>
    public int Levels
    {
        get => _levels;
        init => _levels = InRange(value, 1, 50);
    }

    /// <summary>
    /// The cells in a row and in a column of the grid on which the cost is evaluated, 2 to 1000: about the square of it
    /// evaluations. A valley narrower than a cell may be missed.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The new value is outside that range.</exception>
    public int Cells
    {
        get => _cells;
        init => _cells = InRange(value, 2, 1000);
    }

    /// <summary>Whether the contours carry their levels.</summary>
    public bool LevelLabels { get; init; } = true;

    private static int InRange(int value, int least, int greatest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, greatest);
        return value;
    }
}
