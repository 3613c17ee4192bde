using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// The body of a loop for several trips at once. What is the same in each stays scalar, inner loops among it; branches that
/// are taken in some lanes run where there are any, and what they write is masked.
/// </summary>
internal sealed class TripBody
{
    private readonly IrBuilder _builder;
    private readonly Statement.For _loop;
    private readonly TripLegality _legality;
    private readonly IReadOnlyDictionary<int, Value> _memory;
    private readonly LaneArithmetic _lanes;
    private readonly Dictionary<int, Operand> _strides = [];
    private readonly Dictionary<Operand, int> _depths = [];
    private readonly Dictionary<Operand, Value> _broadcasts = [];
    private readonly int _outside;
    private readonly Dictionary<Statement, Operand> _elementSums = new(ReferenceComparer.Instance);
    private Operand? _mask;

    /// <param name="builder">The block around the new loop is its innermost open one.</param>
    /// <param name="loop">The scalar loop.</param>
    /// <param name="legality">What is known of it.</param>
    /// <param name="memory">The arrays of vectors that stand for arrays of scalars.</param>
    public TripBody(IrBuilder builder, Statement.For loop, TripLegality legality, IReadOnlyDictionary<int, Value> memory)
    {
        _builder = builder;
        _loop = loop;
        _legality = legality;
        _memory = memory;
        _outside = builder.Depth;
        _lanes = new LaneArithmetic(builder, legality.Lane, UseCounts.Of(loop.Body))
        {
            FusesExactly = true,
            Broadcast = Broadcast,
        };
    }

    /// <summary>Adds the body to the block that is open; returns what the sums become.</summary>
    public Operand[] Emit(Value index, Operand[] sums)
    {
        Define(_loop.Index, index);
        _strides[_loop.Index.Id] = Constant.Int(1);

        for (int i = 0; i < _loop.Carried.Count; i++)
        {
            _lanes.Set(_loop.Carried[i].Parameter, sums[i]);
        }

        for (int i = 0; i < _legality.ElementSums.Count; i++)
        {
            _elementSums.Add(_legality.ElementSums[i], sums[_loop.Carried.Count + i]);
        }

        Visit(_loop.Body);
        return [.. _loop.Body.Yields.Select(_lanes.Vector), .. _legality.ElementSums.Select(u => _elementSums[u])];
    }

    private void Visit(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Statement.Let let:
                    Define(let.Target, Compute(let));
                    break;
                case Statement.Store store:
                    Visit(store);
                    break;
                case Statement.Accumulate update:
                    Visit(update);
                    break;
                case Statement.Fill fill:
                    Visit(fill);
                    break;
                case Statement.Push push:
                    Visit(push);
                    break;
                case Statement.If branch:
                    Visit(branch);
                    break;
                case Statement.For loop:
                    Visit(loop);
                    break;
                case Statement.While loop:
                    Visit(loop);
                    break;
                default:
                    _builder.Add(statement);
                    break;
            }
        }
    }

    private Value Compute(Statement.Let let)
    {
        LaneShape shape = _legality.Shapes[let.Target];

        switch (let.Expression)
        {
            case Expr.Load load when shape == LaneShape.Varying:
                return Compute(load, let.Target);
            case Expr.Pop pop when shape == LaneShape.Varying:
                return _builder.Let(
                    _lanes.TypeOf(let.Target), new Expr.Pop(_memory[((Value)pop.Stack).Id]), LaneArithmetic.Name(let.Target));
            case Expr.Apply apply when shape == LaneShape.Varying && apply.Primitive == PrimitiveTable.Convert:
                Operand first = _lanes.Resolve(apply.Arguments[0]);
                return _builder.Let(_lanes.Lanes, new Expr.Lanes(LaneOperation.Sequence, [first]), LaneArithmetic.Name(let.Target));
            case Expr.Apply apply when shape == LaneShape.Varying:
                return _lanes.Compute(apply, let.Target);
            case Expr.Apply apply when shape != LaneShape.Uniform:
                _strides[let.Target.Id] = Stride(apply);
                break;
        }

        return _builder.Let(let.Target.Type, Operands.Map(let.Expression, Place), let.Target.Name);
    }

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

    private void Visit(Statement.If branch)
    {
        Operand condition = _lanes.Resolve(branch.Condition);

        if (condition.Type is IrType.Vector)
        {
            VisitMasked(branch, condition);
            return;
        }

        Block then = Arm(branch.Then, branch.Results);
        Block otherwise = Arm(branch.Else, branch.Results);
        _builder.Add(new Statement.If(
            _builder.Label(), condition, then, otherwise, branch.Results.Select(Renew).ToEquatable()));
    }

    private Block Arm(Block arm, EquatableArray<Value> results)
    {
        _builder.Begin();
        Visit(arm);
        Operand[] yields = [.. arm.Yields.Select((y, i) => As(results[i], y))];
        return _builder.End(yields);
    }

    /// <summary>Each arm where it is taken in any lane; what it gives, in these lanes.</summary>
    private void VisitMasked(Statement.If branch, Operand condition)
    {
        Operand? outer = _mask;
        Operand[] taken = VisitMasked(branch.Then, branch.Results, Noted(_lanes.And(outer, condition)));
        Operand[] untaken = VisitMasked(branch.Else, branch.Results, Noted(_lanes.And(outer, Noted(_lanes.Not(condition)))));
        _mask = outer;

        for (int i = 0; i < branch.Results.Count; i++)
        {
            Define(branch.Results[i], _lanes.Choose(condition, taken[i], untaken[i], branch.Results[i]));
        }
    }

    private Operand[] VisitMasked(Block arm, EquatableArray<Value> results, Operand mask)
    {
        _mask = mask;

        // What cannot throw and writes nothing costs less than asking.
        if (arm.Statements.All(static s => s is Statement.Remark
            or Statement.Let { Expression: Expr.Apply, Target.Type: IrType.Scalar { Kind: not ScalarKind.Int32 } }))
        {
            Visit(arm);
            return [.. arm.Yields];
        }

        Value isAny = _builder.Let(IrType.Boolean, new Expr.Lanes(LaneOperation.Any, [mask]));
        _builder.Begin();
        Visit(arm);
        Block then = _builder.End([.. arm.Yields.Select(_lanes.Vector)]);
        Operand[] zeros = [.. results.Select(r => _lanes.Vector(Constant.Zero(r.Type)))];
        Value[] values = [.. results.Select(r => Noted(_builder.Fresh(_lanes.TypeOf(r), LaneArithmetic.Name(r))))];
        _builder.Add(new Statement.If(_builder.Label(), isAny, then, new Block([], zeros.ToEquatable()), values.ToEquatable()));
        return values;
    }

    private void Visit(Statement.For loop)
    {
        (Operand start, Operand bound) = (_lanes.Resolve(loop.Start), _lanes.Resolve(loop.Bound));
        Operand[] initials = [.. loop.Carried.Select(c => As(c.Parameter, c.Initial))];
        _builder.Begin();
        Value index = Renew(loop.Index);
        Value[] parameters = [.. loop.Carried.Select(c => Renew(c.Parameter))];
        Visit(loop.Body);
        Block body = _builder.End([.. loop.Body.Yields.Select((y, i) => As(loop.Carried[i].Parameter, y))]);
        IEnumerable<Carried> carried = loop.Carried.Select((c, i) => new Carried(parameters[i], initials[i], Renew(c.Result)));
        _builder.Add(loop with
        {
            Label = _builder.Label(),
            Index = index,
            Start = start,
            Bound = bound,
            Carried = carried.ToEquatable(),
            Body = body,
        });
    }

    private void Visit(Statement.While loop)
    {
        Operand[] initials = [.. loop.Carried.Select(c => As(c.Parameter, c.Initial))];
        _builder.Begin();
        Value[] parameters = [.. loop.Carried.Select(c => Renew(c.Parameter))];
        Visit(loop.Condition);
        Block condition = _builder.End(_lanes.Resolve(loop.Condition.Yields[0]));
        _builder.Begin();
        loop.Carried.Zip(parameters, static (c, p) => (c, p)).ToList().ForEach(p => Define(p.c.Parameter, p.p));
        Visit(loop.Body);
        Block body = _builder.End([.. loop.Body.Yields.Select((y, i) => As(loop.Carried[i].Parameter, y))]);
        IEnumerable<Carried> carried = loop.Carried.Select((c, i) => new Carried(parameters[i], initials[i], Renew(c.Result)));
        _builder.Add(new Statement.While(_builder.Label(), carried.ToEquatable(), condition, body));
    }

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

    /// <summary>The operand as a variable of some shape holds it.</summary>
    private Operand As(Value variable, Operand operand) =>
        _legality.Shapes[variable] == LaneShape.Uniform ? Place(operand) : _lanes.Vector(operand);

    private Value Renew(Value scalar)
    {
        bool isUniform = _legality.Shapes[scalar] == LaneShape.Uniform;
        Value value = _builder.Fresh(
            isUniform ? scalar.Type : _lanes.TypeOf(scalar), isUniform ? scalar.Name : LaneArithmetic.Name(scalar));
        Define(scalar, value);
        return value;
    }

    private void Define(Value scalar, Value value) => _lanes.Set(scalar, Noted(value));

    private Operand Noted(Operand operand) => operand is Value value ? Noted(value) : operand;

    private Value Noted(Value value)
    {
        _depths[value] = _builder.Depth;
        return value;
    }

    /// <summary>What stands for an operand that is the same in all lanes.</summary>
    private Operand Place(Operand operand) => _lanes.Resolve(operand);

    /// <summary>Made once, where the scalar is.</summary>
    private Value Broadcast(Operand scalar, Operand resolved)
    {
        if (!_broadcasts.TryGetValue(resolved, out Value? vector))
        {
            vector = _lanes.NewBroadcast(resolved, _depths.TryGetValue(resolved, out int depth) ? depth : _outside);
            _broadcasts.Add(resolved, vector);
        }

        return vector;
    }

    private Value Integer(Primitive primitive, Operand left, Operand right) =>
        Noted(_builder.Exact(IrType.Int32, primitive, left, right));
}
