using Fluxion.Plotting;

namespace Fluxion.Samples;

/// <summary>Where the samples' figures go.</summary>
internal static class Figures
{
    /// <summary>The folder as the console names it: relative, so that a run prints the same everywhere.</summary>
    public static string Folder { get; set; } = "artifacts/figures";

    /// <summary>Draws a figure into a file of the folder and names it.</summary>
    public static void Save(Figure figure, string name)
    {
        string path = $"{Folder}/{name}.svg";
        figure.Save(path);
        Console.WriteLine($"Figure: {path}");
    }
}
