using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Tests.Infrastructure;

/// <summary>
/// Compares generated files with those kept beside the tests, in Verify's file convention. A mismatch writes a
/// <c>.received.cs</c> next to the <c>.verified.cs</c>; accepting is renaming it, or running the tests once with the
/// environment variable <c>FLUXION_ACCEPT_SNAPSHOTS=1</c>, which writes the verified files anew.
/// </summary>
internal static class Snapshot
{
    private static readonly bool Accepts = Environment.GetEnvironmentVariable("FLUXION_ACCEPT_SNAPSHOTS") == "1";

    private static readonly string Folder = RepositoryFolder.Of("Generator.Tests/Snapshots");

    /// <summary>Compares every generated file with <c>Snapshots/{test class}.{test method}#{hint}.verified.cs</c>.</summary>
    public static void Verify(Generated generated, string testClass, string testMethod)
    {
        Assert.NotEmpty(generated.Files);
        List<string> mismatches = [];

        foreach (GeneratedSourceResult file in generated.Files)
        {
            string hint = Path.GetFileNameWithoutExtension(file.HintName);
            string path = Path.Combine(Folder, $"{testClass}.{testMethod}#{hint}");

            if (!Matches(path, $"//HintName: {file.HintName}\n{file.SourceText}"))
            {
                mismatches.Add(path);
            }
        }

        Assert.True(mismatches.Count == 0, "Differs from what was verified: " + string.Join(", ", mismatches));
    }

    private static bool Matches(string path, string text)
    {
        string verified = path + ".verified.cs";
        string received = path + ".received.cs";

        if (Accepts)
        {
            File.WriteAllText(verified, text);
        }

        bool matches = File.Exists(verified) && File.ReadAllText(verified) == text;

        if (matches)
        {
            File.Delete(received);
        }
        else
        {
            File.WriteAllText(received, text);
        }

        return matches;
    }
}
