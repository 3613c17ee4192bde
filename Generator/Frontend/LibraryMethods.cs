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
        { Name: "Math" or "MathF" } when Namespaces.IsSystem(type) => type.Name,
        { Name: "BitOperations", ContainingNamespace: { Name: "Numerics", ContainingNamespace.Name: "System" } } =>
            type.Name,
        _ => null,
    };

    public static Primitive? Find(IMethodSymbol method) =>
        TypeName(method.ContainingType) is string type && !method.IsGenericMethod
            ? PrimitiveTable.FindMethod(type, method.Name, method.Parameters.Length)
            : null;

    /// <summary>
    /// Whether a call only tests its arguments, or computes an integer from such as carry no derivative.
    /// </summary>
    public static bool IsConstant(IMethodSymbol method) =>
        !method.IsGenericMethod
        && method.Parameters.All(static p => p.RefKind == RefKind.None && IsPlain(TypeMap.Of(p.Type)))
        && (method.ReturnType.SpecialType == SpecialType.System_Boolean
            || (TypeMap.Of(method.ReturnType) is IrType.Scalar { IsFloating: false }
                && method.Parameters.All(static p => !TypeMap.Of(p.Type)!.IsFloating)));

    public static bool IsStop(IMethodSymbol method) =>
        method is { Name: "Stop", ContainingType.Name: "Gradient" } && Namespaces.IsFluxion(method.ContainingType);

    private static bool IsPlain(IrType? type) => type is IrType.Scalar or IrType.Opaque;
}
