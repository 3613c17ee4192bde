using System.Collections.Immutable;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Methods of the library that copy, resize or fill memory, element by element.</summary>
internal sealed partial class OperationLowering
{
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
}
