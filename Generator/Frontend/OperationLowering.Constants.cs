using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Structs, and arrays of structs, in fields of the user's program: each number is read where it is needed.</summary>
internal sealed partial class OperationLowering
{
    private FrontValue ReadParts(IOperation reference, ISymbol member, ITypeSymbol type)
    {
        if (!_compilation.IsSymbolAccessibleWithin(member, RootType))
        {
            return RejectState(reference, Reasons.Inaccessible);
        }

        string name = Identifiers.Qualified(member);

        if (Resolve(type) is not IArrayTypeSymbol array)
        {
            return PathsIn(type, "") is FrontValue parts
                ? parts.Map(member.Name, (part, path) =>
                    _fields.Read(name + ((Literal)path).Text, part, path.Type, _builder))
                : RejectType(reference, type);
        }

        IrType.Opaque opaque = new(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
        return PathsIn(array.ElementType, "") is FrontValue paths
            ? new FrontValue.Rows(_fields.Read(name, member.Name, opaque, _builder), paths, array.Rank)
            : RejectElements(reference, array.ElementType);
    }

    /// <summary>How generated code reaches the numbers in a value; null where it cannot.</summary>
    private FrontValue? PathsIn(ITypeSymbol type, string path)
    {
        if (TypeOf(type) is IrType.Scalar scalar)
        {
            return new FrontValue.Leaf(new Literal(path, scalar));
        }

        if (Underlying(type) is ITypeSymbol underlying)
        {
            FrontValue has = new FrontValue.Leaf(new Literal(path + ".HasValue", IrType.Boolean));
            return PathsIn(underlying, path + ".GetValueOrDefault()") is FrontValue value
                ? new FrontValue.Aggregate([has, value], LayoutOf(type)!.Names)
                : null;
        }

        return (type.IsTupleType || LayoutOf(type) is not null) && CompositeMembers.Of(type) is IReadOnlyList<LayoutField> fields ? PathsIn(type, fields, path) : null;
    }

    private FrontValue.Aggregate? PathsIn(ITypeSymbol type, IReadOnlyList<LayoutField> fields, string path)
    {
        CompositeMembers readable = new(_compilation, RootType);
        FrontValue[] parts = [.. fields
            .Select(field => CompositeMembers.Find(type, field) is ISymbol found && readable.IsReadable(found)
                ? PathsIn(field.Type, $"{path}.{Identifiers.Escape(found.Name)}")
                : null)
            .OfType<FrontValue>()];
        return parts.Length == fields.Count
            ? new FrontValue.Aggregate(parts.ToEquatable(), type.IsTupleType ? default : LayoutOf(type)!.Names)
            : null;
    }
}
