using Fluxion.Generator.Tests.Infrastructure;
using Fluxion.Generator.Tests.Oracle;

namespace Fluxion.Generator.Tests.Regressions;

/// <summary>
/// Small programs that once had a wrong gradient: the files in <c>Cases</c>, each named after what it shows and made of
/// the members of a class, <c>F</c> first.
/// </summary>
internal static class RegressionCases
{
    private static readonly string Folder = RepositoryFolder.Of("Generator.Tests/Regressions/Cases");

    public static IReadOnlyDictionary<string, OracleProgram> All { get; } = Directory.EnumerateFiles(Folder, "*.cs")
        .Select(static path => new OracleProgram(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path)))
        .OrderBy(static program => program.Name, StringComparer.Ordinal)
        .ToDictionary(static program => program.Name);

    /// <summary>Keeps a program; it is found by the next run.</summary>
    public static void Write(string name, string members) => File.WriteAllText(Path.Combine(Folder, name + ".cs"), members);
}
