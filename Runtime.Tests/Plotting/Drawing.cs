using System.Xml.Linq;
using Fluxion.Plotting;

namespace Fluxion.Tests.Plotting;

/// <summary>A figure read back: it is well-formed XML, or reading it throws.</summary>
internal sealed class Drawing(Figure figure)
{
    private readonly XElement _root = XDocument.Parse(figure.ToSvg()).Root!;

    public string[] XTicks => Texts("tick-x");

    public string[] YTicks => Texts("tick-y");

    /// <summary>Everything written, in order.</summary>
    public string[] AllText => [.. Elements("text").Select(text => text.Value)];

    /// <summary>The outlines of elements of a class, in the order drawn; the legend's samples come first.</summary>
    public string[] Paths(string className) =>
        [.. Elements("path").Where(path => HasClass(path, className)).Select(path => path.Attribute("d")!.Value)];

    /// <summary>How many pieces a path has.</summary>
    public static int Pieces(string path) => path.Count(c => c == 'M');

    private string[] Texts(string className) =>
        [.. Elements("text").Where(text => HasClass(text, className)).Select(text => text.Value)];

    private IEnumerable<XElement> Elements(string name) => _root.Descendants(_root.Name.Namespace + name);

    private static bool HasClass(XElement element, string name) =>
        (element.Attribute("class")?.Value ?? "").Split(' ').Contains(name);
}
