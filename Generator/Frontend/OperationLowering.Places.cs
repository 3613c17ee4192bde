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
            case IDeclarationExpressionOperation declaration:
                return LowerPlace(declaration.Expression);
            case IDiscardOperation:
                return new Place.Discard();
            case IArrayElementReferenceOperation element:
                return LowerElement(element);
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: IOperation span } element
                when TypeMap.SpanKind(Resolve(span.Type)) is not null:
                return new Place.Element(LowerOperand(span), [LowerOperand(element.Arguments[0].Value)]);
            case IImplicitIndexerReferenceOperation { Instance: IOperation span } element
                when TypeOf(span.Type) is IrType.Array:
                Operand array = LowerOperand(span);
                return new Place.Element(array, [LowerIndex(element.Argument, array, 0)]);
            case IFieldReferenceOperation { Field: IFieldSymbol field } when field.IsStatic:
                Report(Diagnostics.DiagnosticDescriptors.StaticState, target, TextOf(target), Reasons.StaticWrite);
                return new Place.Discard();
            case IInvalidOperation:
                IsInvalid = true;
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

        if (_frame.Places.TryGetValue(symbol, out Place? place))
        {
            return place;
        }

        Reject(reference, Reasons.Capture);
        return new Place.Discard();
    }

    private Place LowerElement(IArrayElementReferenceOperation element)
    {
        Operand array = LowerOperand(element.ArrayReference);

        if (array.Type is not IrType.Array)
        {
            RejectType(element.ArrayReference, element.ArrayReference.Type);
            return new Place.Discard();
        }

        return new Place.Element(array, [.. element.Indices.Select((index, i) => LowerIndex(index, array, i))]);
    }

    private Operand LowerIndex(IOperation index, Operand array, int dimension)
    {
        if (index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd)
        {
            Operand length = LengthOf(array, dimension);
            return Apply(IrType.Int32, Derivatives.PrimitiveTable.Subtract, "", length, LowerOperand(fromEnd.Operand));
        }

        Operand operand = LowerOperand(index);

        if (!operand.Type.IsInteger)
        {
            Reject(index, Reasons.Range);
        }

        return operand;
    }

    private static string NameOf(Place place) => place is Place.Local local ? local.Variable.Name : "";

    private FrontValue Load(Place place, string name, IOperation origin) => place switch
    {
        Place.Local local => Read(local.Variable),
        Place.Element { Array.Type: IrType.Array } element => new FrontValue.Leaf(Load(element, name)),
        _ => ZeroOf(origin.Type),
    };

    private Value Load(Place.Element element, string name) => Let(
        ((IrType.Array)element.Array.Type).Element, new Expr.Load(element.Array, element.Indices), name);

    private void Write(Place place, FrontValue value, IOperation origin)
    {
        switch (place)
        {
            case Place.Local local:
                _values[local.Variable.Slot] = value;
                break;
            case Place.Element element:
                Emit(new Statement.Store(element.Array, element.Indices, ToOperand(value)));
                _stores.Add((element.Array, origin.Syntax));
                break;
        }
    }
}
