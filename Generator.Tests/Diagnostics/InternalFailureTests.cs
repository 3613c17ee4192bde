using System.Globalization;
using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fluxion.Generator.Tests.Diagnostics;

/// <summary>A fault of the generator itself is a diagnostic, never a crash.</summary>
public sealed class InternalFailureTests
{
    [Fact]
    public void FailureNamesTheMethod()
    {
        GeneratorRunResult result = CSharpGeneratorDriver.Create(new BrokenModelGenerator())
            .RunGenerators(GeneratorHarness.Compile("")).GetRunResult().Results.Single();

        Assert.Null(result.Exception);
        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal("FLX0001", diagnostic.Id);
        Assert.Contains("'Loss(double)'", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(result.GeneratedSources);
    }
}
