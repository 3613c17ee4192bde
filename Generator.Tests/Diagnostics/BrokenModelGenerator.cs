using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Fluxion.Generator.Models;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Tests.Diagnostics;

/// <summary>Hands the pipeline a function that no frontend would make: its body yields a value that nothing computes.</summary>
internal sealed class BrokenModelGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.CompilationProvider, static (output, _) => DerivativePipeline.AddSource(output, Model()));

    private static MethodModel Model()
    {
        Value x = new(0, IrType.Double, "x");
        Value unknown = new(1, new IrType.Opaque("nonsense"), "unknown");
        Function function = new("Loss", [new Parameter(x, ParameterRole.Differentiable)], new Block([], [unknown]), 2);
        MethodSignature signature = new(
            "Loss", "private", "double", "Loss(double)", "Model.Loss.g.cs", IsExtension: false,
            [new MethodParameter("x", "double", ParameterRole.Differentiable)]);
        return new MethodModel(
            new TypeContext("", new EquatableArray<string>(["partial class Model"]), false), signature, function, new GradientOptions(true, true, Expressions: true));
    }
}
