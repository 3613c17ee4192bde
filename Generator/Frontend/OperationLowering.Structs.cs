using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Structs and objects: trees whose elements are the fields.</summary>
internal sealed partial class OperationLowering
{
    private Layout? LayoutOf(ITypeSymbol? type) =>
        Layout.IsElsewhere(Resolve(type), _compilation.Assembly) ? null : Layout.Of(Resolve(type));

    private bool IsObject(ITypeSymbol? type) => Layout.IsObject(type) && !Layout.IsElsewhere(type, _compilation.Assembly);

    private FrontValue? FindZeroStruct(ITypeSymbol type)
    {
        if (LayoutOf(type) is not Layout layout)
        {
            return null;
        }

        FrontValue[] fields = [.. layout.Fields.Select(field => FindZero(field.Type)).OfType<FrontValue>()];
        return fields.Length == layout.Fields.Count
            ? new FrontValue.Aggregate(fields.ToEquatable(), layout.Names)
            : null;
    }

    /// <summary>The place of a field, or of the field behind an automatic property; null for any other member.</summary>
    private Place? FieldPlace(IOperation reference, IOperation instance, ISymbol member)
    {
        if (IndexIn(instance.Type, member) is not int index)
        {
            return null;
        }

        if (member is IFieldSymbol { RefKind: not RefKind.None })
        {
            Reject(reference, Reasons.RefField);
            return new Place.Discard();
        }

        return Resolve(instance.Type) is { IsReferenceType: true }
            ? PlaceIn(Lower(instance), TypeOfMember(member), reference, cell => new Place.Member(cell, index))
            : PartOf(InstancePlace(instance), index);
    }

    private ITypeSymbol TypeOfMember(ISymbol member) =>
        Resolve(member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type)!;

    private int? IndexIn(ITypeSymbol? type, ISymbol member) =>
        LayoutOf(type) is Layout layout && layout.IndexOf(member) is >= 0 and int index ? index : null;

    /// <summary>The variable that holds a struct.</summary>
    private Place InstancePlace(IOperation instance) =>
        IsVariable(instance) ? LowerPlace(instance) : new Place.Fixed(Lower(instance));

    private Place? CellOf(FrontValue reference, IOperation origin)
    {
        switch (reference)
        {
            case FrontValue.Reference { Cell: >= 0 } own:
                return new Place.Cell(own.Cell, _objectTypes[own.Type]);
            case FrontValue.Reference:
                Reject(origin, Reasons.NullObject);
                return null;
            case FrontValue.Error:
                return null;
            default:
                Reject(origin, Reasons.Undecided);
                return null;
        }
    }

    private static bool IsVariable(IOperation instance) => instance switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation or IArrayElementReferenceOperation
            or IInstanceReferenceOperation => true,
        IFieldReferenceOperation { Field.IsStatic: false, Instance: not null } => true,
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: IOperation span } =>
            TypeMap.SpanKind(span.Type) is not null,
        _ => false,
    };

    private Place ThisPlace(IInstanceReferenceOperation reference)
    {
        if (reference.ReferenceKind == InstanceReferenceKind.ImplicitReceiver && _receivers.Count > 0)
        {
            return _receivers.Peek();
        }

        if (reference.ReferenceKind == InstanceReferenceKind.PatternInput)
        {
            return new Place.Fixed(_patternInputs.Peek());
        }

        if (_frame.This is Place own)
        {
            return own;
        }

        Reject(reference, Reasons.Expression(reference));
        return new Place.Discard();
    }

    /// <summary>A struct is its fields; of an object, <c>this</c> is the reference.</summary>
    private FrontValue LowerThis(IInstanceReferenceOperation reference) =>
        ThisPlace(reference) is Place.Cell cell && Resolve(reference.Type) is { IsReferenceType: true }
            ? ReferenceTo(cell)
            : Load(ThisPlace(reference), "");

    /// <summary>
    /// Whether C# calls a method of a struct on a copy: the variable must not change.
    /// </summary>
    private bool IsReadOnly(IOperation variable) => variable switch
    {
        IInstanceReferenceOperation => _frame.Method.IsReadOnly,
        IParameterReferenceOperation { Parameter.RefKind: RefKind.In or RefKind.RefReadOnlyParameter } => true,
        ILocalReferenceOperation { Local: { IsForEach: true } or { IsUsing: true } or { RefKind: RefKind.RefReadOnly } } =>
            true,
        IFieldReferenceOperation { Field.IsReadOnly: true } => true,
        IFieldReferenceOperation { Instance: IOperation { Type.IsValueType: true } whole } => IsReadOnly(whole),
        _ => false,
    };

    private FrontValue LowerFieldOf(IOperation reference, IOperation instance, ISymbol member, string name) =>
        FieldPlace(reference, instance, member) is Place place
            ? place is Place.Discard ? FrontValue.Reported : Load(place, name)
            : RejectMember(reference, instance, Reasons.Expression(reference));
}
