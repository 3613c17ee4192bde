using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>The forward sweep: the function itself, with shadows beside shared memory and trips counted.</summary>
internal sealed partial class ReverseMode
{
    /// <summary>Repeats a block's statements in the open block and returns what it yields.</summary>
    private EquatableArray<Operand> Forward(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Statement.Let let:
                    Forward(let);
                    break;
                case Statement.Store { Value.Type: IrType.Array } store when HasShadow(store.Value):
                    _builder.Add(store);
                    _builder.Add(store with { Array = Shadow(store.Array), Value = Shadow(store.Value) });
                    break;
                case Statement.Call call:
                    _builder.Add(IsActive(call) ? call with { Records = _records } : call);
                    break;
                case Statement.If branch:
                    Forward(branch);
                    break;
                case Statement.For loop:
                    Forward(loop);
                    break;
                case Statement.While loop:
                    Forward(loop);
                    break;
                default:
                    _builder.Add(statement);
                    break;
            }
        }

        return block.Yields;
    }

    private bool HasShadow(Operand operand) =>
        operand is Value value && value.Type.IsFloatingArray && _activity.IsActive(value) && IsShared(value);

    private void Forward(Statement.Let let)
    {
        _builder.Add(let);

        if (let.Expression is Expr.StaticField)
        {
            AllocateIdle([let.Target]);
            return;
        }

        if (!HasShadow(let.Target))
        {
            return;
        }

        Expr shadow = let.Expression switch
        {
            Expr.NewArray array => array,
            Expr.CopyOf copy => new Expr.NewArray(Lengths(copy.Array)),
            Expr.Load load => load with { Array = Shadow(load.Array) },
            _ => throw new NotSupportedException("memory that is made by an expression without derivative"),
        };
        _shadows[let.Target.Id] = _builder.Let(let.Target.Type, shadow, AdjointName(let.Target));
    }

    /// <summary>Constant memory that meets active memory in a branch has a shadow that nobody reads in the end.</summary>
    private void AllocateIdle(IEnumerable<Value> constants)
    {
        foreach (Value constant in constants.Where(HasShadow))
        {
            _shadows[constant.Id] = _builder.Let(
                constant.Type, new Expr.NewArray(Lengths(constant)), AdjointName(constant));
        }
    }

    private void Forward(Statement.If branch)
    {
        int[] shared = [.. Positions(branch.Results)];
        Block then = ForwardBlock(branch.Then, shared);
        Block otherwise = ForwardBlock(branch.Else, shared);
        Value[] shadows = [.. shared.Select(i => FreshShadow(branch.Results[i]))];
        _builder.Add(branch with { Then = then, Else = otherwise, Results = [.. branch.Results, .. shadows] });
    }

    private void Forward(Statement.For loop)
    {
        (EquatableArray<Carried> carried, int[] shared) = WithShadows(loop.Carried);
        Block body = ForwardBlock(loop.Body, shared);
        _builder.Add(loop with { Carried = carried, Body = body });
    }

    private void Forward(Statement.While loop)
    {
        (EquatableArray<Carried> carried, int[] shared) = WithShadows(loop.Carried);
        Carried counter = new(
            _builder.Fresh(IrType.Int32, "trip"), Constant.Int(0), _builder.Fresh(IrType.Int32, "trips"));
        Block body = ForwardBlock(loop.Body, shared, () =>
            _builder.Exact(IrType.Int32, PrimitiveTable.Add, counter.Parameter, Constant.Int(1)));
        _builder.Add(loop with { Carried = [.. carried, counter], Body = body });
        _counters[loop.Label] = counter;
    }

    private readonly Dictionary<int, Carried> _counters = [];

    private Block ForwardBlock(Block block, int[] shared, Func<Operand>? further = null)
    {
        _builder.Begin();
        EquatableArray<Operand> yields = Forward(block);
        IEnumerable<Operand> shadows = shared.Select(i => Shadow(yields[i]));
        return _builder.End([.. yields, .. shadows, .. further is null ? [] : new[] { further() }]);
    }

    private (EquatableArray<Carried> Carried, int[] Shared) WithShadows(EquatableArray<Carried> carried)
    {
        int[] shared = [.. Positions(carried.Select(static c => c.Result))];
        IEnumerable<Carried> shadows = shared.Select(i => new Carried(
            FreshShadow(carried[i].Parameter), Shadow(carried[i].Initial), FreshShadow(carried[i].Result)));
        return ([.. carried, .. shadows], shared);
    }

    private IEnumerable<int> Positions(IEnumerable<Value> values) =>
        values.Select((value, i) => HasShadow(value) ? i : -1).Where(static i => i >= 0);

    private Value FreshShadow(Value array)
    {
        Value shadow = _builder.Fresh(array.Type, AdjointName(array));
        _shadows[array.Id] = shadow;
        return shadow;
    }
}
