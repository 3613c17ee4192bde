using System.Text;

namespace Fluxion.Plotting.Svg;

/// <summary>The <c>d</c> attribute of a path.</summary>
internal sealed class PathData
{
    private readonly StringBuilder _text = new();

    public bool IsEmpty => _text.Length == 0;

    /// <summary>Where the last move or line led.</summary>
    public Pixel Position { get; private set; }

    public PathData MoveTo(double x, double y) => Append('M', x, y);

    public PathData LineTo(double x, double y) => Append('L', x, y);

    public PathData Close()
    {
        _text.Append('Z');
        return this;
    }

    /// <summary>Commands in coordinates relative to the current point, as in a marker's outline.</summary>
    public PathData Relative(string commands)
    {
        _text.Append(commands);
        return this;
    }

    public override string ToString() => _text.ToString();

    private PathData Append(char command, double x, double y)
    {
        Position = new Pixel(x, y);
        _text.Append(command).Append(SvgWriter.Number(x)).Append(' ').Append(SvgWriter.Number(y));
        return this;
    }
}
