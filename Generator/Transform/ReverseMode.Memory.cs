using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>Memory: a load becomes an addition to the shadow, a store takes what the shadow has gathered.</summary>
internal sealed partial class ReverseMode
{
    /// <summary>The memory that holds the adjoints of an array's elements.</summary>
    private Operand Shadow(Operand array) => array is Value value ? _shadows[value.Id] : array;

    /// <summary>
    /// The classes whose references meet in branches or loops. Their shadows are made and handed on together with them in
    /// the forward sweep; all others are made by the reverse sweep, in the block it is in when it needs them.
    /// </summary>
    private HashSet<int> SharedClasses(Function primal)
    {
        HashSet<int> shared = [];

        foreach (Statement statement in Blocks.All(primal.Body))
        {
            IEnumerable<Value> meeting = statement switch
            {
                Statement.If branch => branch.Results,
                Statement.For loop => loop.Carried.Select(static c => c.Result),
                Statement.While loop => loop.Carried.Select(static c => c.Result),
                Statement.Let { Expression: Expr.Load or Expr.Verbatim } let => [let.Target],
                Statement.Let { Target: { ValueType: IrType.Array { Element: IrType.Array } } nested } => [nested],
                Statement.Store { Value: Value stored } => [stored],
                _ => [],
            };
            shared.UnionWith(meeting.Where(static v => v.Type.IsFloatingArray).Select(v => _classes[v]));
        }

        return shared;
    }

    private bool IsShared(Operand array) => _shared.Contains(_classes[array]);

    /// <summary>Makes the shadows of the arrays that a block makes, before the block runs backwards.</summary>
    private void AllocateShadows(Block block)
    {
        foreach (Statement.Let let in block.Statements.OfType<Statement.Let>())
        {
            if (let.Target.Type.IsFloatingArray && _activity.IsActive(let.Target) && !IsShared(let.Target))
            {
                AllocateShadow(let);
            }
        }
    }

    private void AllocateShadow(Statement.Let let)
    {
        switch (let.Expression)
        {
            case Expr.NewArray array:
                _shadows[let.Target.Id] = _builder.Let(let.Target.Type, array, AdjointName(let.Target));
                break;
            case Expr.CopyOf { Array: Value source } when IsWorkingCopy(source, let.Target):
                // The parameter itself is not used again: its destination can gather the copy's adjoint.
                _shadows[let.Target.Id] = _shadows[source.Id];
                break;
            case Expr.CopyOf copy:
                _shadows[let.Target.Id] = _builder.Let(
                    let.Target.Type, new Expr.NewArray(Lengths(copy.Array)), AdjointName(let.Target));
                break;
        }
    }

    private bool IsWorkingCopy(Value source, Value copy) =>
        _shadows.ContainsKey(source.Id) && _uses[source] == 1 && !IsShared(source) && !IsShared(copy);

    private EquatableArray<Operand> Lengths(Operand array) => Enumerable
        .Range(0, ((IrType.Array)array.Type).Rank)
        .Select(dimension => (Operand)_builder.Let(IrType.Int32, new Expr.Length(array, dimension)))
        .ToEquatable();

    private void Reverse(Statement.Store store, Adjoints adjoints)
    {
        if (!_activity.IsActive(store.Array) || store.Array.Type is not IrType.Array { Element.IsFloating: true })
        {
            return;
        }

        Operand shadow = Shadow(store.Array);

        if (_activity.IsActive(store.Value))
        {
            AddTo(adjoints, store.Value, LoadAdjoint(shadow, store.Indices, store.Value));
        }

        if (!_firstWrites.Contains(store))
        {
            _builder.Add(new Statement.Store(shadow, store.Indices, Constant.Zero(store.Value.Type)));
        }
    }

    private void Reverse(Statement.Accumulate update, Adjoints adjoints)
    {
        if (_activity.IsActive(update.Array) && _activity.IsActive(update.Value))
        {
            AddTo(adjoints, update.Value, LoadAdjoint(Shadow(update.Array), update.Indices, update.Value));
        }
    }

    private void Reverse(Statement.Fill fill, Adjoints adjoints)
    {
        if (!_activity.IsActive(fill.Array))
        {
            return;
        }

        Operand shadow = Shadow(fill.Array);

        if (_activity.IsActive(fill.Value))
        {
            AddTo(adjoints, fill.Value, Total(shadow, fill.Value.Type));
        }

        _builder.Add(new Statement.Fill(shadow, Constant.Zero(fill.Value.Type)));
    }

    private Value LoadAdjoint(Operand shadow, EquatableArray<Operand> indices, Operand of) =>
        _builder.Let(of.Type, new Expr.Load(shadow, indices), of is Value value ? AdjointName(value) : "");

    /// <summary>The sum of all elements.</summary>
    private Value Total(Operand array, IrType type)
    {
        Value parameter = _builder.Fresh(type, "total");
        Value result = _builder.Fresh(type, "total");
        ForEachIndex(array, index =>
            [_builder.Let(type, Relaxed(PrimitiveTable.Add, parameter, _builder.Load(array, index)), "total")],
            new Carried(parameter, Constant.Zero(type), result));
        return result;
    }

    private void ReverseCopy(Expr.CopyOf copy, Value target)
    {
        if (!_activity.IsActive(target) || !_activity.IsActive(copy.Array) || Shadow(copy.Array) == Shadow(target))
        {
            return;
        }

        Operand from = Shadow(target);
        Operand to = Shadow(copy.Array);
        ForEachIndex(from, index =>
        {
            Value adjoint = _builder.Load(from, index);
            _builder.Add(new Statement.Accumulate(to, index.ToEquatable(), adjoint, Exact: false));
            return [];
        });
    }

    /// <summary>Goes through all elements of an array of any rank; what is carried passes through every loop.</summary>
    private void ForEachIndex(Operand array, Func<Operand[], Operand[]> body, params Carried[] carried) =>
        ForEachIndex(array, [], body, carried);

    private void ForEachIndex(
        Operand array, Operand[] outer, Func<Operand[], Operand[]> body, IReadOnlyList<Carried> carried)
    {
        Value length = _builder.Let(IrType.Int32, new Expr.Length(array, outer.Length));
        Value index = _builder.Fresh(IrType.Int32, "ijkl"[Math.Min(outer.Length, 3)].ToString());
        Operand[] indices = [.. outer, index];
        bool isInnermost = indices.Length == ((IrType.Array)array.Type).Rank;

        // An outer loop carries the same values under names of its own.
        Carried[] own = isInnermost ? [.. carried] : [.. carried.Select(c => new Carried(
            _builder.Fresh(c.Parameter.Type, c.Parameter.Name), c.Initial, c.Result))];
        _builder.Begin();
        Operand[] next;

        if (isInnermost)
        {
            next = body(indices);
        }
        else
        {
            Carried[] inner = [.. carried.Select((c, i) => new Carried(
                c.Parameter, own[i].Parameter, _builder.Fresh(c.Result.Type, c.Result.Name)))];
            ForEachIndex(array, indices, body, inner);
            next = [.. inner.Select(static c => c.Result)];
        }

        Block block = _builder.End(next);
        _builder.Add(new Statement.For(
            _builder.Label(), index, Constant.Int(0), LoopTest.Less, length, 1, own.ToEquatable(), block));
    }
}
