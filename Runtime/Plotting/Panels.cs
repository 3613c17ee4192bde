using Fluxion.Plotting.Svg;

namespace Fluxion.Plotting;

/// <summary>Several figures in rows, from left to right: <c>new Panels(left, right).Save("both.svg")</c>.</summary>
public sealed class Panels : Figure
{
    private const double TitleHeight = 40;

    private readonly Figure[] _figures;
    private readonly int _columns;

    /// <summary>Makes a figure of figures, all in one row.</summary>
    /// <param name="figures">The figures; each keeps its size.</param>
    /// <exception cref="ArgumentException"><paramref name="figures"/> is empty or has a null.</exception>
    public Panels(params IReadOnlyList<Figure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);

        if (figures.Count == 0 || figures.Contains(null!))
        {
            throw new ArgumentException("There must be figures, and none of them null.", nameof(figures));
        }

        _figures = [.. figures];
        _columns = _figures.Length;
    }

    /// <summary>How many figures stand in a row.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The new value is less than 1.</exception>
    public int Columns
    {
        get => _columns;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Columns));
            _columns = value;
        }
    }

    internal override double TotalWidth => Rows.Max(row => row.Sum(figure => figure.TotalWidth));

    internal override double TotalHeight => Heading + Rows.Sum(row => row.Max(figure => figure.TotalHeight));

    private double Heading => string.IsNullOrEmpty(Title) ? 0 : TitleHeight;

    private IEnumerable<Figure[]> Rows => _figures.Chunk(_columns);

    internal override void Draw(SvgWriter svg)
    {
        if (!string.IsNullOrEmpty(Title))
        {
            svg.Element("text", Title, ("class", "title ink"), ("x", PlotPainter.Padding), ("y", TitleHeight - 10));
        }

        double y = Heading;

        foreach (Figure[] row in Rows)
        {
            DrawRow(svg, row, y);
            y += row.Max(figure => figure.TotalHeight);
        }
    }

    private static void DrawRow(SvgWriter svg, Figure[] row, double y)
    {
        double x = 0;

        foreach (Figure figure in row)
        {
            svg.Open("g", ("transform", $"translate({SvgWriter.Number(x)} {SvgWriter.Number(y)})"));
            figure.Draw(svg);
            svg.Close();
            x += figure.TotalWidth;
        }
    }
}
