namespace Fluxion.Generator.Tests.Infrastructure;

/// <summary>Finds the files beside the tests.</summary>
internal static class RepositoryFolder
{
    // Not the path the compiler saw: a deterministic build replaces it.
    private static readonly string Root = Find();

    /// <summary>The full path of a folder or file of the repository.</summary>
    public static string Of(string relative) => Path.Combine(Root, relative);

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;

        while (folder is not null && !File.Exists(Path.Combine(folder, "Fluxion.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("The tests do not run inside their repository.");
    }
}
