using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// Arrays and lists of objects. An element is kept by value: which class it is of, or none, and the fields of every class
/// that it can be of, each in an array of its own. Reading an element makes a copy of the object, of one of the classes:
/// </summary>
/// <remarks>
/// <code>
/// Shape[] s = { new Disk(r), new Square(a) };        int[] kind = { 1, 2 };
/// s[i].Area()                                  →     double[] diskR = { r, 0 }, squareA = { 0, a };
///                                                    kind[i] == 1 ? π * diskR[i] * diskR[i] : …
/// </code>
/// Nobody can tell the copy from the object unless one of them is written to or the two are compared, and both are refused.
/// </remarks>
internal sealed partial class OperationLowering
{
    private const string KindName = "kindOf";

    /// <summary>More classes than that are not told apart.</summary>
    private const int MaxKinds = 16;

    private readonly Dictionary<ITypeSymbol, FrontValue.Aggregate?> _objectParts = new(SymbolEqualityComparer.Default);
    private readonly Stack<LoopHead> _loopsAround = new();

    /// <summary>What an element is kept as where it is an object; null where it cannot be kept.</summary>
    private FrontValue.Aggregate? ObjectPartsOf(ITypeSymbol element)
    {
        if (element is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface, SpecialType: SpecialType.None }
            || element.DeclaringSyntaxReferences.IsEmpty || CollectionTypes.IsCollection(element))
        {
            return null;
        }

        if (!_objectParts.TryGetValue(element, out FrontValue.Aggregate? parts))
        {
            parts = MakeObjectParts(element);
            _objectParts.Add(element, parts);
        }

        return parts;
    }

    private FrontValue.Aggregate? MakeObjectParts(ITypeSymbol element)
    {
        (INamedTypeSymbol Type, FrontValue Zero)[] kinds =
        [
            .. _routines.CreatedTypes
                .Where(type => _compilation.ClassifyCommonConversion(type, element) is { Exists: true, IsImplicit: true, IsUserDefined: false })
                .Select(type => (Type: type, Zero: FindZeroStruct(type)!)).Where(static kind => kind.Zero is not null && CanBeKept(kind.Zero)),
        ];

        if (kinds.Length is 0 or > MaxKinds)
        {
            return null;
        }

        EquatableArray<string> names = [KindName, .. kinds.Select(static kind => kind.Type.Name)];
        _routines.Kinds[names] = [.. kinds.Select(static kind => kind.Type)];
        return new FrontValue.Aggregate(
            [new FrontValue.Leaf(Constant.Int(0)), .. kinds.Select(static kind => kind.Zero)], names);
    }

    private INamedTypeSymbol[]? KindsIn(FrontValue memory) =>
        memory is FrontValue.Columns { Parts: FrontValue.Aggregate { Names: { Count: > 1 } names } } && names[0] == KindName
        && _routines.Kinds.TryGetValue(names, out INamedTypeSymbol[]? kinds)
            ? kinds
            : null;

    /// <summary>A reference to a copy of the object that an element is.</summary>
    private FrontValue ObjectFrom(FrontValue.Aggregate element, INamedTypeSymbol[] kinds)
    {
        Operand kind = ToOperand(element.Elements[0]);
        FrontValue[] objects = [.. kinds.Select((type, i) =>
        {
            Place.Cell cell = Allocate(type, element.Elements[i + 1]);
            _copied.Add(cell.Number);
            return ReferenceTo(cell);
        })];
        FrontValue row = objects[objects.Length - 1];

        for (int i = objects.Length - 2; i >= 0; i--)
        {
            row = new FrontValue.Choice(Is(i + 1), objects[i], row);
        }

        return new FrontValue.Choice(Is(0), FrontValue.Null, row);

        Operand Is(int number) => Apply(IrType.Boolean, PrimitiveTable.Equal, "", kind, Constant.Int(number));
    }

    /// <summary>The object that a reference refers to, as an element.</summary>
    private FrontValue ElementFrom(FrontValue reference, FrontValue.Aggregate zero, INamedTypeSymbol[] kinds, IOperation origin)
    {
        if (reference is FrontValue.Choice choice)
        {
            FrontValue then = ElementFrom(choice.Then, zero, kinds, origin);
            FrontValue otherwise = ElementFrom(choice.Otherwise, zero, kinds, origin);
            return then is FrontValue.Error || otherwise is FrontValue.Error
                ? FrontValue.Reported
                : Select(choice.Condition, "", then, otherwise);
        }

        if (reference is not FrontValue.Reference { Cell: >= 0 } own)
        {
            return zero;
        }

        int kind = Array.FindIndex(kinds, type => TypeNameOf(type) == own.Type);
        FrontValue fields = FieldsOf(own.Cell);

        if (kind < 0 || !fields.HasShapeOf(zero.Elements[kind + 1]))
        {
            Report(DiagnosticDescriptors.ElementType, origin, TextOf(origin), _objectTypes[own.Type].Name);
            return FrontValue.Reported;
        }

        if (!IsSettled(own.Cell, fields))
        {
            return Reject(origin, Reasons.WrittenCopy);
        }

        _copied.Add(own.Cell);
        return zero.With(0, new FrontValue.Leaf(Constant.Int(kind + 1))).With(kind + 1, fields);
    }

    /// <summary>Whether an object is as it was before all loops around it, so that no write to it comes back to here.</summary>
    private bool IsSettled(int cell, FrontValue fields) => _loopsAround.All(head =>
        cell >= head.FirstFresh || head.Own.Contains(cell)
        || ((FrontValue.Aggregate)head.Parameters[_heap.Slot]!).Elements.ElementAtOrDefault(cell)?.Equals(fields) == true)
        && (_callSite is null || cell >= _givenObjects);

    /// <summary>How many objects a method that calls itself is given: others know them too.</summary>
    private int _givenObjects;
}
