using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Fluxion.Generator.Tests.Infrastructure;

/// <summary>
/// Many independent programs in one compilation: starting the compiler is what costs. Each has a file of its own and a
/// class of the same name; one that fails is left out and does not hide the others.
/// </summary>
internal sealed partial class Batch
{
    private readonly Dictionary<string, List<Diagnostic>> _problems = [];
    private readonly Dictionary<string, string> _files = [];
    private readonly LoadedAssembly _assembly;

    public Batch(IEnumerable<(string Name, string Source)> programs, CompileOptions options)
    {
        Generated = GeneratorHarness.Run(
            programs.Select(static program => (program.Name + ".cs", program.Source)), options);
        CSharpCompilation compilation = Generated.Compilation;
        Dictionary<SyntaxTree, string> owners = compilation.SyntaxTrees.ToDictionary(static tree => tree, Owner);

        foreach (GeneratedSourceResult file in Generated.Files)
        {
            string owner = owners[file.SyntaxTree];
            _files[owner] = _files.GetValueOrDefault(owner) + file.SourceText;
        }

        foreach (Diagnostic diagnostic in Generated.Diagnostics)
        {
            Add(diagnostic.Location.SourceTree is { } tree ? owners[tree] : "", diagnostic);
        }

        _assembly = Load(compilation, owners);
    }

    /// <summary>The run of the generator behind it.</summary>
    public Generated Generated { get; }

    /// <summary>What generator and compiler said about a program; those of unknown place count for all.</summary>
    public IReadOnlyList<Diagnostic> Problems(string name) =>
        [.. _problems.GetValueOrDefault(name, []), .. _problems.GetValueOrDefault("", [])];

    /// <summary>What was generated for a program.</summary>
    public string? File(string name) => _files.GetValueOrDefault(name);

    /// <summary>The assembly of those that compile.</summary>
    public byte[] Image { get; private set; } = [];

    public Type Type(string name) => _assembly.Type(name);

    public object? Call(string name, string method, params object?[] arguments) =>
        _assembly.Call(name, method, arguments);

    // Errors of the compiler are reported after those of the generator, which may be their cause.
    private LoadedAssembly Load(CSharpCompilation compilation, Dictionary<SyntaxTree, string> owners)
    {
        while (true)
        {
            using MemoryStream image = new();
            EmitResult result = compilation.Emit(image);
            HashSet<string> failed = [];

            foreach (Diagnostic diagnostic in result.Diagnostics.Where(static d => d.Severity >= DiagnosticSeverity.Warning))
            {
                string owner = diagnostic.Location.SourceTree is { } tree ? owners[tree] : "";
                Add(owner, diagnostic);

                if (diagnostic.Severity == DiagnosticSeverity.Error)
                {
                    failed.Add(owner);
                }
            }

            if (result.Success)
            {
                Image = image.ToArray();
                return LoadedAssembly.Of(image);
            }

            Assert.DoesNotContain("", failed);
            compilation = compilation.RemoveSyntaxTrees(
                compilation.SyntaxTrees.Where(tree => failed.Contains(owners[tree])));
        }
    }

    private void Add(string owner, Diagnostic diagnostic)
    {
        if (!_problems.TryGetValue(owner, out List<Diagnostic>? problems))
        {
            _problems.Add(owner, problems = []);
        }

        if (!problems.Contains(diagnostic))
        {
            problems.Add(diagnostic);
        }
    }

    private static string Owner(SyntaxTree tree) =>
        PartialClass().Match(tree.ToString()) is { Success: true } match ? match.Groups[1].Value : "";

    [GeneratedRegex(@"partial class (\w+)")]
    private static partial Regex PartialClass();
}
