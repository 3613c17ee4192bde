using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fluxion.Generator.Tests.Infrastructure;

/// <summary>Compiles sources with the generator, as a project that references Fluxion would be.</summary>
internal static class GeneratorHarness
{
    /// <summary>What the tests themselves run on: the framework and the runtime library.</summary>
    public static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileNameWithoutExtension(path) is { } name
                && (name is "Fluxion" or "Fluxion.Generator.Tests" or "netstandard" || name.StartsWith("System.", StringComparison.Ordinal))
                && !name.StartsWith("System.Composition", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpCompilation Compile(string source, CompileOptions? options = null) =>
        Compile([("Source.cs", source)], options);

    public static CSharpCompilation Compile(
        IEnumerable<(string Path, string Text)> sources, CompileOptions? options = null)
    {
        options ??= CompileOptions.Default;
        IEnumerable<SyntaxTree> trees = sources.Select(
            source => CSharpSyntaxTree.ParseText(source.Text, options.Parse, source.Path, System.Text.Encoding.UTF8));
        return CSharpCompilation.Create("Tested", trees, References, options.Compilation);
    }

    /// <summary>A driver that remembers why each step ran.</summary>
    public static GeneratorDriver Driver(CSharpParseOptions? options = null, IIncrementalGenerator? generator = null) => CSharpGeneratorDriver.Create(
        [(generator ?? new GradientGenerator()).AsSourceGenerator()],
        parseOptions: options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static Generated Run(string source, CompileOptions? options = null) => Run([("Source.cs", source)], options);

    public static Generated Run(IEnumerable<(string Path, string Text)> sources, CompileOptions? options = null)
    {
        options ??= CompileOptions.Default;
        CSharpCompilation compilation = Compile(sources, options);
        GeneratorDriver driver = Driver(options.Parse, options.Generator)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        return new Generated((CSharpCompilation)output, driver.GetRunResult());
    }
}
