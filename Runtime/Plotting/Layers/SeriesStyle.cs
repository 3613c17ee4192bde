using Fluxion.Plotting.Svg;

namespace Fluxion.Plotting.Layers;

/// <summary>What tells a series from the others: a colour, and for those who see none, a dash or a marker.</summary>
/// <param name="Color">The number of the series in the figure.</param>
/// <param name="Shape">Its number among those drawn the same way.</param>
internal readonly record struct SeriesStyle(int Color, int Shape)
{
    private static readonly string[] Dashes = ["none", "8 5", "1 5", "9 4 1 4", "14 5", "4 4"];

    public string ColorClass => Theme.ColorClass(Color);

    public string Dash => Dashes[Shape % Dashes.Length];

    public Marker Marker => Marker.All[Shape % Marker.All.Length];
}
