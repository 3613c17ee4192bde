using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Diagnostics;

/// <summary>What can be differentiated, and may not be what was meant.</summary>
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor SingleAccumulator = Create(
        "FLX0301",
        "Rows are added up in float",
        "'{0}' adds up the rows of '{1}' in float, whose 24 bits lose digits of each term when the sum is a million times as large: declare it as double and convert the result",
        Advice,
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor ExactComparison = Create(
        "FLX0302",
        "Exact comparison of a value that is differentiated",
        "'{0}' compares exactly what varies with the parameters: where it holds, the gradient is that of the arm it decides for, not of the function around it; compare with a tolerance, or Gradient.Stop of the value if that is meant",
        Advice,
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor LoopNeedsTape = Create(
        "FLX0303",
        "Loop records values for the reverse sweep",
        "The loop records a value in each of its trips for the reverse sweep, because of '{0}': it takes memory in proportion to the trips and is not run in vectors",
        Advice,
        DiagnosticSeverity.Info);
}
