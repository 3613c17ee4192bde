using System.Text;
using Fluxion.Plotting.Svg;

namespace Fluxion.Plotting;

/// <summary>
/// A picture that writes itself as SVG, legible on light and dark pages. The same calls give the same bytes, whatever
/// the culture and the machine.
/// </summary>
public abstract class Figure
{
    /// <summary>What the figure shows, in a line above it.</summary>
    public string? Title { get; init; }

    /// <summary>The width in pixels.</summary>
    internal abstract double TotalWidth { get; }

    /// <summary>The height in pixels.</summary>
    internal abstract double TotalHeight { get; }

    /// <summary>Draws the figure.</summary>
    /// <returns>An SVG document, its lines separated by <c>\n</c>.</returns>
    /// <exception cref="InvalidOperationException">
    /// A range starts at zero or below although its axis is logarithmic.
    /// </exception>
    public string ToSvg()
    {
        var svg = new SvgWriter();
        svg.Open(
            "svg",
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("class", "fluxion"),
            ("role", "img"),
            ("width", TotalWidth),
            ("height", TotalHeight),
            ("viewBox", $"0 0 {SvgWriter.Number(TotalWidth)} {SvgWriter.Number(TotalHeight)}"));

        if (!string.IsNullOrEmpty(Title))
        {
            svg.Element("title", Title);
        }

        svg.Element("style", Theme.StyleSheet);
        svg.Empty("rect", ("class", "paper"), ("width", TotalWidth), ("height", TotalHeight));
        Draw(svg);
        svg.Close();
        return svg.ToString();
    }

    /// <summary>Draws the figure into a file (UTF-8), replacing what was there; missing folders are made.</summary>
    /// <param name="path">The file, by custom ending in <c>.svg</c>.</param>
    /// <returns>The full path of the file.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    /// <exception cref="InvalidOperationException">See <see cref="ToSvg"/>.</exception>
    public string Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string fullPath = Path.GetFullPath(path);
        string svg = ToSvg();
        Directory.CreateDirectory(Path.GetDirectoryName(fullPath)!);
        File.WriteAllText(fullPath, svg, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return fullPath;
    }

    /// <summary>Draws into the rectangle from the origin to the total width and height.</summary>
    internal abstract void Draw(SvgWriter svg);
}
