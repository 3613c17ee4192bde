using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Diagnostics;

/// <summary>Every diagnostic, by ID: 00xx internal, 01xx lowering, 02xx usage.</summary>
internal static partial class DiagnosticDescriptors
{
    private const string Lowering = "Fluxion.Lowering";
    private const string Usage = "Fluxion.Usage";

    /// <summary>The generator itself failed on a method.</summary>
    public static readonly DiagnosticDescriptor InternalFailure = new(
        id: "FLX0001",
        title: "Internal failure of the generator",
        messageFormat: "The derivative of '{0}' could not be generated because the generator failed: {1}",
        category: "Fluxion.Internal",
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>The body of a differentiable method uses a construct the generator cannot differentiate.</summary>
    public static readonly DiagnosticDescriptor UnsupportedOperation = new(
        id: "FLX0101",
        title: "Operation is not differentiable",
        messageFormat: "'{0}' cannot be differentiated: {1}",
        category: Lowering,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>A type that the generator does not compute with.</summary>
    public static readonly DiagnosticDescriptor UnsupportedType = new(
        id: "FLX0102",
        title: "Type is not supported in a differentiable method",
        messageFormat: "'{0}' has the type '{1}', which is not supported in a differentiable method: use float, double, an integer type, bool, or an array or span of them",
        category: Lowering,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>A method calls itself.</summary>
    public static readonly DiagnosticDescriptor Recursion = new(
        id: "FLX0103",
        title: "Recursive method has no pullback",
        messageFormat: "'{0}' calls itself, directly or through other methods, and {1}: write it as a loop, or as a static method of numbers and arrays",
        category: Lowering,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>A call of a method that can be neither inlined nor looked up.</summary>
    public static readonly DiagnosticDescriptor CallWithoutSource = new(
        id: "FLX0104",
        title: "Called method has neither source nor a derivative rule",
        messageFormat: "'{0}' has no source in this compilation and no known derivative: call a method of Math, or write the computation out",
        category: Lowering,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>State outside the method that can change, or is changed.</summary>
    public static readonly DiagnosticDescriptor StaticState = new(
        id: "FLX0105",
        title: "Differentiable method depends on mutable state",
        messageFormat: "'{0}' is state outside the method: {1}",
        category: Lowering,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>Code nested so deeply that the compiler's stack ends.</summary>
    public static readonly DiagnosticDescriptor TooDeep = new(
        id: "FLX0106",
        title: "Expression is nested too deeply",
        messageFormat: "'{0}' is nested too deeply to be differentiated: split it into several statements",
        category: Lowering,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>Inlining made the method too large.</summary>
    public static readonly DiagnosticDescriptor TooManyCalls = new(
        id: "FLX0107",
        title: "Method grows too large when its calls are inlined",
        messageFormat: "'{0}' makes the differentiated method too large: more than {1} calls are inlined into it",
        category: Lowering,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>A clock is read.</summary>
    public static readonly DiagnosticDescriptor Clock = new(
        id: "FLX0108",
        title: "Differentiable method reads a clock",
        messageFormat: "'{0}' reads a clock, which is not a function of the parameters: read it before, and pass the time as a parameter",
        category: Lowering,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>A random number is drawn.</summary>
    public static readonly DiagnosticDescriptor RandomNumbers = new(
        id: "FLX0109",
        title: "Differentiable method draws random numbers",
        messageFormat: "'{0}' draws random numbers, so that the gradient would belong to another value than the method's: draw them before, and pass them as a parameter",
        category: Lowering,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>A conversion to an integer type ends the flow of derivatives.</summary>
    public static readonly DiagnosticDescriptor DerivativeLost = new(
        id: "FLX0110",
        title: "Conversion to an integer type loses the derivative",
        messageFormat: "The conversion of '{0}' to an integer type has the derivative 0: what is computed from it does not count in the gradient",
        category: Lowering,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true);

    /// <summary>A function with steps has the derivative zero wherever it has one.</summary>
    public static readonly DiagnosticDescriptor StepFunction = new(
        id: "FLX0111",
        title: "Stepwise function has the derivative zero",
        messageFormat: "'{0}' is constant between its steps: its derivative is 0",
        category: Lowering,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true);

    /// <summary>A parameter that is differentiated and does not matter.</summary>
    public static readonly DiagnosticDescriptor UnusedParameter = new(
        id: "FLX0112",
        title: "Result does not depend on a differentiable parameter",
        messageFormat: "The result of '{0}' does not depend on '{1}', or not in a way that has a derivative: its gradient is always 0; mark the parameter [NoDerivative] if it is a constant",
        category: Lowering,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true);

    /// <summary>Something is read or written.</summary>
    public static readonly DiagnosticDescriptor InputOutput = new(
        id: "FLX0113",
        title: "Differentiable method reads or writes",
        messageFormat: "'{0}' is input or output, which a derivative would repeat or leave out: read before and write after, outside of the differentiable method",
        category: Lowering,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>Memory of something that is not made of numbers.</summary>
    public static readonly DiagnosticDescriptor ElementType = new(
        id: "FLX0114",
        title: "Elements of memory cannot be kept as numbers",
        messageFormat: "'{0}' holds values of type '{1}', which are not numbers or structs and tuples of numbers: keep what is computed with in arrays and lists of numbers, or each object in a variable of its own",
        category: Lowering,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>A member of an object that is made elsewhere.</summary>
    public static readonly DiagnosticDescriptor UnboundedDispatch = new(
        id: "FLX0118",
        title: "Object is made outside of the differentiable method",
        messageFormat: "'{0}' refers to an object of type '{1}' that is made elsewhere, so that what its methods compute is known only at run time: make it in the method, or read its numbers before and pass them as parameters",
        category: Lowering,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>A conversion to a number of another kind ends the flow of derivatives.</summary>
    public static readonly DiagnosticDescriptor PrecisionCut = new(
        id: "FLX0119",
        title: "Conversion to decimal or Half loses the derivative",
        messageFormat: "The conversion of '{0}' to {1} has the derivative 0: what is computed from it does not count in the gradient",
        category: Lowering,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true);
}
