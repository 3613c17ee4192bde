using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>The structs of <c>System.Numerics</c>, and <c>Nullable</c>: what they consist of.</summary>
internal static class NumericTypes
{
    public static bool IsNullable(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

    /// <summary>Whether the type is one of those whose members <see cref="NumericLibrary"/> has.</summary>
    public static bool IsKnown(ITypeSymbol? type) =>
        type is { ContainingNamespace: { Name: "Numerics", ContainingNamespace.Name: "System" } }
        && PartsOf(type.Name) is not null;

    /// <summary>Whether the type is the one whose members <see cref="TensorSource"/> has.</summary>
    public static bool IsTensors(ITypeSymbol? type) => type is
    {
        Name: TensorSource.Type,
        ContainingNamespace: { Name: "Tensors", ContainingNamespace: { Name: "Numerics", ContainingNamespace.Name: "System" } },
    };

    /// <summary>The parts of a value, or null for other types.</summary>
    public static IEnumerable<LayoutField>? Fields(INamedTypeSymbol type)
    {
        if (!IsKnown(type) || PartsOf(type.Name) is not string[] parts)
        {
            return null;
        }

        LayoutField[] fields = [.. parts
            .Select(part => (Part: part, Type: TypeOf(type, part)))
            .Where(static found => found.Type is not null)
            .Select(static found => new LayoutField(found.Part, found.Type!, null))];
        return fields.Length == parts.Length ? fields : null;
    }

    private static ITypeSymbol? TypeOf(INamedTypeSymbol type, string part) => type.GetMembers(part)
        .Select(static member => (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type)
        .FirstOrDefault(static found => found is not null);

    private static string[]? PartsOf(string type) => type switch
    {
        "Vector2" => ["X", "Y"],
        "Vector3" => ["X", "Y", "Z"],
        "Vector4" or "Quaternion" => ["X", "Y", "Z", "W"],
        "Plane" => ["Normal", "D"],
        "Complex" => ["Real", "Imaginary"],
        "Matrix3x2" => Cells(3, 2),
        "Matrix4x4" => Cells(4, 4),
        _ => null,
    };

    private static string[] Cells(int rows, int columns) =>
        [.. Enumerable.Range(1, rows).SelectMany(row => Enumerable.Range(1, columns).Select(column => $"M{row}{column}"))];
}
