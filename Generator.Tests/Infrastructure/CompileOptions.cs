using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fluxion.Generator.Tests.Infrastructure;

/// <summary>How a test compiles: what a project file could say.</summary>
public sealed record CompileOptions
{
    public static readonly CompileOptions Default = new();

    public bool Optimize { get; init; }

    /// <summary>Whether integer arithmetic throws when it overflows.</summary>
    public bool CheckOverflow { get; init; }

    public LanguageVersion Language { get; init; } = LanguageVersion.Latest;

    /// <summary>What adds the derivatives.</summary>
    public IIncrementalGenerator Generator { get; init; } = new GradientGenerator();

    public OutputKind Output { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    internal CSharpParseOptions Parse => new(Language, DocumentationMode.Diagnose);

    internal CSharpCompilationOptions Compilation => new(
        Output,
        optimizationLevel: Optimize ? OptimizationLevel.Release : OptimizationLevel.Debug,
        checkOverflow: CheckOverflow,
        warningLevel: 9999,
        nullableContextOptions: NullableContextOptions.Enable);
}
