using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>The static methods of the base library that the generator knows.</summary>
internal static class LibraryMethods
{
    /// <summary>The name by which the table of primitives knows a type; null for types it does not know.</summary>
    public static string? TypeName(INamedTypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Double } => "Double",
        { SpecialType: SpecialType.System_Single } => "Single",
        { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_UInt64 } => "Math",
        { Name: "Math" or "MathF", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => type.Name,
        { Name: "BitOperations", ContainingNamespace: { Name: "Numerics", ContainingNamespace.Name: "System" } } => "BitOperations",
        _ => null,
    };

    public static Primitive? Find(IMethodSymbol method) =>
        TypeName(method.ContainingType) is string type && !method.IsGenericMethod
            ? PrimitiveTable.FindMethod(type, method.Name, method.Parameters.Length)
            : null;

    /// <summary>Whether a call computes a number or truth value that carries no derivative, from arguments likewise or by a test.</summary>
    public static bool IsConstant(IMethodSymbol method) =>
        !method.IsGenericMethod
        && method.Parameters.All(static p => p.RefKind == RefKind.None && TypeMap.Of(p.Type) is IrType.Scalar or IrType.Opaque)
        && (method.ReturnType.SpecialType == SpecialType.System_Boolean
            || (TypeMap.Of(method.ReturnType) is IrType.Scalar { IsFloating: false }
                && method.Parameters.All(static p => !TypeMap.Of(p.Type)!.IsFloating)));

    public static bool IsStop(IMethodSymbol method) =>
        method is { Name: "Stop", ContainingType: { Name: "Gradient", ContainingNamespace: { Name: "Fluxion", ContainingNamespace.IsGlobalNamespace: true } } };
}
