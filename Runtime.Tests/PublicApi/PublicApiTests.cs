namespace Fluxion.Tests.PublicApi;

/// <summary>
/// The public API is what it was, and changes only on purpose: <c>FLUXION_ACCEPT_SNAPSHOTS=1</c> writes the file anew.
/// </summary>
public sealed class PublicApiTests
{
    [Fact]
    public void PublicApiIsTheVerifiedOne()
    {
        string path = Path.Combine(ProjectFolder(), "PublicApi", "Fluxion.verified.txt");
        string received = Path.ChangeExtension(Path.ChangeExtension(path, null), ".received.txt");
        string text = ApiText.Of(typeof(Gradient).Assembly);

        if (Environment.GetEnvironmentVariable("FLUXION_ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, text);
        }

        string verified = File.Exists(path) ? File.ReadAllText(path) : "";

        if (verified != text)
        {
            File.WriteAllText(received, text);
        }

        Assert.True(verified == text, $"The public API differs from {path}, and is in {received}:\n{Difference(verified, text)}");
        File.Delete(received);
    }

    private static string Difference(string verified, string text)
    {
        string[] before = verified.Split('\n');
        string[] after = text.Split('\n');
        return string.Join('\n', before.Except(after).Select(static line => "- " + line)
            .Concat(after.Except(before).Select(static line => "+ " + line)));
    }

    // Not the path the compiler saw: a deterministic build replaces it.
    private static string ProjectFolder()
    {
        string? folder = AppContext.BaseDirectory;

        while (folder is not null && !File.Exists(Path.Combine(folder, "Runtime.Tests.csproj")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("The tests do not run inside their project.");
    }
}
