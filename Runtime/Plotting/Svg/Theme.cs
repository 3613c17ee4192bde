namespace Fluxion.Plotting.Svg;

/// <summary>
/// Colours and type. The hues are those of Okabe and Ito ("Color Universal Design", 2008), which stay apart under every
/// common colour blindness, darkened on white and lightened on black until lines stand out from the page.
/// </summary>
internal static class Theme
{
    public const double FontSize = 13;

    public const double TitleSize = 16;

    public const double SmallSize = 11;

    private const string Fonts =
        "system-ui, -apple-system, \"Segoe UI\", \"Helvetica Neue\", Arial, sans-serif";

    private static readonly string[] LightColors =
        ["#0072b2", "#d55e00", "#00875f", "#b5558e", "#946800", "#2a8fc7", "#57606a"];

    private static readonly string[] DarkColors =
        ["#56b4e9", "#f58442", "#2bc49a", "#e39bc4", "#f0c04a", "#97a6ff", "#b1bac4"];

    /// <summary>Rules for one page colour: classes carry colours, shapes take them as <c>currentColor</c>.</summary>
    private static readonly string Light = Rules("#ffffff", "#1f2328", "#59636e", "#e6e9ed", LightColors);

    private static readonly string Dark = Rules("#0d1117", "#e6edf3", "#9aa4af", "#252b33", DarkColors);

    public static string StyleSheet { get; } =
        $$"""

        .fluxion text { fill: currentColor; font: {{FontSize}}px {{Fonts}} }
        .fluxion .title { font-size: {{TitleSize}}px; font-weight: 600 }
        .fluxion .exponent { font-size: 72% }
        .fluxion .small { font-size: {{SmallSize}}px }
        .fluxion .line { fill: none; stroke: currentColor; stroke-width: 2 }
        .fluxion .line { stroke-linejoin: round; stroke-linecap: round }
        .fluxion .axis { fill: none; stroke: currentColor }
        .fluxion .grid { fill: none; shape-rendering: crispEdges }
        .fluxion .band { fill: currentColor; fill-opacity: 0.07 }
        .fluxion .band { stroke: currentColor; stroke-opacity: 0.55; stroke-width: 0.8 }
        .fluxion .dense { paint-order: stroke }
        .fluxion .dots { fill: none; stroke: currentColor; stroke-linecap: round }
        .fluxion .halo { paint-order: stroke; stroke-width: 3; stroke-linejoin: round }
        {{Light}}@media (prefers-color-scheme: dark) {
        {{Dark}}}

        """.ReplaceLineEndings("\n");

    /// <summary>The class of a series' colour.</summary>
    public static string ColorClass(int index) => $"c{index % LightColors.Length}";

    private static string Rules(string paper, string ink, string muted, string grid, string[] colors)
    {
        string[] rules =
        [
            $".paper {{ fill: {paper} }}",
            $".marker {{ fill: currentColor; stroke: {paper}; stroke-width: 0.8 }}",
            $".hollow {{ fill: {paper}; stroke: currentColor; stroke-width: 2 }}",
            $".halo {{ stroke: {paper} }}",
            $".ink {{ color: {ink} }}",
            $".muted {{ color: {muted} }}",
            $".grid {{ stroke: {grid} }}",
            .. colors.Select((color, i) => $".{ColorClass(i)} {{ color: {color} }}"),
        ];

        return string.Concat(rules.Select(rule => $".fluxion {rule}\n"));
    }
}
