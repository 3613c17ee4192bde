using Fluxion.Plotting.Axes;
using Fluxion.Plotting.Contours;
using Fluxion.Plotting.Svg;

namespace Fluxion.Plotting.Layers;

/// <summary>The contours of a cost over the whole frame, darker towards its minimum.</summary>
internal sealed class ContourLayer(
    Func<double, double, double> cost, (double From, double To) x, (double From, double To) y, ContourOptions options)
    : Layer(label: null, default)
{
    public override bool FillsFrame => true;

    public override void Extend(DataBounds bounds)
    {
        bounds.Include(x.From, y.From);
        bounds.Include(x.To, y.To);
    }

    public override void Draw(SvgWriter svg, Frame frame)
    {
        CostGrid grid = CostGrid.Evaluate(cost, frame, options.Cells);
        double[] levels = ContourLevels.Choose(grid.SortedValues(), options.Levels);
        List<List<Pixel>>[] contours = [.. levels.Select(level => MarchingSquares.Trace(grid, level))];

        // From the outside in: each region lies over the ones around it.
        for (int i = levels.Length - 1; i >= 0; i--)
        {
            string classes = $"band {Theme.ColorClass(0)}";
            svg.Empty("path", ("class", classes), ("fill-rule", "evenodd"), ("d", Outline(contours[i])));
        }

        if (options.LevelLabels)
        {
            var labels = new LevelLabels(frame);

            for (int i = levels.Length - 1; i >= 0; i--)
            {
                labels.Place(svg, levels[i], contours[i]);
            }
        }
    }

    public override void DrawKey(SvgWriter svg, Pixel start)
    {
        // Contours carry their numbers themselves.
    }

    private static string Outline(List<List<Pixel>> curves)
    {
        var path = new PathData();

        foreach (List<Pixel> curve in curves)
        {
            path.MoveTo(curve[0].X, curve[0].Y);

            foreach (Pixel pixel in curve.Skip(1))
            {
                path.LineTo(pixel.X, pixel.Y);
            }

            path.Close();
        }

        return path.ToString();
    }
}
