using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Indices of every integer type, from either end, and ranges, also those that variables hold.</summary>
internal sealed partial class OperationLowering
{
    /// <summary>A variable that holds an index: a number, and whether it counts from the end.</summary>
    private Operand OffsetOf(FrontValue index, Operand length, IOperation origin)
    {
        if (index is not FrontValue.Aggregate { Elements: [FrontValue.Leaf { Operand: Operand number }, FrontValue.Leaf { Operand: Operand isFromEnd }] })
        {
            Reject(origin, Reasons.Range);
            return Constant.Int(0);
        }

        return isFromEnd is Constant known
            ? known.Bits != 0 ? Subtract(length, number) : number
            : Apply(IrType.Int32, PrimitiveTable.Select, "", isFromEnd, Subtract(length, number), number);
    }

    private FrontValue LowerIndexValue(IOperation written)
    {
        IOperation index = WithoutIndexConversion(written);
        return index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd ? Counted(LowerOperand(fromEnd.Operand), isFromEnd: true)
            : IsIndex(index) ? Lower(index)
            : Counted(LowerOperand(index), isFromEnd: false);
    }

    private FrontValue.Aggregate LowerRangeValue(IRangeOperation range) => new([
        range.LeftOperand is IOperation left ? LowerIndexValue(left) : Counted(Constant.Int(0), isFromEnd: false),
        range.RightOperand is IOperation right ? LowerIndexValue(right) : Counted(Constant.Int(0), isFromEnd: true)]);

    private static FrontValue.Aggregate Counted(Operand number, bool isFromEnd) =>
        new([new FrontValue.Leaf(number), new FrontValue.Leaf(Constant.Of(isFromEnd))]);

    private static bool IsIndex(IOperation operation) => operation.Type is INamedTypeSymbol { Name: "Index" } type && Namespaces.IsSystem(type);

    private static bool IsRange(IOperation operation) => operation.Type is INamedTypeSymbol { Name: "Range" } type && Namespaces.IsSystem(type);

    private Operand IndexOf(IOperation index)
    {
        Operand operand = LowerOperand(index);

        if (!operand.Type.IsInteger)
        {
            Reject(index, Reasons.Range);
        }

        return Narrow(operand);
    }

    /// <summary>An index of any integer type as an <c>int</c>; one that fits none is out of range for every array.</summary>
    private Operand Narrow(Operand index)
    {
        if (index.Type is not IrType.Scalar { Kind: ScalarKind.UInt32 or ScalarKind.Int64 or ScalarKind.UInt64 })
        {
            return index;
        }

        if (index is Constant known)
        {
            return Constant.Int(known.Bits is >= 0 and <= int.MaxValue ? (int)known.Bits : -1);
        }

        Value narrow = Apply(IrType.Int32, PrimitiveTable.Convert, "", index);

        if (index.Type is IrType.Scalar { Kind: ScalarKind.UInt32 })
        {
            return narrow;
        }

        Value again = Apply(index.Type, PrimitiveTable.Convert, "", narrow);
        Value fits = Apply(IrType.Boolean, PrimitiveTable.Equal, "", again, index);
        return Apply(IrType.Int32, PrimitiveTable.Select, "", fits, narrow, Constant.Int(-1));
    }

    // An integer stands for an index by a conversion of the library.
    private static IOperation WithoutIndexConversion(IOperation operation) =>
        operation is IConversionOperation { Type.Name: "Index", Operand: IOperation inner } ? inner : operation;
}
