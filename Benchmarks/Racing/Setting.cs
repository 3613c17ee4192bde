namespace Fluxion.Benchmarks.Racing;

/// <summary>What the command line and the machine offer to all benchmarks.</summary>
/// <param name="DataFolder">A folder of ADBench's files, or <c>null</c> for data of the same shapes from a seed.</param>
internal sealed record Setting(string? DataFolder, PyTorch? PyTorch)
{
    /// <summary>The file of that name anywhere in the folder, if there is a folder and it has one.</summary>
    public string? Find(string name) => DataFolder is null
        ? null
        : Directory.EnumerateFiles(DataFolder, name, SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault();
}
