using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Diagnostics;

/// <summary>Every diagnostic, by ID: 00xx internal, 01xx lowering, 02xx usage, 03xx advice.</summary>
internal static partial class DiagnosticDescriptors
{
    public const string Internal = "Fluxion.Internal";
    public const string Lowering = "Fluxion.Lowering";
    public const string Usage = "Fluxion.Usage";
    public const string Advice = "Fluxion.Advice";

    /// <summary>The generator itself failed on a method.</summary>
    public static readonly DiagnosticDescriptor InternalFailure = Create(
        "FLX0001",
        "Internal failure of the generator",
        "The derivative of '{0}' could not be generated because the generator failed: {1}",
        Internal,
        DiagnosticSeverity.Error);

    /// <summary>The body of a differentiable method uses a construct the generator cannot differentiate.</summary>
    public static readonly DiagnosticDescriptor UnsupportedOperation = Create(
        "FLX0101",
        "Operation is not differentiable",
        "'{0}' cannot be differentiated: {1}",
        Lowering,
        DiagnosticSeverity.Error);

    /// <summary>A type that the generator does not compute with.</summary>
    public static readonly DiagnosticDescriptor UnsupportedType = Create(
        "FLX0102",
        "Type is not supported in a differentiable method",
        "'{0}' has the type '{1}', which is not supported in a differentiable method: use float, double, an integer type, bool, or an array or span of them",
        Lowering,
        DiagnosticSeverity.Error);

    /// <summary>A method calls itself.</summary>
    public static readonly DiagnosticDescriptor Recursion = Create(
        "FLX0103",
        "Recursive method cannot be differentiated",
        "'{0}' calls itself, directly or through other methods, and {1}: hand on numbers, structs of them, and the same arrays and objects, or write it as a loop",
        Lowering,
        DiagnosticSeverity.Error);

    /// <summary>A call of a method that can be neither inlined nor looked up.</summary>
    public static readonly DiagnosticDescriptor CallWithoutSource = Create(
        "FLX0104",
        "Called method has neither source nor a derivative rule",
        "'{0}' has no source in this compilation and no known derivative: call a method of Math, or write the computation out",
        Lowering,
        DiagnosticSeverity.Error);

    /// <summary>State outside the method that can change, or is changed.</summary>
    public static readonly DiagnosticDescriptor StaticState = Create(
        "FLX0105",
        "Differentiable method depends on mutable state",
        "'{0}' is state outside the method: {1}",
        Lowering,
        DiagnosticSeverity.Error);

    /// <summary>Code nested so deeply that the compiler's stack ends.</summary>
    public static readonly DiagnosticDescriptor TooDeep = Create(
        "FLX0106",
        "Expression is nested too deeply",
        "'{0}' is nested too deeply to be differentiated: split it into several statements",
        Lowering,
        DiagnosticSeverity.Error);

    /// <summary>Inlining made the method too large.</summary>
    public static readonly DiagnosticDescriptor TooManyCalls = Create(
        "FLX0107",
        "Method grows too large when its calls are inlined",
        "'{0}' makes the differentiated method too large: more than {1} calls are inlined into it",
        Lowering,
        DiagnosticSeverity.Error);

    /// <summary>A clock is read.</summary>
    public static readonly DiagnosticDescriptor Clock = Create(
        "FLX0108",
        "Differentiable method reads a clock",
        "'{0}' reads a clock, which is not a function of the parameters: read it before, and pass the time as a parameter",
        Lowering,
        DiagnosticSeverity.Error);

    /// <summary>A random number is drawn.</summary>
    public static readonly DiagnosticDescriptor RandomNumbers = Create(
        "FLX0109",
        "Differentiable method draws random numbers",
        "'{0}' draws random numbers, so that the gradient would belong to another value than the method's: draw them before, and pass them as a parameter",
        Lowering,
        DiagnosticSeverity.Error);

    /// <summary>A conversion to an integer type ends the flow of derivatives.</summary>
    public static readonly DiagnosticDescriptor DerivativeLost = Create(
        "FLX0110",
        "Conversion to an integer type loses the derivative",
        "The conversion of '{0}' to an integer type has the derivative 0: what is computed from it does not count in the gradient",
        Lowering,
        DiagnosticSeverity.Warning);

    /// <summary>A function with steps has the derivative zero wherever it has one.</summary>
    public static readonly DiagnosticDescriptor StepFunction = Create(
        "FLX0111",
        "Stepwise function has the derivative zero",
        "'{0}' is constant between its steps: its derivative is 0",
        Lowering,
        DiagnosticSeverity.Info);

    /// <summary>A parameter that is differentiated and does not matter.</summary>
    public static readonly DiagnosticDescriptor UnusedParameter = Create(
        "FLX0112",
        "Result does not depend on a differentiable parameter",
        "The result of '{0}' does not depend on '{1}', or not in a way that has a derivative: its gradient is always 0; mark the parameter [NoDerivative] if it is a constant",
        Lowering,
        DiagnosticSeverity.Warning);

    /// <summary>Something is read or written.</summary>
    public static readonly DiagnosticDescriptor InputOutput = Create(
        "FLX0113",
        "Differentiable method reads or writes",
        "'{0}' is input or output, which a derivative would repeat or leave out: read before and write after, outside of the differentiable method",
        Lowering,
        DiagnosticSeverity.Error);

    /// <summary>Memory of something that is not made of numbers.</summary>
    public static readonly DiagnosticDescriptor ElementType = Create(
        "FLX0114",
        "Elements of memory cannot be kept as numbers",
        "'{0}' holds values of type '{1}', which are neither numbers, nor structs, tuples or objects of numbers: keep what is computed with in arrays and lists of numbers, or each object in a variable of its own",
        Lowering,
        DiagnosticSeverity.Error);

    /// <summary>A member of an object that is made elsewhere.</summary>
    public static readonly DiagnosticDescriptor UnboundedDispatch = Create(
        "FLX0118",
        "Object is made outside of the differentiable method",
        "'{0}' refers to an object of type '{1}' that is made elsewhere, so that what its methods compute is known only at run time: make it in the method, or read its numbers before and pass them as parameters",
        Lowering,
        DiagnosticSeverity.Error);

    /// <summary>A conversion to a number of another kind ends the flow of derivatives.</summary>
    public static readonly DiagnosticDescriptor PrecisionCut = Create(
        "FLX0119",
        "Conversion to decimal or Half loses the derivative",
        "The conversion of '{0}' to {1} has the derivative 0: what is computed from it does not count in the gradient",
        Lowering,
        DiagnosticSeverity.Warning);

    /// <summary>All of one category.</summary>
    public static IEnumerable<DiagnosticDescriptor> In(string category) => typeof(DiagnosticDescriptors)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => field.GetValue(null))
        .OfType<DiagnosticDescriptor>()
        .Where(descriptor => descriptor.Category == category);

    // The help is a section of a file of the repository, which the package brings too.
    private static DiagnosticDescriptor Create(
        string id, string title, string message, string category, DiagnosticSeverity severity) => new(
        id, title, message, category, severity, isEnabledByDefault: true,
        helpLinkUri: "docs/diagnostics.md#" + id.ToLowerInvariant());
}
