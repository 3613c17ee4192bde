using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// Memory whose elements are structs or tuples: the intermediate representation has arrays of scalars only, so that there
/// is an array for each number in an element. Reading an element copies it, as C# does; a reference to one is its index.
/// </summary>
internal sealed partial class OperationLowering
{
    // (double X, double Y)[] p        →        double[] pX, pY
    private FrontValue LoadFrom(FrontValue memory, EquatableArray<Operand> indices, string name)
    {
        FrontValue element = LoadParts(memory, indices, name);
        return KindsIn(memory) is INamedTypeSymbol[] kinds ? ObjectFrom((FrontValue.Aggregate)element, kinds) : element;
    }

    private FrontValue LoadParts(FrontValue memory, EquatableArray<Operand> indices, string name) => memory switch
    {
        FrontValue.Leaf leaf => new FrontValue.Leaf(LoadFrom(leaf.Operand, indices, name)),
        FrontValue.Columns own => own.Parts.Map(name, (part, array) => LoadFrom(array, indices, part)),
        FrontValue.Rows own => own.Paths.Map(name, (part, path) => Let(
            path.Type, new Expr.Verbatim(PathOf(path, indices.Count), [own.Array, .. indices]), part)),
        _ => FrontValue.Reported,
    };

    private Value LoadFrom(Operand array, EquatableArray<Operand> indices, string name) =>
        Let(((IrType.Array)array.Type).Element, new Expr.Load(array, indices), name);

    private static string PathOf(Operand path, int rank) =>
        $"{{0}}[{string.Join(", ", Enumerable.Range(1, rank).Select(static i => $"{{{i}}}"))}]{((Literal)path).Text}";

    private void StoreTo(FrontValue memory, EquatableArray<Operand> indices, FrontValue value, IOperation origin)
    {
        switch (memory, value)
        {
            case (FrontValue.Error, _) or (_, FrontValue.Error):
                break;
            case (FrontValue.Leaf array, FrontValue.Leaf element):
                Emit(new Statement.Store(array.Operand, indices, element.Operand));
                _stores.Add((array.Operand, SyntaxOf(origin)));
                break;
            case (FrontValue.Columns { Parts: FrontValue.Aggregate zero }, FrontValue.Reference or FrontValue.Choice)
                when KindsIn(memory) is INamedTypeSymbol[] kinds:
                StoreObject(zero, indices, value, kinds, origin);
                break;
            case (FrontValue.Columns columns, _):
                StoreParts(columns.Parts, indices, value, origin);
                break;
            case (FrontValue.Rows, _):
                RejectState(origin, Reasons.StaticWrite);
                break;
            default:
                ToOperand(value);
                break;
        }
    }

    private void StoreObject(
        FrontValue.Aggregate columns, EquatableArray<Operand> indices, FrontValue value, INamedTypeSymbol[] kinds, IOperation origin)
    {
        FrontValue.Aggregate zero = (FrontValue.Aggregate)columns.Map(static array =>
            ((IrType.Array)array.Type).Element is IrType.Scalar scalar
                ? Constant.Zero(scalar)
                : new Literal("default", ((IrType.Array)array.Type).Element));

        if (ElementFrom(value, zero, kinds, origin) is FrontValue.Aggregate element)
        {
            StoreParts(columns, indices, element, origin);
        }
    }

    private void StoreParts(FrontValue parts, EquatableArray<Operand> indices, FrontValue value, IOperation origin)
    {
        switch (parts, value)
        {
            case (FrontValue.Aggregate own, FrontValue.Aggregate its) when own.Elements.Count == its.Elements.Count:
                for (int i = 0; i < own.Elements.Count; i++)
                {
                    StoreParts(own.Elements[i], indices, its.Elements[i], origin);
                }

                break;
            case (FrontValue.Columns own, FrontValue.Columns its):
                StoreParts(own.Parts, indices, its.Parts, origin);
                break;
            case (FrontValue.Leaf, FrontValue.Leaf):
                StoreTo(parts, indices, value, origin);
                break;
            case (_, not FrontValue.Error):
                Reject(origin, Reasons.Undecided);
                break;
        }
    }

    /// <summary>The place of a part: of an element in memory, the element of that part's own array.</summary>
    private static Place PartOf(Place whole, int index) =>
        whole is Place.Element { Memory: FrontValue.Columns { Parts: FrontValue.Aggregate parts } } element
            ? new Place.Element(AsMemory(parts.Elements[index]), element.Indices)
            : new Place.Member(whole, index);

    private static FrontValue AsMemory(FrontValue parts) => parts is FrontValue.Leaf ? parts : new FrontValue.Columns(parts);

    private static Operand FirstArray(FrontValue memory) => memory switch
    {
        FrontValue.Rows rows => rows.Array,
        _ => Leaves(memory).First(),
    };

    private Operand LengthOf(FrontValue memory, int dimension = 0) => memory is FrontValue.Rows rows
        ? Let(IrType.Int32, new Expr.Verbatim(rows.Rank == 1 ? "{0}.Length" : $"{{0}}.GetLength({dimension})", [rows.Array]))
        : LengthOf(FirstArray(memory), dimension);

    private static int RankOf(FrontValue memory) =>
        memory is FrontValue.Rows rows ? rows.Rank : ((IrType.Array)FirstArray(memory).Type).Rank;

    private static bool IsMemory(FrontValue value) =>
        value is FrontValue.Leaf { Operand.Type: IrType.Array } or FrontValue.Columns or FrontValue.Rows;

    /// <summary>How C# sees memory of a type, and of how many dimensions it is; null for what is none that can be kept.</summary>
    private IrType.Array? MemoryOf(ITypeSymbol? type)
    {
        if (TypeOf(type) is IrType.Array known)
        {
            return known;
        }

        return Resolve(type) is ITypeSymbol memory && ElementTypeOf(memory) is ITypeSymbol element
            && memory is IArrayTypeSymbol or INamedTypeSymbol { IsRefLikeType: true } && PartsOf(element) is FrontValue parts
            ? new IrType.Array(
                Leaves(parts).First().Type,
                TypeMap.SpanKind(memory) ?? ArrayKind.Array,
                memory is IArrayTypeSymbol array ? array.Rank : 1)
            : null;
    }

    /// <summary>An element of a struct type with all its parts zero; null where parts cannot be kept in arrays.</summary>
    private FrontValue? PartsOf(ITypeSymbol element) => ObjectPartsOf(Resolve(element)!) is FrontValue objects ? objects
        : TypeOf(element) is null && FindZero(element) is FrontValue zero and not FrontValue.Reference
            && CanBeKept(zero) && Leaves(zero).Any() ? zero : null;

    private static bool CanBeKept(FrontValue value) => value switch
    {
        FrontValue.Leaf leaf => leaf.Operand.Type is IrType.Scalar or IrType.Array { Kind: ArrayKind.Array },
        FrontValue.Aggregate aggregate => aggregate.Elements.All(CanBeKept),
        FrontValue.Columns columns => CanBeKept(columns.Parts),
        _ => false,
    };

    /// <summary>Fresh memory for elements of a type; null for elements that cannot be kept.</summary>
    private FrontValue? NewMemory(ITypeSymbol element, int rank, EquatableArray<Operand> lengths, string name)
    {
        if (TypeOf(element) is IrType.Scalar or IrType.Array { Kind: ArrayKind.Array })
        {
            return new FrontValue.Leaf(NewArray(new IrType.Array(TypeOf(element)!, ArrayKind.Array, rank), lengths, name));
        }

        return PartsOf(element) is FrontValue zero
            ? new FrontValue.Columns(zero.Map(name, (part, operand) =>
                NewArray(new IrType.Array(operand.Type, ArrayKind.Array, rank), lengths, part)))
            : null;
    }

    /// <summary>Memory for elements as other memory has them.</summary>
    private FrontValue NewMemoryLike(FrontValue memory, Operand length, string name)
    {
        return memory switch
        {
            FrontValue.Columns own => new FrontValue.Columns(own.Parts.Map(name, (part, array) =>
                New(((IrType.Array)array.Type).Element, part))),
            FrontValue.Rows own => new FrontValue.Columns(own.Paths.Map(name, (part, path) => New(path.Type, part))),
            _ => memory.Map(name, (part, array) => New(((IrType.Array)array.Type).Element, part)),
        };

        Operand New(IrType element, string part) => NewArray(new IrType.Array(element, ArrayKind.Array), [length], part);
    }

    /// <summary>The zero of an array of structs: no memory at all.</summary>
    private FrontValue? FindZeroMemory(ITypeSymbol? type) =>
        Resolve(type) is IArrayTypeSymbol array && PartsOf(array.ElementType) is FrontValue parts
            ? new FrontValue.Columns(parts.Map(operand =>
                new Literal("null", new IrType.Array(operand.Type, ArrayKind.Array, array.Rank))))
            : null;

    private FrontValue RejectElements(IOperation operation, ITypeSymbol? element)
    {
        if (element is null or { TypeKind: TypeKind.Error })
        {
            return RejectType(operation, element);
        }

        Report(
            Diagnostics.DiagnosticDescriptors.ElementType, operation, StatementText.Of(SyntaxOf(operation)),
            Resolve(element)!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        return FrontValue.Reported;
    }
}
