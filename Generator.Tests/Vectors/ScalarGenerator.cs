using Fluxion.Generator.Frontend.Caching;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Tests.Vectors;

/// <summary>The generator without its last pass: what it makes runs in scalars.</summary>
internal sealed class ScalarGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.CompilationProvider
            .SelectMany(ProjectInput.Files)
            .SelectMany(static (file, _) => file.Methods)
            .Select(static (method, cancellation) => method.Lower(cancellation))
            .Where(static result => result.Model is not null),
        static (output, result) => DerivativePipeline.AddSource(output, result.Model!, static derivative => derivative));
}
