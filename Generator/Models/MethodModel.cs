using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Models;

/// <summary>
/// All that the generator knows about one differentiable method. Everything after the frontend is a function of this
/// record: equal models, equal text, and nothing runs again.
/// </summary>
/// <param name="Type">Where the generated members go.</param>
/// <param name="Signature">The method as C# text sees it.</param>
/// <param name="Function">Its body.</param>
/// <param name="Options">What is asked for.</param>
/// <param name="Routines">The methods it calls that call themselves.</param>
internal sealed record MethodModel(
    TypeContext Type,
    MethodSignature Signature,
    Function Function,
    GradientOptions Options,
    EquatableArray<RoutineModel> Routines = default);

/// <summary>Where the generated members go.</summary>
/// <param name="Namespace">The namespace, or empty for the global one.</param>
/// <param name="Declarations">
/// The declarations to repeat, outermost first, without modifiers other than <c>partial</c>:
/// <c>partial class Outer&lt;T&gt;</c>, <c>partial struct Inner</c>.
/// </param>
/// <param name="HidesSystem">
/// Whether <c>Math</c>, <c>MathF</c> or another name of <c>System</c> that generated code uses means something else here,
/// so that the text must spell out <c>global::System.Math</c>.
/// </param>
internal sealed record TypeContext(
    string Namespace, EquatableArray<string> Declarations, bool HidesSystem);

/// <summary>The user's method as C# text sees it.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Accessibility"><c>public</c>, <c>internal</c>, <c>private protected</c> …</param>
/// <param name="ReturnType"><c>float</c> or <c>double</c>.</param>
/// <param name="Display">The signature as a doc comment quotes it: <c>Loss(double, double)</c>.</param>
/// <param name="IsExtension">Whether it can be called on its first parameter.</param>
/// <param name="HintName">A file name, unique within the compilation and free of characters that files dislike.</param>
internal sealed record MethodSignature(
    string Name,
    string Accessibility,
    string ReturnType,
    string Display,
    string HintName,
    bool IsExtension,
    EquatableArray<MethodParameter> Parameters)
{
    /// <summary>The parameters of the method that does the work.</summary>
    public EquatableArray<MethodParameter> Pieces => Parameters
        .SelectMany(static p => p.IsTakenApart ? p.Pieces : (IEnumerable<MethodParameter>)[p]).ToEquatable();

    public bool IsTakenApart => Parameters.Any(static p => p.IsTakenApart);

    /// <summary>The name of the file with the formulas, where they are asked for.</summary>
    public string FormulaHintName => HintName.Replace(".g.cs", ".Formulas.g.cs");
}

/// <summary>
/// A parameter as C# text sees it: one of <see cref="Function.Parameters"/>, or as many as a composite has parts.
/// </summary>
/// <param name="Name">The name, with <c>@</c> where it is a keyword.</param>
/// <param name="Type">The type, fully qualified with <c>global::</c>.</param>
/// <param name="Role">What it is to the derivative.</param>
/// <param name="Composite">What it consists of if it is a struct or a tuple.</param>
/// <param name="Sequence">What its elements are if they are kept apart.</param>
/// <param name="Pieces">
/// The parameters of the method that does the work, where this one is taken apart before and put together after it.
/// </param>
internal sealed record MethodParameter(
    string Name, string Type, ParameterRole Role, Composite? Composite = null, Sequence? Sequence = null,
    EquatableArray<MethodParameter> Pieces = default)
{
    /// <summary>Whether the method that does the work has other parameters in its place.</summary>
    public bool IsTakenApart => Sequence is not null || Composite is { HasArrays: true };

    /// <summary>How C# reads what the function has as parameters.</summary>
    public IEnumerable<string> Reads =>
        IsTakenApart ? Pieces.SelectMany(static piece => piece.Reads)
        : Composite is null ? [Name] : Composite.Parts.Select(part => $"{Name}.{part.Path}");
}

/// <summary>What the attribute asks for.</summary>
internal sealed record GradientOptions(bool Gradient, bool Objective, bool Expressions, bool FormulaFile = false);
