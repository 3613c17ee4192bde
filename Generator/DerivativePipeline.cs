using System.Diagnostics;
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
    public static Function Differentiate(Function primal, CancellationToken cancellation) =>
        Close(ReverseMode.Run(Normalize(primal)), cancellation);

    /// <summary>The pullback: its results are the adjoints of the scalar arguments.</summary>
    public static Function PullBack(Function primal, CancellationToken cancellation) =>
        Close(ReverseMode.RunPullback(Normalize(primal)), cancellation);

    private static Function Close(OpenDerivative open, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        open = open.Then(Simplifier.Run);
        open = open.Then(LinearFactors.Run);
        open = open.Then(Simplifier.Run);
        open = open.Then(StrongZero.Run);
        open = open.Then(Simplifier.Run);

        cancellation.ThrowIfCancellationRequested();
        open = open.Then(LinearFactors.Run);
        open = open.Then(Simplifier.Run);
        open = SharedSums.Run(open);
        open = open.Then(Simplifier.Run);
        open = MirrorFusion.Run(open);

        cancellation.ThrowIfCancellationRequested();
        Function function = Recording.Run(open);
        function = Simplifier.Run(function);
        function = MergedAccumulations.Run(function);
        function = AscendingLoops.Run(function);
        function = Simplifier.Run(function);
        function = ScratchArrays.Run(function);
        function = InvariantFactors.Run(function);
        function = Vectorize.Run(function);
        Verify(function);
        return function;
    }

    [Conditional("DEBUG")]
    private static void Verify(Function function) => IrVerifier.Verify(function);

    /// <summary>The user's method in the form that derivatives are taken of.</summary>
    public static Function Normalize(Function primal)
    {
        Function function = Simplifier.Run(primal);
        function = CountedLoops.Run(function);
        function = Accumulations.Run(function);
        function = Simplifier.Run(function);
        function = InvariantLoads.Run(function);
        function = Simplifier.Run(function);
        function = PrivateArrays.Run(function);
        return Simplifier.Run(function);
    }

    /// <summary>Adds the source generated for a method; a failure becomes a diagnostic that names the method.</summary>
    public static void AddSource(SourceProductionContext output, MethodModel model)
    {
        try
        {
            Function derivative = Differentiate(model.Function, output.CancellationToken);
            Function[] pullbacks = [.. model.Pullbacks.Select(p => PullBack(p.Function, output.CancellationToken))];
            output.AddSource(model.Signature.HintName, SourceWriter.Write(model, derivative, pullbacks));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            output.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.InternalFailure, Location.None, model.Signature.Display, failure.Message));
        }
    }
}
