using System.Diagnostics;
using System.Threading;
using Fluxion.Generator.Analysis;
using Fluxion.Generator.Backend;
using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Ir;
using Fluxion.Generator.Models;
using Fluxion.Generator.Symbolic;
using Fluxion.Generator.Transform;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator;

/// <summary>The compiler on one screen: from a method's model to the text of its derivative.</summary>
internal static class DerivativePipeline
{
    /// <summary>The derivative: its results are the value and one adjoint per differentiable scalar.</summary>
    public static Function Differentiate(Function primal, CancellationToken cancellation) =>
        Vectorized(Close(Open(ReverseMode.Run(Steady(Normalize(primal))), cancellation), cancellation));

    /// <summary>A method that calls itself: its sweeps are methods, too.</summary>
    public static RoutineCode DifferentiateRoutine(Function primal, CancellationToken cancellation)
    {
        Function value = Normalize(primal);
        (Function forward, Function reverse) =
            SweepSeparation.Run(Open(ReverseMode.RunRoutine(value), cancellation), value);
        cancellation.ThrowIfCancellationRequested();
        return new RoutineCode(Vectorized(value), Vectorized(Arrange(forward)), Vectorized(Arrange(reverse)));
    }

    /// <summary>Simplified, while the reverse sweep still reads what is out of scope there.</summary>
    public static OpenDerivative Open(OpenDerivative open, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        open = open.Then(Simplifier.Run);
        open = open.Then(LinearFactors.Run);
        open = open.Then(Simplifier.Run);
        open = open.Then(StrongZero.Run);
        open = open.Then(Simplifier.Run);

        cancellation.ThrowIfCancellationRequested();
        open = open.Then(LinearFactors.Run);
        return open.Then(Simplifier.Run);
    }

    /// <summary>Both sweeps in one pass where they can be, what has to be recorded recorded: an ordinary function.</summary>
    public static Function Close(OpenDerivative open, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        open = SharedSums.Run(open);
        open = open.Then(Simplifier.Run);
        open = MirrorFusion.Run(open);

        cancellation.ThrowIfCancellationRequested();
        return Arrange(Recording.Run(open));
    }

    /// <summary>What only concerns how an ordinary function runs.</summary>
    private static Function Arrange(Function function)
    {
        function = Simplifier.Run(function);
        function = MergedAccumulations.Run(function);
        function = AscendingLoops.Run(function);
        function = Simplifier.Run(function);
        function = ScratchArrays.Run(function);
        return InvariantFactors.Run(function);
    }

    /// <summary>With loops over whole vectors.</summary>
    public static Function Vectorized(Function function)
    {
        function = TripVectors.Run(function);
        function = Vectorize.Run(function);
        Verify(function);
        return function;
    }

    [Conditional("DEBUG")]
    private static void Verify(Function function) => IrVerifier.Verify(function);

    /// <summary>The user's method in the form that derivatives are taken of.</summary>
    public static Function Normalize(Function primal)
    {
        Function function = Simplifier.RunOnMethod(primal);
        function = CountedLoops.Run(function);
        function = Accumulations.Run(function);
        function = Simplifier.RunOnMethod(function);
        function = InvariantLoads.Run(function);
        function = Simplifier.RunOnMethod(function);
        function = PrivateArrays.Run(function);
        function = Simplifier.RunOnMethod(function);
        return KeptExceptions.Run(function);
    }

    /// <summary>The same, with slopes that do not overflow where the values do.</summary>
    private static Function Steady(Function primal) => ShiftedSums.Run(LogarithmsOfShares.Run(primal));

    /// <summary>What keeps a method from having formulas, first of the value, where the user sees it.</summary>
    public static Obstacle? FindObstacle(MethodModel model, CancellationToken cancellation)
    {
        string[] parameters = [.. model.Signature.Parameters.SelectMany(static p => p.Reads)];
        Function primal = Normalize(model.Function);
        Term value = ClosedFormReader.ReadValue(primal, parameters, new Terms());
        return value.Gap?.Obstacle ?? ClosedFormReader.Read(Open(ReverseMode.Run(primal), cancellation), parameters, new Terms()).Obstacle;
    }

    /// <summary>What is told about the method: formulas, with gaps where there are none, costs and kinks.</summary>
    private static FormulaSet FormulasOf(MethodModel model, Function primal, OpenDerivative open, Function derivative)
    {
        Terms terms = new();
        string[] parameters = [.. model.Signature.Parameters.SelectMany(static p => p.Reads)];
        return new FormulaSet(
            ClosedFormReader.Read(open, parameters, terms),
            terms,
            ClosedFormReader.ReadWork(primal, parameters, terms),
            ClosedFormReader.ReadWork(derivative, parameters, terms),
            Kinks.Of(model.Function));
    }

    /// <summary>Adds the source generated for a method; a failure becomes a diagnostic that names the method.</summary>
    public static void AddSource(SourceProductionContext output, MethodModel model) => AddSource(output, model, Vectorized);

    /// <summary>The same with another last pass.</summary>
    public static void AddSource(SourceProductionContext output, MethodModel model, Func<Function, Function> finish)
    {
        try
        {
            Function primal = Normalize(model.Function);
            OpenDerivative open = Open(ReverseMode.Run(primal), output.CancellationToken);

            // Formulas are about real numbers, of which none overflows.
            Function steady = Steady(primal);
            OpenDerivative executed = ReferenceEquals(steady, primal) ? open : Open(ReverseMode.Run(steady), output.CancellationToken);
            Function derivative = Close(executed, output.CancellationToken);
            FormulaSet formulas = FormulasOf(model, primal, open, derivative);
            RoutineCode[] routines = [.. model.Routines.Select(r => DifferentiateRoutine(r.Function, output.CancellationToken))];
            output.AddSource(model.Signature.HintName, SourceWriter.Write(model, finish(derivative), routines, formulas));

            if (SourceWriter.WriteFormulas(model, derivative, formulas) is { } page)
            {
                output.AddSource(model.Signature.FormulaHintName, page);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            output.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.InternalFailure, Location.None, model.Signature.Display, failure.Message));
        }
    }
}
