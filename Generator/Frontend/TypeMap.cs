using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>From C# types to those of the intermediate representation.</summary>
internal static class TypeMap
{
    /// <summary>The type, or null where the intermediate representation has none.</summary>
    public static IrType? Of(ITypeSymbol? type) => type switch
    {
        null => null,
        { TypeKind: TypeKind.Enum } or { SpecialType: SpecialType.System_String } or { SpecialType: SpecialType.System_Decimal } =>
            new IrType.Opaque(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)),
        INamedTypeSymbol { Name: "Half", Arity: 0 } named when Namespaces.IsSystem(named) =>
            new IrType.Opaque(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)),
        IArrayTypeSymbol array => Memory(array.ElementType, ArrayKind.Array, array.Rank),
        INamedTypeSymbol { TypeArguments: [ITypeSymbol element] } named when SpanKind(named) is ArrayKind kind =>
            Memory(element, kind, rank: 1),
        _ => ScalarOf(type.SpecialType) is ScalarKind kind ? new IrType.Scalar(kind) : null,
    };

    /// <summary>Whether the type is <c>Span</c> or <c>ReadOnlySpan</c>.</summary>
    public static ArrayKind? SpanKind(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Arity: 1, IsRefLikeType: true } named && Namespaces.IsSystem(named)
            ? type.Name switch
            {
                "Span" => ArrayKind.Span,
                "ReadOnlySpan" => ArrayKind.ReadOnlySpan,
                _ => null,
            }
            : null;

    private static IrType.Array? Memory(ITypeSymbol element, ArrayKind kind, int rank) =>
        Of(element) is IrType.Scalar or IrType.Array { Kind: ArrayKind.Array }
            ? new IrType.Array(Of(element)!, kind, rank)
            : null;

    private static ScalarKind? ScalarOf(SpecialType type) => type switch
    {
        SpecialType.System_Boolean => ScalarKind.Boolean,
        SpecialType.System_Char => ScalarKind.Char,
        SpecialType.System_SByte => ScalarKind.SByte,
        SpecialType.System_Byte => ScalarKind.Byte,
        SpecialType.System_Int16 => ScalarKind.Int16,
        SpecialType.System_UInt16 => ScalarKind.UInt16,
        SpecialType.System_Int32 => ScalarKind.Int32,
        SpecialType.System_UInt32 => ScalarKind.UInt32,
        SpecialType.System_Int64 => ScalarKind.Int64,
        SpecialType.System_UInt64 => ScalarKind.UInt64,
        SpecialType.System_Single => ScalarKind.Single,
        SpecialType.System_Double => ScalarKind.Double,
        _ => null,
    };
}
