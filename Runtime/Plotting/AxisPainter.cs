using Fluxion.Plotting.Axes;
using Fluxion.Plotting.Svg;

namespace Fluxion.Plotting;

/// <summary>Draws the grid and the two axes of a frame.</summary>
internal sealed class AxisPainter(SvgWriter svg, Frame frame)
{
    private const double MajorLength = 5;
    private const double MinorLength = 3;

    /// <summary>A line across the frame at every labelled tick.</summary>
    public void DrawGrid(TickSet horizontal, TickSet vertical)
    {
        var path = new PathData();

        foreach (Tick tick in horizontal.Ticks.Where(tick => tick.Label is not null))
        {
            path.MoveTo(Crisp(frame.X(tick.Value)), frame.Top).LineTo(Crisp(frame.X(tick.Value)), frame.Bottom);
        }

        foreach (Tick tick in vertical.Ticks.Where(tick => tick.Label is not null))
        {
            path.MoveTo(frame.Left, Crisp(frame.Y(tick.Value))).LineTo(frame.Right, Crisp(frame.Y(tick.Value)));
        }

        svg.Empty("path", ("class", "grid"), ("d", path.ToString()));
    }

    /// <summary>Draws the axis below the frame.</summary>
    /// <param name="ticks">Its ticks.</param>
    /// <param name="label">What it measures.</param>
    /// <param name="labelY">The baseline of the label.</param>
    public void DrawHorizontal(TickSet ticks, string? label, double labelY)
    {
        double line = Crisp(frame.Bottom);
        PathData path = new PathData().MoveTo(frame.Left, line).LineTo(frame.Right, line);

        foreach (Tick tick in ticks.Ticks)
        {
            double x = Crisp(frame.X(tick.Value));
            path.MoveTo(x, line).LineTo(x, line + Length(tick));
        }

        svg.Empty("path", ("class", "axis muted"), ("d", path.ToString()));

        foreach (Tick tick in ticks.Ticks.Where(tick => tick.Label is not null))
        {
            DrawText(tick.Label!.Value, "muted tick-x", "middle", new Pixel(frame.X(tick.Value), frame.Bottom + 20));
        }

        DrawText(AxisLabel(label, ticks), "ink", "middle", new Pixel(frame.Left + (frame.Width / 2), labelY));
    }

    /// <summary>Draws the axis to the left of the frame.</summary>
    /// <param name="ticks">Its ticks.</param>
    /// <param name="label">What it measures.</param>
    /// <param name="labelX">The baseline of the label, which reads upwards.</param>
    public void DrawVertical(TickSet ticks, string? label, double labelX)
    {
        double line = Crisp(frame.Left);
        PathData path = new PathData().MoveTo(line, frame.Top).LineTo(line, frame.Bottom);

        foreach (Tick tick in ticks.Ticks)
        {
            double y = Crisp(frame.Y(tick.Value));
            path.MoveTo(line, y).LineTo(line - Length(tick), y);
        }

        svg.Empty("path", ("class", "axis muted"), ("d", path.ToString()));

        foreach (Tick tick in ticks.Ticks.Where(tick => tick.Label is not null))
        {
            DrawText(tick.Label!.Value, "muted tick-y", "end", new Pixel(frame.Left - 9, frame.Y(tick.Value) + 4.5));
        }

        var middle = new Pixel(labelX, frame.Top + (frame.Height / 2));
        DrawText(AxisLabel(label, ticks), "ink", "middle", middle, turned: true);
    }

    /// <summary>Half pixels make one-pixel lines sharp.</summary>
    private static double Crisp(double position) => Math.Floor(position) + 0.5;

    private static double Length(Tick tick) => tick.Label is null ? MinorLength : MajorLength;

    private static TextRun AxisLabel(string? label, TickSet ticks)
    {
        if (ticks.Exponent == 0)
        {
            return label ?? "";
        }

        string factor = string.IsNullOrEmpty(label) ? "×10" : $"{label}, ×10";
        return new TextRun(factor, NumberText.Integer(ticks.Exponent));
    }

    private void DrawText(TextRun text, string classes, string anchor, Pixel at, bool turned = false)
    {
        if (text.Text.Length == 0)
        {
            return;
        }

        if (turned)
        {
            string transform = $"translate({SvgWriter.Number(at.X)} {SvgWriter.Number(at.Y)}) rotate(-90)";
            svg.Element("text", text, ("class", classes), ("text-anchor", anchor), ("transform", transform));
        }
        else
        {
            svg.Element("text", text, ("class", classes), ("text-anchor", anchor), ("x", at.X), ("y", at.Y));
        }
    }
}
