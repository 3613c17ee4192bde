using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Diagnostics;

/// <summary>Where <c>[Differentiable]</c> and its companions cannot stand.</summary>
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor TypeNotPartial = UsageError(
        "FLX0201",
        "Type of a differentiable method is not partial",
        "'{0}' contains the differentiable method '{1}' and must be partial so that the derivative can be added to it");

    public static readonly DiagnosticDescriptor MethodNotStatic = UsageError(
        "FLX0202",
        "Differentiable method is not static",
        "'{0}' must be static to be differentiable: pass what it reads from the instance as parameters");

    public static readonly DiagnosticDescriptor AsyncMethod = UsageError(
        "FLX0203",
        "Differentiable method is async",
        "'{0}' cannot be async: compute what it waits for before, and pass it as a parameter");

    public static readonly DiagnosticDescriptor ReturnType = UsageError(
        "FLX0204",
        "Differentiable method does not return float or double",
        "'{0}' must return float or double to be differentiable, not '{1}'");

    public static readonly DiagnosticDescriptor NothingToDifferentiate = UsageError(
        "FLX0205",
        "Differentiable method has no differentiable parameter",
        "'{0}' has no parameter to differentiate with respect to: it needs a float or double, or an array or span of them, that is marked neither [NoDerivative] nor [Data]");

    public static readonly DiagnosticDescriptor FileLocalType = UsageError(
        "FLX0206",
        "Differentiable method is in a file-local type",
        "'{0}' is local to its file, where no generated code can be added to it: remove the modifier 'file'");

    public static readonly DiagnosticDescriptor ReferenceParameter = UsageError(
        "FLX0207",
        "Parameter of a differentiable method is passed by reference",
        "Parameter '{0}' cannot be passed by '{1}' to a differentiable method: pass it by value");

    public static readonly DiagnosticDescriptor GenericMethod = UsageError(
        "FLX0208",
        "Differentiable method is generic",
        "'{0}' cannot be generic: mark a method for float or double that calls it");

    public static readonly DiagnosticDescriptor DataNotArray = UsageError(
        "FLX0209",
        "[Data] on a parameter without rows",
        "Parameter '{0}' is marked [Data] and must be an array or span of numbers, so that its elements are the rows");

    public static readonly DiagnosticDescriptor NoBody = UsageError(
        "FLX0210",
        "Differentiable method has no body",
        "'{0}' has no body to differentiate");

    public static readonly DiagnosticDescriptor ConflictingRoles = UsageError(
        "FLX0211",
        "Parameter is marked both [NoDerivative] and [Data]",
        "Parameter '{0}' is marked both [NoDerivative] and [Data]: [Data] alone holds it constant");

    public static readonly DiagnosticDescriptor NoClosedForm = UsageError(
        "FLX0212",
        "Differentiable method has no closed form",
        "'{0}' cannot have expression trees: {1}; do not ask for Derivatives.Expressions, or write it with sums over counted loops");

    public static readonly DiagnosticDescriptor ParameterType = UsageError(
        "FLX0213",
        "Parameter type is not supported",
        "Parameter '{0}' of a differentiable method cannot have the type '{1}': use float, double, a struct or tuple of them, an array or span of them, or a constant of type int, bool, string or an enum");

    public static readonly DiagnosticDescriptor RuleWithoutTarget = UsageError(
        "FLX0214",
        "[DerivativeOf] names no method",
        "'{0}' has no static method '{1}' that returns float or double, so that there is nothing for this rule to be the derivative of");

    public static readonly DiagnosticDescriptor RuleSignature = UsageError(
        "FLX0215",
        "[DerivativeOf] rule has the wrong signature",
        "'{0}' cannot be the derivative of '{1}': declare it as '{2}' to return the partial derivatives, or as '{3}' to return them times the adjoint of the result");

    public static readonly DiagnosticDescriptor OverloadedObjective = UsageError(
        "FLX0216",
        "Objective of an overloaded differentiable method",
        "'{0}' is an overload of a differentiable method for which '{0}Objective' is generated already: rename it, or ask for Derivatives.Gradient only");

    public static readonly DiagnosticDescriptor CompositeParameter = UsageError(
        "FLX0217",
        "Parameter cannot be taken apart",
        "Parameter '{0}' of a differentiable method cannot have the type '{1}': {2}");

    public static readonly DiagnosticDescriptor NotPackable = UsageError(
        "FLX0218",
        "Objective is not available for a parameter",
        "'{0}' cannot have an objective, because parameter '{1}' of type '{2}' is not made of float and double alone: ask for Derivatives.Gradient, or pass the rest as parameters of their own");

    public static readonly DiagnosticDescriptor ObjectParameter = UsageError(
        "FLX0219",
        "Parameter of a differentiable method refers to an object",
        "Parameter '{0}' of a differentiable method cannot have the type '{1}': which methods such an object has, and what they compute, is known only at run time; pass the numbers it holds, or make it in the method");

    public static readonly DiagnosticDescriptor OverloadedExpressions = UsageError(
        "FLX0225",
        "Expression trees of an overloaded differentiable method",
        "'{0}' is an overload of a differentiable method for which '{0}Expressions' is generated already: rename it, or do not ask for Derivatives.Expressions");

    public static readonly DiagnosticDescriptor MemberExists = UsageError(
        "FLX0226",
        "Generated member exists already",
        "'{0}' has a member '{1}' already, which would be generated for '{2}': rename one of the two");

    public static readonly DiagnosticDescriptor OldLanguage = UsageError(
        "FLX0227",
        "Language version is too old for generated code",
        "The derivative of '{0}' is C# 8 or later, and the project is compiled as C# {1}: set LangVersion to 8 or more");

    public static readonly DiagnosticDescriptor NotAMethod = UsageError(
        "FLX0228",
        "Differentiable function is not a method",
        "'{0}' is a local function, to which nothing can be added: mark a static method of a partial type");

    private static DiagnosticDescriptor UsageError(string id, string title, string message) =>
        Create(id, title, message, Usage, DiagnosticSeverity.Error);
}
