using System.Collections.Immutable;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// Slices. A slice of a span is a view: the memory it is part of, where it begins and how long it is; its elements are
/// those of the memory, so that reading and writing them needs nothing new. A range of an array is a copy.
/// </summary>
internal sealed partial class OperationLowering
{
    /// <summary>What an expression shows of memory; null where it was reported.</summary>
    private FrontValue.View? LowerView(IOperation expression) => AsView(Lower(expression), expression);

    private FrontValue.View? AsView(FrontValue value, IOperation origin)
    {
        switch (value)
        {
            case FrontValue.View view:
                return view;
            case FrontValue.Leaf or FrontValue.Columns or FrontValue.Rows when IsMemory(value) && RankOf(value) == 1:
                return ViewOf(value);
            case FrontValue.Error:
                return null;
            default:
                Reject(origin, Reasons.Range);
                return null;
        }
    }

    private FrontValue Slice(FrontValue.View view, Operand start, Operand? length)
    {
        Operand rest = length ?? Subtract(view.Length, start);
        Operand tooFar = Compare(BinaryOperatorKind.GreaterThan, start, Subtract(view.Length, rest));
        Operand outside = length is null
            ? Compare(BinaryOperatorKind.GreaterThan, start, view.Length)
            : Either(Compare(BinaryOperatorKind.LessThan, length, Constant.Int(0)), tooFar);
        ThrowIf(
            Either(Compare(BinaryOperatorKind.LessThan, start, Constant.Int(0)), outside),
            "global::System.ArgumentOutOfRangeException");
        return view with { Offset = Sum(view.Offset, start), Length = rest };
    }

    private FrontValue SliceBy(FrontValue.View view, IRangeOperation range)
    {
        Operand start = range.LeftOperand is IOperation left ? Bound(left, view.Length) : Constant.Int(0);
        Operand end = range.RightOperand is IOperation right ? Bound(right, view.Length) : view.Length;
        return range.RightOperand is null ? Slice(view, start, null) : Slice(view, start, Subtract(end, start));
    }

    private FrontValue SliceBy(FrontValue.View view, FrontValue range, IOperation origin)
    {
        if (range is not FrontValue.Aggregate { Elements: [FrontValue first, FrontValue second] })
        {
            return Reject(origin, Reasons.Range);
        }

        Operand start = OffsetOf(first, view.Length, origin);
        return Slice(view, start, Subtract(OffsetOf(second, view.Length, origin), start));
    }

    private Operand Bound(IOperation bound, Operand length)
    {
        IOperation index = WithoutIndexConversion(bound);
        return index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd
            ? Subtract(length, LowerOperand(fromEnd.Operand))
            : IsIndex(index) ? OffsetOf(Lower(index), length, index)
            : IndexOf(index);
    }

    /// <summary>
    /// An index from the end, or a range, of what has a length and an indexer or a <c>Slice</c> of its own.
    /// </summary>
    private Place ImplicitPlace(IImplicitIndexerReferenceOperation element)
    {
        if (element.LengthSymbol is not IPropertySymbol { GetMethod: IMethodSymbol getter } counted
            || FindReceiver(element.Instance, getter, element) is not Receiver receiver)
        {
            return new Place.Discard();
        }

        ITypeSymbol? type = receiver.Place is Place.Cell cell ? cell.Type : Resolve(element.Instance.Type);

        if (Own(counted, type) is not IPropertySymbol count || Own(element.IndexerSymbol, type) is not ISymbol member)
        {
            RejectCall(element);
            return new Place.Discard();
        }

        Place counter = receiver.Place is Place own && IndexIn(type, count) is int index
            ? PartOf(own, index)
            : new Place.Property(receiver, count, []);
        Operand length = ToOperand(Load(counter, "", element));

        if (member is IPropertySymbol { GetMethod: IMethodSymbol get } indexer)
        {
            return new Place.Property(receiver, indexer, [Bind(get, 0, Bound(element.Argument, length))]);
        }

        if (member is not IMethodSymbol slice || element.Argument is not IRangeOperation range)
        {
            Reject(element, Reasons.Range);
            return new Place.Discard();
        }

        Operand start = range.LeftOperand is IOperation left ? Bound(left, length) : Constant.Int(0);
        Operand end = range.RightOperand is IOperation right ? Bound(right, length) : length;
        List<BoundArgument> arguments = [Bind(slice, 0, start), Bind(slice, 1, Subtract(end, start))];
        return new Place.Fixed(WhereItIsOwn(
            slice, element, () => Obstacle(slice, element) ?? InlineBound(slice, arguments, element, "", receiver)));

        static BoundArgument Bind(IMethodSymbol method, int position, Operand value) =>
            new(method.OriginalDefinition.Parameters[position], null, new FrontValue.Leaf(value));
    }

    private Operand Subtract(Operand left, Operand right) =>
        right is Constant { Bits: 0 } ? left : Integer(PrimitiveTable.Subtract, left, right);

    private Operand Sum(Operand left, Operand right) =>
        left is Constant { Bits: 0 } ? right : right is Constant { Bits: 0 } ? left : Integer(PrimitiveTable.Add, left, right);

    private Operand Integer(Primitive primitive, Operand left, Operand right) =>
        left is Constant own && right is Constant its
            ? Constant.Int((int)(primitive == PrimitiveTable.Add ? own.Bits + its.Bits : own.Bits - its.Bits))
            : Apply(IrType.Int32, primitive, "", left, right);

    private Operand Compare(BinaryOperatorKind kind, Operand left, Operand right) =>
        left is Constant own && right is Constant its
            ? Constant.Of(kind == BinaryOperatorKind.LessThan ? own.Bits < its.Bits
                : kind == BinaryOperatorKind.GreaterThan ? own.Bits > its.Bits : own.Bits >= its.Bits)
            : left.Equals(right) && kind != BinaryOperatorKind.GreaterThanOrEqual ? Constant.False
            : Apply(IrType.Boolean, OperatorTable.Find(kind, isChecked: false)!, "", left, right);

    private Operand Either(Operand left, Operand right) =>
        left is Constant known ? known.Bits != 0 ? known : right
            : right is Constant { Bits: 0 } ? left
            : Apply(IrType.Boolean, OperatorTable.Find(BinaryOperatorKind.Or, isChecked: false)!, "", left, right);

    private void ThrowIf(Operand condition, string exception)
    {
        if (condition is not Constant { Bits: 0 })
        {
            Block thrown = new([new Statement.Throw($"new {exception}()", [])], []);
            Emit(new Statement.If(_builder.Label(), condition, thrown, Block.Empty, []));
        }
    }

    /// <summary>An element of a view, by an index that may be outside.</summary>
    private Place.Element ElementOf(FrontValue.View view, IOperation index)
    {
        Operand position = Bound(index, view.Length);
        ThrowIf(
            Either(
                Compare(BinaryOperatorKind.LessThan, position, Constant.Int(0)),
                Compare(BinaryOperatorKind.GreaterThanOrEqual, position, view.Length)),
            "global::System.IndexOutOfRangeException");
        return new Place.Element(view.Memory, [Sum(view.Offset, position)]);
    }

    /// <summary>The arguments as the parameters are declared.</summary>
    private static IEnumerable<IOperation> InOrder(IInvocationOperation call) =>
        call.Arguments.OrderBy(static a => a.Parameter!.Ordinal).Select(static a => a.Value);

    /// <summary><c>stackalloc</c>, which the compiler has no operation for.</summary>
    private FrontValue LowerStackAlloc(IOperation allocation, string name)
    {
        ITypeSymbol? type = allocation.Parent switch
        {
            IConversionOperation conversion => conversion.Type,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol.Type,
            ISimpleAssignmentOperation assignment => assignment.Target.Type,
            _ => allocation.Type,
        };
        ImmutableArray<IOperation> parts = [.. allocation.ChildOperations];

        if (MemoryOf(type) is not { Rank: 1 } || parts is not [IOperation count, ..]
            || ElementTypeOf(type) is not ITypeSymbol element)
        {
            return Reject(allocation, Reasons.Expression(allocation));
        }

        IOperation[] elements = parts is [_, IArrayInitializerOperation initializer]
            ? [.. initializer.ElementValues]
            : [.. parts.Skip(1)];
        FrontValue target = NewMemory(element, 1, [LowerOperand(count)], name)!;

        for (int i = 0; i < elements.Length; i++)
        {
            StoreTo(target, [Constant.Int(i)], ConvertTo(Lower(elements[i]), element, elements[i]), elements[i]);
        }

        return target;
    }

    private static IOperation WithoutConversions(IOperation operation) => WithoutImplicitConversions(operation);
}
