using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Places: what is assigned to, read again, or passed by reference.</summary>
internal sealed partial class OperationLowering
{
    private Place LowerPlace(IOperation target)
    {
        switch (target)
        {
            case ILocalReferenceOperation { Local: ILocalSymbol local } reference:
                return FindPlace(reference, local, reference.IsDeclaration);
            case IParameterReferenceOperation reference:
                return FindPlace(reference, reference.Parameter, isDeclaration: false);
            case IConditionalOperation { IsRef: true } choice:
                return ChosenPlace(choice);
            case IInvocationOperation { TargetMethod.RefKind: not RefKind.None } call:
                return ReturnedPlace(call);
            case IDeclarationExpressionOperation declaration:
                return LowerPlace(declaration.Expression);
            case IDiscardOperation:
                return new Place.Discard();
            case IArrayElementReferenceOperation element:
                return LowerElement(element.ArrayReference, element.Indices);
            case IPropertyReferenceOperation { Instance: IOperation receiver } extension when IsExtension(extension.Property):
                return ExtensionProperty(extension, receiver);
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: IOperation span } element
                when TypeMap.SpanKind(Resolve(span.Type)) is not null:
                return LowerElement(span, [element.Arguments[0].Value]);
            case IImplicitIndexerReferenceOperation { Instance: IOperation span } element
                when MemoryOf(span.Type) is not null:
                return LowerElement(span, [element.Argument]);
            case IImplicitIndexerReferenceOperation element:
                return ImplicitPlace(element);
            case IFieldReferenceOperation { Instance: IOperation tuple } field
                when field.Field.ContainingType.IsTupleType && TupleIndex(field.Field) is int index:
                return PartOf(LowerPlace(tuple), index);
            case IFieldReferenceOperation { Field: IFieldSymbol field } when field.IsStatic:
                Report(Diagnostics.DiagnosticDescriptors.StaticState, target, TextOf(target), Reasons.StaticWrite);
                return new Place.Discard();
            case IFieldReferenceOperation { Instance: IOperation owner } field
                when FieldPlace(field, owner, field.Field) is Place place:
                return place;
            case IPropertyReferenceOperation { Instance: IOperation owner } property
                when PropertyPlace(property, owner) is Place place:
                return place;
            case IInstanceReferenceOperation self:
                return ThisPlace(self);
            case IInvalidOperation:
                MarkInvalid();
                return new Place.Discard();
            case IFieldReferenceOperation { Instance: IOperation instance }:
                RejectMember(target, instance, Reasons.Expression(target));
                return new Place.Discard();
            default:
                Reject(target, Reasons.Expression(target));
                return new Place.Discard();
        }
    }

    private Place FindPlace(IOperation reference, ISymbol symbol, bool isDeclaration)
    {
        if (isDeclaration && symbol is ILocalSymbol local)
        {
            DeclareLocal(reference, local, value: null);
        }

        if (_frame.Places.TryGetValue(symbol, out Place? place) && IsAlive(place))
        {
            return place;
        }

        if (IsOfBlock(symbol) && _frame.This is Place receiver)
        {
            return receiver;
        }

        // Members see the parameters of a primary constructor as fields.
        if (symbol is IParameterSymbol && _frame.This is Place self
            && IndexIn(_frame.Method.ContainingType, symbol) is int index)
        {
            return PartOf(self, index);
        }

        Reject(reference, Reasons.Capture);
        return new Place.Discard();
    }

    private Place LowerElement(IOperation reference, IReadOnlyList<IOperation> indices)
    {
        FrontValue memory = Lower(reference);

        if (indices is [IRangeOperation range])
        {
            return AsView(memory, reference) is FrontValue.View whole
                ? new Place.Fixed(Range(SliceBy(whole, range), reference))
                : new Place.Discard();
        }

        if (indices is [IOperation held] && IsRange(held))
        {
            return AsView(memory, reference) is FrontValue.View whole
                ? new Place.Fixed(Range(SliceBy(whole, Lower(held), held), reference))
                : new Place.Discard();
        }

        switch (memory)
        {
            case FrontValue.Leaf { Operand.Type: IrType.Array } or FrontValue.Columns or FrontValue.Rows:
                return new Place.Element(memory, [.. indices.Select((index, i) => LowerIndex(index, memory, i))]);
            case FrontValue.View view:
                return ElementOf(view, indices[0]);
            case not FrontValue.Error:
                Reject(reference, Reasons.Range);
                break;
        }

        return new Place.Discard();
    }

    /// <summary>A range of an array is a copy, that of a span a view.</summary>
    private FrontValue Range(FrontValue slice, IOperation of) =>
        slice is FrontValue.View view && MemoryOf(of.Type) is { Kind: ArrayKind.Array } ? CopyOf(view, "") : slice;

    private Operand LowerIndex(IOperation written, FrontValue memory, int dimension)
    {
        IOperation index = WithoutIndexConversion(written);

        if (index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd)
        {
            Operand length = LengthOf(memory, dimension);
            return Apply(IrType.Int32, Derivatives.PrimitiveTable.Subtract, "", length, LowerOperand(fromEnd.Operand));
        }

        return IsIndex(index) ? OffsetOf(Lower(index), LengthOf(memory, dimension), index) : IndexOf(index);
    }

    private static string NameOf(Place place) => place is Place.Local local ? local.Variable.Name : "";

    private FrontValue Load(Place place, string name, IOperation? origin = null) =>
        Checked(Fetch(place, name, origin), origin);

    private FrontValue Fetch(Place place, string name, IOperation? origin) => place switch
    {
        Place.Local local => Read(local.Variable),
        Place.Element element => LoadFrom(element.Memory, element.Indices, name),
        Place.Held held => held.Value,
        Place.Member member => Fetch(member.Whole, "", origin) switch
        {
            FrontValue.Aggregate whole => whole.Elements[member.Index],
            FrontValue.Conflict undecided => undecided,
            _ => FrontValue.Reported,
        },
        Place.Cell cell => FieldsOf(cell.Number),
        Place.Fixed own => own.Value,
        Place.Either either => FetchEither(either, name, origin),
        Place.Null => Throw(NullReference),
        Place.Property property when origin is not null => Get(property, origin, name),
        _ => FrontValue.Reported,
    };

    /// <summary>Where paths disagree on what no operand can stand for, reading it is an error.</summary>
    private FrontValue Checked(FrontValue value, IOperation? origin) =>
        value is FrontValue.Conflict && origin is not null ? Reject(origin, Reasons.Undecided) : value;

    private void Write(Place place, FrontValue value, IOperation origin)
    {
        switch (place)
        {
            case Place.Local local:
                _values[local.Variable.Slot] = value;
                break;
            case Place.Member member:
                WriteMember(member, value, origin);
                break;
            case Place.Cell cell when _copied.Contains(cell.Number):
                Reject(origin, Reasons.WrittenCopy);
                break;
            case Place.Cell cell:
                Put(cell.Number, value);
                break;
            case Place.Either either:
                Branch(
                    either.Condition,
                    () => Write(either.Then, value, origin),
                    () => Write(either.Otherwise, value, origin));
                break;
            case Place.Null:
                Throw(NullReference);
                break;
            case Place.Property property:
                Set(property, value, origin);
                break;
            case Place.Fixed:
                Reject(origin, Reasons.Expression(origin));
                break;
            case Place.Held:
                Refuse(Diagnostics.DiagnosticDescriptors.EscapingCapture, origin);
                break;
            case Place.Element element:
                StoreTo(element.Memory, element.Indices, value, origin);
                break;
        }
    }

    private void WriteMember(Place.Member member, FrontValue value, IOperation origin)
    {
        if (member.Whole is Place.Either either)
        {
            Write(
                either with
                {
                    Then = new Place.Member(either.Then, member.Index),
                    Otherwise = new Place.Member(either.Otherwise, member.Index),
                },
                value, origin);
            return;
        }

        FrontValue whole = Fetch(member.Whole, "", origin);

        if (whole is FrontValue.Aggregate aggregate)
        {
            Write(member.Whole, aggregate.With(member.Index, value), origin);
        }
        else if (whole is FrontValue.Conflict)
        {
            Reject(origin, Reasons.Undecided);
        }
    }
}
