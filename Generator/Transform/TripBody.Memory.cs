using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>Part of <see cref="TripBody"/>: what is read and written.</summary>
internal sealed partial class TripBody
{
    private Value Compute(Expr.Load load, Value target)
    {
        string name = LaneArithmetic.Name(target);

        if (_memory.TryGetValue(((Value)load.Array).Id, out Value? vectors))
        {
            return _builder.Let(_lanes.TypeOf(target), new Expr.Load(vectors, Operands.Map(load.Indices, _lanes.Resolve)), name);
        }

        Operand index = load.Indices[0];
        Operand[] place = [load.Array, _lanes.Resolve(index), StrideOf(index), .. load.Indices.Skip(1).Select(_lanes.Resolve)];
        return _builder.Let(_lanes.Lanes, new Expr.Lanes(LaneOperation.Gather, place.ToEquatable()), name);
    }

    /// <summary>How much an integer grows from one trip to the next.</summary>
    private Operand Stride(Expr.Apply apply)
    {
        (Operand left, Operand right) = (apply.Arguments[0], apply.Arguments[1]);

        if (apply.Primitive == PrimitiveTable.Multiply)
        {
            return IsLinear(left) ? Product(StrideOf(left), right) : Product(StrideOf(right), left);
        }

        return IsLinear(left) && IsLinear(right) ? Integer(apply.Primitive, StrideOf(left), StrideOf(right))
            : IsLinear(left) ? StrideOf(left)
            : apply.Primitive == PrimitiveTable.Add ? StrideOf(right)
            : Integer(PrimitiveTable.Subtract, Constant.Int(0), StrideOf(right));
    }

    private bool IsLinear(Operand operand) => _legality.Shapes[operand] is LaneShape.Consecutive or LaneShape.Linear;

    private Operand StrideOf(Operand operand) => _strides[((Value)operand).Id];

    private Operand Product(Operand stride, Operand factor) =>
        stride is Constant { IsOne: true } ? _lanes.Resolve(factor) : Integer(PrimitiveTable.Multiply, stride, _lanes.Resolve(factor));

    private void Visit(Statement.Store store)
    {
        if (!_memory.TryGetValue(((Value)store.Array).Id, out Value? vectors))
        {
            _builder.Add(Operands.Map(store, Place));
            return;
        }

        EquatableArray<Operand> indices = Operands.Map(store.Indices, _lanes.Resolve);
        Operand value = _lanes.Vector(store.Value);
        _builder.Add(new Statement.Store(vectors, indices, Masked(value, () => _builder.Load(vectors, [.. indices]))));
    }

    private void Visit(Statement.Accumulate update)
    {
        if (IsLinear(update.Indices[0]))
        {
            Operand index = update.Indices[0];
            _builder.Add(new Statement.Scatter(update.Array, _lanes.Resolve(index), StrideOf(index), _lanes.Vector(update.Value)));
            return;
        }

        if (_elementSums.TryGetValue(update, out Operand? sum))
        {
            _elementSums[update] = _lanes.AddsProduct(update)
                ? _builder.Let(_lanes.Lanes, _lanes.AddProduct(update, sum))
                : _builder.Relaxed(_lanes.Lanes, PrimitiveTable.Add, sum, _lanes.Vector(update.Value));
            return;
        }

        if (!_memory.TryGetValue(((Value)update.Array).Id, out Value? vectors))
        {
            _builder.Add(Operands.Map(update, Place));
            return;
        }

        EquatableArray<Operand> indices = Operands.Map(update.Indices, _lanes.Resolve);

        if (_mask is null && _lanes.AddsProduct(update))
        {
            Value old = _builder.Load(vectors, [.. indices]);
            _builder.Add(new Statement.Store(vectors, indices, _builder.Let(_lanes.Lanes, _lanes.AddProduct(update, old))));
            return;
        }

        Operand value = Masked(_lanes.Vector(update.Value), () => _lanes.Vector(Constant.Zero(update.Value.Type)));
        _builder.Add(update with { Array = vectors, Indices = indices, Value = value });
    }

    private void Visit(Statement.Push push) => _builder.Add(
        _memory.TryGetValue(((Value)push.Stack).Id, out Value? vectors)
            ? new Statement.Push(vectors, _lanes.Vector(push.Value))
            : Operands.Map(push, Place));

    private void Visit(Statement.Fill fill)
    {
        if (!_memory.TryGetValue(((Value)fill.Array).Id, out Value? vectors))
        {
            _builder.Add(Operands.Map(fill, Place));
            return;
        }

        if (_mask is null)
        {
            Operand value = fill.Value is Constant { IsZero: true } ? fill.Value : _lanes.Vector(fill.Value);
            _builder.Add(new Statement.Fill(vectors, value));
            return;
        }

        FillMasked(vectors, _lanes.Vector(fill.Value));
    }

    private void FillMasked(Value vectors, Operand value)
    {
        Value length = _builder.Let(IrType.Int32, new Expr.Length(vectors));
        Value index = _builder.Fresh(IrType.Int32, "i");
        _builder.Begin();
        _builder.Add(new Statement.Store(vectors, [index], Masked(value, () => _builder.Load(vectors, index))));
        Block body = _builder.End();
        _builder.Add(new Statement.For(_builder.Label(), index, Constant.Int(0), LoopTest.Less, length, 1, [], body));
    }

    private Operand Masked(Operand value, Func<Operand> otherwise) => _mask is null ? value
        : _builder.Exact(value.Type, PrimitiveTable.Select, _mask, value, otherwise());
}
