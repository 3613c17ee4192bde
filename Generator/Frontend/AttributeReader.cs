using System.Threading;
using Fluxion.Generator.Ir;
using Fluxion.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fluxion.Generator.Frontend;

/// <summary>Reads the attributes of the runtime assembly.</summary>
internal static class AttributeReader
{
    private const int Gradient = 1;
    private const int Objective = 2;
    private const int Expressions = 4;

    public static GradientOptions OptionsOf(AttributeData attribute) =>
        new(
            (Flags(attribute) & Gradient) != 0,
            (Flags(attribute) & Objective) != 0,
            (Flags(attribute) & Expressions) != 0,
            attribute.NamedArguments.Any(static named => named is { Key: "FormulaFile", Value.Value: true }));

    /// <summary>Our attribute among those that a declaration, perhaps one of two parts, carries.</summary>
    public static AttributeData? MarkOn(MethodDeclarationSyntax syntax, IMethodSymbol method, CancellationToken cancellation) =>
        method.GetAttributes().FirstOrDefault(data =>
            IsDifferentiable(data)
            && data.ApplicationSyntaxReference is SyntaxReference place
            && place.SyntaxTree == syntax.SyntaxTree
            && place.GetSyntax(cancellation).Parent?.Parent == syntax);

    /// <summary>Whether an objective is generated for a method.</summary>
    public static bool HasObjective(IMethodSymbol method) => method.GetAttributes().Any(static data =>
        IsDifferentiable(data) && OptionsOf(data).Objective);

    public static bool IsDifferentiable(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "DifferentiableAttribute" } type && Namespaces.IsFluxion(type);

    /// <summary>Whether a method is to have expression trees.</summary>
    public static bool HasExpressions(IMethodSymbol method) => method.GetAttributes().Any(static data =>
        data.AttributeClass is { Name: "DifferentiableAttribute" } type && Namespaces.IsFluxion(type)
        && OptionsOf(data).Expressions);

    /// <summary>Whether the user asks for expression trees, rather than taking what there is.</summary>
    public static bool AsksForExpressions(AttributeData attribute) => (Flags(attribute) & Expressions) != 0 && IsExplicit(attribute);

    public static ParameterRole RoleOf(IParameterSymbol parameter) => TypeMap.Of(parameter.Type) switch
    {
        _ when IsMarked(parameter, "DataAttribute") => ParameterRole.Data,
        _ when IsMarked(parameter, "NoDerivativeAttribute") => ParameterRole.Constant,
        { IsFloating: true } or { IsFloatingArray: true } => ParameterRole.Differentiable,
        null when CompositeReader.IsComposite(parameter.Type) && CompositeReader.HasFloating(parameter.Type) =>
            ParameterRole.Differentiable,
        null when SequenceReader.ElementOf(parameter.Type) is ITypeSymbol element && CompositeReader.HasFloating(element) =>
            ParameterRole.Differentiable,
        _ => ParameterRole.Constant,
    };

    /// <summary>Whether the user asks for an objective, rather than taking what there is.</summary>
    public static bool AsksForObjective(AttributeData attribute) =>
        (Flags(attribute) & Objective) != 0 && IsExplicit(attribute);

    private static bool IsExplicit(AttributeData attribute) =>
        attribute.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }
        && arguments.Any(static argument => argument.NameEquals is null);

    public static bool IsMarked(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(data =>
        data.AttributeClass is INamedTypeSymbol type && Namespaces.IsFluxion(type) && type.Name == attribute);

    private static int Flags(AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Value: int flags }] ? flags : Gradient | Objective | Expressions;
}
