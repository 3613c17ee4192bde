using VerifyTests;
using VerifyXunit;

namespace Fluxion.Generator.Tests.Infrastructure;

/// <summary>Compares generated files with those kept beside the tests; takes the place of our own helper with <c>-p:SnapshotTool=Verify</c>.</summary>
internal static class Snapshot
{
    static Snapshot() => VerifySourceGenerators.Initialize();

    /// <summary>Compares every generated file with <c>Snapshots/{test class}.{test method}#{hint}.verified.cs</c>.</summary>
    public static void Verify(Generated generated, string testClass, string testMethod) => Verifier.Verify(generated.Run)
        .UseDirectory(RepositoryFolder.Of("Generator.Tests/Snapshots"))
        .UseTypeName(testClass)
        .UseMethodName(testMethod)
        .ToTask().GetAwaiter().GetResult();
}
