namespace Fluxion.Tests.Training;

/// <summary>A folder that goes when the test is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("fluxion").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    internal string File(string name) => System.IO.Path.Combine(Path, name);
}
