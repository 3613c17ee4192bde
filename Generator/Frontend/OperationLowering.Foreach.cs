using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary><c>foreach</c> over arrays and spans: a loop over the index.</summary>
internal sealed partial class OperationLowering
{
    private void LowerForEach(IForEachLoopOperation loop)
    {
        IOperation collection = WithoutImplicitConversions(loop.Collection);

        if (loop.IsAsynchronous
            || loop.LoopControlVariable is not IVariableDeclaratorOperation { Symbol: ILocalSymbol element }
            || (TypeOf(collection.Type) is not IrType.Array { Rank: 1 } && !IsSequenceType(collection.Type)
                && !CollectionTypes.IsCollection(Resolve(collection.Type))))
        {
            Reject(loop.Collection, Reasons.Collection);
            return;
        }

        if (TypeOf(collection.Type) is not IrType.Array type)
        {
            LowerForEachOf(loop, element, collection);
            return;
        }

        if (LowerView(collection) is not FrontValue.View view)
        {
            return;
        }

        ITypeSymbol integer = _compilation.GetSpecialType(SpecialType.System_Int32);
        Variable index = Declare("i", integer, new FrontValue.Leaf(Constant.Int(0)));

        Loop(
            loop,
            () => Apply(IrType.Boolean, PrimitiveTable.Less, "", ToOperand(Read(index)), view.Length),
            () => LowerIteration(loop, element, new Place.Element(view.Array, [Sum(view.Offset, ToOperand(Read(index)))]), type),
            () => Step(index));
    }

    private Operand LengthOf(Operand array, int dimension = 0) =>
        dimension == 0 && array is Value own && _lengths.TryGetValue(own.Id, out Operand? length)
            ? length
            : Let(IrType.Int32, new Expr.Length(array, dimension));

    private void Step(Variable index) => _values[index.Slot] = new FrontValue.Leaf(
        Apply(IrType.Int32, PrimitiveTable.Add, index.Name, ToOperand(Read(index)), Constant.Int(1)));

    private void LowerIteration(
        IForEachLoopOperation loop, ILocalSymbol element, Place.Element place, IrType.Array type)
    {
        int scope = _variables.Count;

        if (element.RefKind != RefKind.None)
        {
            _frame.Places[element] = place;
        }
        else
        {
            IrType declared = TypeOf(element.Type) ?? type.Element;
            Operand value = Load(place, declared == type.Element ? element.Name : "");
            Operand converted = Convert(value, declared, isChecked: false, loop.Collection, element.Name);
            Bind(element, Declare(element.Name, element.Type), new FrontValue.Leaf(converted));
        }

        LowerStatement(loop.Body);
        Leave(scope);
    }

    private static IOperation WithoutImplicitConversions(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }
}
