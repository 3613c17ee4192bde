using Fluxion.Generator.Ir;
using Fluxion.Generator.Models;
using Fluxion.Generator.Tests.Infrastructure;
using Fluxion.Generator.Transform;

namespace Fluxion.Generator.Tests.Documentation;

/// <summary>The function between the passes of the compiler, as text.</summary>
internal static class PipelineStages
{
    /// <summary>The only differentiable method of a program after the stage of a name.</summary>
    public static string Print(Generated generated, string stage)
    {
        MethodModel model = (MethodModel)generated.Result.TrackedSteps[TrackingNames.Model].Single().Outputs.Single().Value;
        Function normal = DerivativePipeline.Normalize(model.Function);
        OpenDerivative reversed = ReverseMode.Run(normal);
        OpenDerivative open = DerivativePipeline.Open(reversed, CancellationToken.None);
        Function closed = DerivativePipeline.Close(open, CancellationToken.None);
        Dictionary<string, Function> stages = new(StringComparer.Ordinal)
        {
            ["lowered"] = model.Function,
            ["normalized"] = normal,
            ["reversed"] = reversed.Function,
            ["simplified"] = open.Function,
            ["closed"] = closed,
            ["vectorized"] = DerivativePipeline.Vectorized(closed),
        };
        Assert.True(stages.ContainsKey(stage), $"There is no stage '{stage}', but {string.Join(", ", stages.Keys)}");
        return IrPrinter.Print(stages[stage]);
    }
}
