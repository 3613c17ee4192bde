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

    /// <summary>A new array with what a view shows.</summary>
    private FrontValue CopyOf(FrontValue.View view, string name)
    {
        FrontValue copy = NewMemoryLike(view.Memory, view.Length, name);
        CopyElements(view, new FrontValue.View(copy, Constant.Int(0), view.Length));
        return copy;
    }

    private void CopyElements(FrontValue.View from, FrontValue.View to) =>
        ForEachIndex(from.Length, index => Copy(
            LoadParts(from.Memory, [Sum(from.Offset, index)], ""), to.Memory, [Sum(to.Offset, index)]));

    private void Copy(FrontValue value, FrontValue memory, EquatableArray<Operand> indices)
    {
        Operand[] arrays = [.. Leaves(memory)];
        Operand[] parts = [.. Leaves(value)];

        for (int i = 0; i < arrays.Length; i++)
        {
            Emit(new Statement.Store(arrays[i], indices, parts[i]));
        }
    }

    private void ForEachIndex(Operand length, Action<Value> body)
    {
        Carried index = new(
            _builder.Fresh(IrType.Int32, "i"), Constant.Int(0), _builder.Fresh(IrType.Int32, "i"));
        Begin();
        Block condition = _builder.End(Apply(IrType.Boolean, PrimitiveTable.Less, "", index.Parameter, length));
        Begin();
        body(index.Parameter);
        Block block = _builder.End(Apply(IrType.Int32, PrimitiveTable.Add, "i", index.Parameter, Constant.Int(1)));
        Emit(new Statement.While(_builder.Label(), [index], condition, block));
    }

    /// <summary>Copies as if through a buffer: source and target may overlap.</summary>
    private void CopyBuffered(FrontValue.View from, FrontValue.View to, IOperation origin)
    {
        if (to.Memory is FrontValue.Rows)
        {
            RejectState(origin, Reasons.StaticWrite);
            return;
        }

        FrontValue buffer = CopyOf(from, "");
        IrType[] given = [.. Leaves(buffer).Select(static a => ((IrType.Array)a.Type).Element)];

        if (!given.SequenceEqual(Leaves(to.Memory).Select(static a => ((IrType.Array)a.Type).Element))
            || given.Any(static element => element is not IrType.Scalar))
        {
            Reject(origin, Reasons.Range);
            return;
        }

        CopyElements(new FrontValue.View(buffer, Constant.Int(0), from.Length), to with { Length = from.Length });
        NoteStores(to.Memory, origin);
    }

    private void NoteStores(FrontValue memory, IOperation origin) =>
        _stores.AddRange(Leaves(memory).Select(array => (array, SyntaxOf(origin))));

    private void Fill(FrontValue.View view, FrontValue value, IOperation origin)
    {
        if (value is not FrontValue.Leaf { Operand: Operand number } || view.Memory is not FrontValue.Leaf { Operand: Operand array })
        {
            ForEachIndex(view.Length, index => Copy(value, view.Memory, [Sum(view.Offset, index)]));
        }
        else if (view.Offset is Constant { Bits: 0 } && view.Length is Value { Name: "" } && IsWhole(view))
        {
            Emit(new Statement.Fill(array, number));
        }
        else
        {
            ForEachIndex(view.Length, index => Emit(new Statement.Store(array, [Sum(view.Offset, index)], number)));
        }

        NoteStores(view.Memory, origin);
    }

    private bool IsWhole(FrontValue.View view) => _builder.Current
        .OfType<Statement.Let>()
        .Any(let => let.Target.Equals(view.Length) && let.Expression is Expr.Length length && length.Array.Equals(FirstArray(view.Memory)));

    /// <summary>Methods of spans and arrays that slice, copy or fill; null for any other.</summary>
    private FrontValue? LowerMemoryMethod(IMethodSymbol method, ImmutableArray<IOperation> operands, IOperation call, string name)
    {
        switch (method.Name, operands.Length)
        {
            case ("Slice" or "AsSpan", 2 or 3) when operands[1].Type?.Name == "Range" && operands[1] is IRangeOperation range:
                return LowerView(operands[0]) is FrontValue.View whole ? SliceBy(whole, range) : FrontValue.Reported;
            case ("Slice" or "AsSpan", 2 or 3):
                if (LowerView(operands[0]) is not FrontValue.View view)
                {
                    return FrontValue.Reported;
                }

                Operand start = Bound(operands[1], view.Length);
                return Slice(view, start, operands.Length == 3 ? IndexOf(operands[2]) : null);
            case ("ToArray", 1):
                return Lower(operands[0]) switch
                {
                    FrontValue.View part => CopyOf(part, name),
                    FrontValue.Leaf { Operand: { Type: IrType.Array { Element: IrType.Scalar } type } all } =>
                        new FrontValue.Leaf(Let(type with { Kind = ArrayKind.Array }, new Expr.CopyOf(all), name)),
                    FrontValue.Columns or FrontValue.Rows => LowerView(operands[0]) is FrontValue.View rows ? CopyOf(rows, name) : FrontValue.Reported,
                    FrontValue.Error error => error,
                    _ => Reject(call, Reasons.Range),
                };
            case ("CopyTo", 2 or 3):
                return LowerCopyTo(operands, call);
            case ("Fill" or "Clear", _):
                return LowerFill(method, operands, call);
            case ("Resize", 2) when method.ContainingType.Name == "Array":
                return LowerResize(operands, call);
            case ("Copy", 3 or 5) when method.ContainingType.Name == "Array":
                return LowerArrayCopy(operands, call);
            default:
                return null;
        }
    }

    private FrontValue LowerCopyTo(ImmutableArray<IOperation> operands, IOperation call)
    {
        FrontValue.View? from = LowerView(operands[0]);
        FrontValue.View? to = LowerView(WithoutConversions(operands[1]));

        if (from is null || to is null)
        {
            return FrontValue.Reported;
        }

        if (operands.Length == 3)
        {
            Operand start = IndexOf(operands[2]);
            ThrowIf(Compare(BinaryOperatorKind.LessThan, start, Constant.Int(0)), "global::System.ArgumentOutOfRangeException");
            to = to with { Offset = Sum(to.Offset, start), Length = Subtract(to.Length, start) };
        }

        ThrowIf(Compare(BinaryOperatorKind.GreaterThan, from.Length, to.Length), "global::System.ArgumentException");
        CopyBuffered(from, to, call);
        return FrontValue.Nothing;
    }

    private FrontValue LowerArrayCopy(ImmutableArray<IOperation> operands, IOperation call)
    {
        bool hasOffsets = operands.Length == 5;
        FrontValue.View? from = LowerView(WithoutConversions(operands[0]));
        Operand fromStart = hasOffsets ? IndexOf(operands[1]) : Constant.Int(0);
        FrontValue.View? to = LowerView(WithoutConversions(operands[hasOffsets ? 2 : 1]));
        Operand toStart = hasOffsets ? IndexOf(operands[3]) : Constant.Int(0);
        Operand length = IndexOf(operands[operands.Length - 1]);

        if (from is null || to is null)
        {
            return FrontValue.Reported;
        }

        // Array.Copy tells negative numbers from too large ones.
        Operand negative = Either(
            Compare(BinaryOperatorKind.LessThan, length, Constant.Int(0)),
            Either(
                Compare(BinaryOperatorKind.LessThan, fromStart, Constant.Int(0)),
                Compare(BinaryOperatorKind.LessThan, toStart, Constant.Int(0))));
        ThrowIf(negative, "global::System.ArgumentOutOfRangeException");
        Operand tooLong = Either(
            Compare(BinaryOperatorKind.GreaterThan, length, Subtract(from.Length, fromStart)),
            Compare(BinaryOperatorKind.GreaterThan, length, Subtract(to.Length, toStart)));
        ThrowIf(tooLong, "global::System.ArgumentException");
        CopyBuffered(
            new FrontValue.View(from.Memory, Sum(from.Offset, fromStart), length),
            new FrontValue.View(to.Memory, Sum(to.Offset, toStart), length),
            call);
        return FrontValue.Nothing;
    }

    /// <summary>A variable gets a new array of another length, with as many of the elements as fit.</summary>
    private FrontValue LowerResize(ImmutableArray<IOperation> operands, IOperation call)
    {
        Place target = LowerPlace(operands[0]);
        FrontValue before = Load(target, "", operands[0]);
        Operand length = IndexOf(operands[1]);

        if (!IsMemory(before))
        {
            return before is FrontValue.Error ? before : Reject(call, Reasons.Range);
        }

        ThrowIf(Compare(BinaryOperatorKind.LessThan, length, Constant.Int(0)), "global::System.ArgumentOutOfRangeException");
        FrontValue.View all = ViewOf(before);
        Branch(
            Apply(IrType.Boolean, PrimitiveTable.NotEqual, "", all.Length, length),
            () =>
            {
                Operand kept = Apply(IrType.Int32, PrimitiveTable.Min, "", all.Length, length);
                FrontValue after = NewMemoryLike(before, length, NameOf(target));
                CopyElements(all with { Length = kept }, new FrontValue.View(after, Constant.Int(0), kept));
                Write(target, after, call);
            },
            static () => { });
        return FrontValue.Nothing;
    }

    private FrontValue LowerFill(IMethodSymbol method, ImmutableArray<IOperation> operands, IOperation call)
    {
        bool hasValue = method.Name == "Fill";

        if (LowerView(WithoutConversions(operands[0])) is not FrontValue.View view
            || ElementTypeOf(WithoutConversions(operands[0]).Type) is not ITypeSymbol element)
        {
            return FrontValue.Reported;
        }

        if (view.Memory is FrontValue.Rows || FindZero(element) is not FrontValue zero)
        {
            return RejectState(call, Reasons.StaticWrite);
        }

        FrontValue value = hasValue ? ConvertTo(Lower(operands[1]), element, call) : zero;
        int next = hasValue ? 2 : 1;

        if (operands.Length > next + 1)
        {
            view = (FrontValue.View)Slice(view, IndexOf(operands[next]), IndexOf(operands[next + 1]));
        }

        Fill(view, value, call);
        return FrontValue.Nothing;
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
