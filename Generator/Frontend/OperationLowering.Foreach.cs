using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
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

        if (collection.Type?.SpecialType == SpecialType.System_String && IsControlled(loop))
        {
            LowerForEachCharacter(loop, LowerOperand(collection));
            return;
        }

        if (!loop.IsAsynchronous && IsControlled(loop) && EnumeratorOf(collection.Type) is IMethodSymbol enumerator)
        {
            LowerForEachBy(loop, collection, enumerator);
            return;
        }

        if (loop.IsAsynchronous
            || !IsControlled(loop)
            || (MemoryOf(collection.Type) is null && !IsSequenceType(collection.Type)
                && !CollectionTypes.IsCollection(Resolve(collection.Type))))
        {
            Reject(loop.Collection, Reasons.Collection);
            return;
        }

        if (MemoryOf(collection.Type) is null)
        {
            LowerForEachOf(loop, collection);
            return;
        }

        if (MemoryOf(collection.Type) is { Rank: > 1 })
        {
            LowerForEachInMatrix(loop, collection);
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
            () => LowerIteration(loop, new Place.Element(view.Memory, [Sum(view.Offset, ToOperand(Read(index)))])),
            () => Step(index));
    }

    private void LowerForEachCharacter(IForEachLoopOperation loop, Operand text)
    {
        Operand length = Let(IrType.Int32, new Expr.Verbatim("{0}.Length", [text]));
        Variable index = Declare("i", _compilation.GetSpecialType(SpecialType.System_Int32), new FrontValue.Leaf(Constant.Int(0)));

        Loop(
            loop,
            () => Apply(IrType.Boolean, PrimitiveTable.Less, "", ToOperand(Read(index)), length),
            () =>
            {
                int scope = _variables.Count;
                BindElement(loop, new FrontValue.Leaf(CharacterOf(text, ToOperand(Read(index)), "")));
                LowerStatement(loop.Body);
                Leave(scope);
            },
            () => Step(index));
    }

    /// <summary>The elements of an array of several dimensions, the last index fastest.</summary>
    private void LowerForEachInMatrix(IForEachLoopOperation loop, IOperation collection)
    {
        if (LowerArray(collection) is not FrontValue array)
        {
            return;
        }

        Operand[] lengths = [.. Enumerable.Range(0, RankOf(array)).Select(dimension => LengthOf(array, dimension))];
        Operand count = lengths.Aggregate((product, length) => Apply(IrType.Int32, PrimitiveTable.Multiply, "", product, length));
        Variable index = Declare("i", _compilation.GetSpecialType(SpecialType.System_Int32), new FrontValue.Leaf(Constant.Int(0)));

        Loop(
            loop,
            () => Apply(IrType.Boolean, PrimitiveTable.Less, "", ToOperand(Read(index)), count),
            () => LowerIteration(loop, new Place.Element(array, Indices(ToOperand(Read(index))))),
            () => Step(index));

        EquatableArray<Operand> Indices(Operand rest)
        {
            Operand[] indices = new Operand[lengths.Length];

            for (int dimension = lengths.Length - 1; dimension > 0; dimension--)
            {
                indices[dimension] = Apply(IrType.Int32, PrimitiveTable.Remainder, "", rest, lengths[dimension]);
                rest = Apply(IrType.Int32, PrimitiveTable.Divide, "", rest, lengths[dimension]);
            }

            indices[0] = rest;
            return indices.ToEquatable();
        }
    }

    private Operand LengthOf(Operand array, int dimension = 0) =>
        dimension == 0 && array is Value own && _lengths.TryGetValue(own.Id, out Operand? length)
            ? length
            : Let(IrType.Int32, new Expr.Length(array, dimension));

    private void Step(Variable index) => _values[index.Slot] = new FrontValue.Leaf(
        Apply(IrType.Int32, PrimitiveTable.Add, index.Name, ToOperand(Read(index)), Constant.Int(1)));

    private void LowerIteration(
        IForEachLoopOperation loop, Place.Element place)
    {
        int scope = _variables.Count;

        if (loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: { RefKind: not RefKind.None } element })
        {
            _frame.Places[element] = place;
        }
        else
        {
            string name = (loop.LoopControlVariable as IVariableDeclaratorOperation)?.Symbol.Name ?? "";
            BindElement(loop, LoadFrom(place.Memory, place.Indices, name));
        }

        LowerStatement(loop.Body);
        Leave(scope);
    }

    private static bool IsControlled(IForEachLoopOperation loop) => loop.LoopControlVariable
        is IVariableDeclaratorOperation or ITupleOperation or IDeclarationExpressionOperation { Expression: ITupleOperation };

    /// <summary>Gives the variables of an iteration the element, or its parts.</summary>
    private void BindElement(IForEachLoopOperation loop, FrontValue value)
    {
        if (loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: ILocalSymbol element })
        {
            Bind(element, Declare(element.Name, element.Type), ConvertTo(value, element.Type, loop.Collection));
            return;
        }

        IOperation target = loop.LoopControlVariable is IDeclarationExpressionOperation declaration
            ? declaration.Expression
            : loop.LoopControlVariable;
        AssignParts((ITupleOperation)target, value, ElementTypeOf(loop.Collection), loop.Collection);
    }

    private ITypeSymbol? ElementTypeOf(IOperation collection) =>
        ElementTypeOf(WithoutImplicitConversions(collection).Type);

    private static IOperation WithoutImplicitConversions(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }
}
