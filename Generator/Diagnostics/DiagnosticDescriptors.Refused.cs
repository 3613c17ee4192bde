using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Diagnostics;

/// <summary>What C# can do and a derivative cannot.</summary>
internal static partial class DiagnosticDescriptors
{
    /// <summary>A pointer.</summary>
    public static readonly DiagnosticDescriptor Pointer = LoweringError(
        "FLX0120",
        "Differentiable method uses pointers",
        "'{0}' uses a pointer, of which it is not known here what it points to: use a span, or an array and an index");

    /// <summary>A method with the body elsewhere.</summary>
    public static readonly DiagnosticDescriptor ForeignCall = LoweringError(
        "FLX0121",
        "Differentiable method calls foreign code",
        "'{0}' calls code that is not C#, so that its derivative cannot be seen: write the computation in C#, or give the method a rule with [DerivativeOf]");

    /// <summary>What <c>dynamic</c> means shows at run time.</summary>
    public static readonly DiagnosticDescriptor DynamicCall = LoweringError(
        "FLX0122",
        "Differentiable method uses dynamic",
        "'{0}' is bound when it runs, so that what it computes is not known here: use static types");

    /// <summary>Something asynchronous.</summary>
    public static readonly DiagnosticDescriptor Asynchronous = LoweringError(
        "FLX0123",
        "Differentiable method waits",
        "'{0}' waits for something, and a derivative cannot: wait for it before, and pass the result as a parameter");

    /// <summary>A <c>catch</c> around code that can throw.</summary>
    public static readonly DiagnosticDescriptor CaughtException = LoweringError(
        "FLX0124",
        "Differentiable method catches exceptions",
        "'{0}' catches what may be thrown in the middle of the computation, of which the derivative would have to know how far it came: check the condition that would throw");

    /// <summary>A delegate that outlives what it captures and writes to it.</summary>
    public static readonly DiagnosticDescriptor EscapingCapture = LoweringError(
        "FLX0125",
        "Captured variable ends before the delegate",
        "'{0}' writes to a captured variable that has ended while the delegate has not: declare the variable where the delegate is used");

    /// <summary>An iterator.</summary>
    public static readonly DiagnosticDescriptor UnknownIterator = LoweringError(
        "FLX0126",
        "Iterator cannot be inlined",
        "'{0}' gives its elements one by one in a way that cannot be followed here: only an iterator that does not call itself can, and an enumerator with source that is not disposed of; return an array");

    private static DiagnosticDescriptor LoweringError(string id, string title, string message) =>
        Create(id, title, message, Lowering, DiagnosticSeverity.Error);
}
