using System.Threading;
using Fluxion.Generator.Backend;
using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Ir;
using Fluxion.Generator.Models;
using Fluxion.Generator.Transform;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator;

/// <summary>The compiler on one screen: from a method's model to the text of its derivative.</summary>
internal static class DerivativePipeline
{
    /// <summary>The derivative: its results are the value and one adjoint per differentiable scalar.</summary>
    public static Function Differentiate(Function primal, CancellationToken cancellation)
    {
        Function function = Normalize(primal);
        cancellation.ThrowIfCancellationRequested();

        OpenDerivative open = ReverseMode.Run(function);
        open = open.Then(Simplifier.Run);
        open = open.Then(StrongZero.Run);
        open = open.Then(Simplifier.Run);
        cancellation.ThrowIfCancellationRequested();

        open = open.Then(LinearFactors.Run);
        open = open.Then(Simplifier.Run);
        open = MirrorFusion.Run(open);
        cancellation.ThrowIfCancellationRequested();

        function = Recording.Run(open);
        function = Simplifier.Run(function);
        function = MergedAccumulations.Run(function);
        function = AscendingLoops.Run(function);
        return Simplifier.Run(function);
    }

    /// <summary>The user's method in the form that derivatives are taken of.</summary>
    public static Function Normalize(Function primal)
    {
        Function function = Simplifier.Run(primal);
        function = CountedLoops.Run(function);
        function = Accumulations.Run(function);
        return Simplifier.Run(function);
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
