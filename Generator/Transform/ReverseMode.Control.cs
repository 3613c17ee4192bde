using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>Branches run the arm that was run; loops run their iterations from the last to the first.</summary>
internal sealed partial class ReverseMode
{
    private void Reverse(Statement.If branch, Adjoints adjoints)
    {
        Operand?[] results = [.. branch.Results.Select(adjoints.Take)];

        if (results.All(static r => r is null) && !TouchesActiveMemory(branch))
        {
            return;
        }

        HashSet<int> inner = InnerValues(branch);
        (Block then, Adjoints afterThen) = ReverseArm(branch.Then, results, adjoints);
        (Block otherwise, Adjoints afterElse) = ReverseArm(branch.Else, results, adjoints);

        Value[] changed = [.. afterThen.Changed.Concat(afterElse.Changed).Distinct().OrderBy(static v => v.Id)
            .Where(v => !inner.Contains(v.Id) && (Differs(afterThen, adjoints, v) || Differs(afterElse, adjoints, v)))];
        Value[] merged = [.. changed.Select(v => _builder.Fresh(v.Type, AdjointName(v)))];
        int label = _builder.Label();
        _mirrors.Add(label, new Mirror(branch.Label));
        _builder.Add(new Statement.If(
            label, branch.Condition,
            then with { Yields = changed.Select(afterThen.Get).ToEquatable() },
            otherwise with { Yields = changed.Select(afterElse.Get).ToEquatable() },
            merged.ToEquatable()));

        for (int i = 0; i < changed.Length; i++)
        {
            adjoints.Set(changed[i], merged[i]);
        }
    }

    private static bool Differs(Adjoints after, Adjoints before, Value value) =>
        !ReferenceEquals(after.Find(value), before.Find(value));

    private (Block Block, Adjoints After) ReverseArm(Block arm, Operand?[] results, Adjoints before)
    {
        Adjoints adjoints = new(before);
        _builder.Begin();

        for (int i = 0; i < results.Length; i++)
        {
            if (results[i] is { } result)
            {
                AddTo(adjoints, arm.Yields[i], result);
            }
        }

        Reverse(arm, adjoints);
        return (_builder.End(), adjoints);
    }

    private void Reverse(Statement.For loop, Adjoints adjoints)
    {
        if (!CarriesAdjoints(loop, loop.Carried, adjoints))
        {
            return;
        }

        // A step of one runs from the last index back; any other counts the trips down.
        bool isUnit = Math.Abs(loop.Step) == 1;
        Value index = _builder.Fresh(IrType.Int32, isUnit ? loop.Index.Name : "trip");
        Operand first = isUnit ? LastIndex(loop) : Decrement(TripCount(loop));
        Operand last = isUnit ? loop.Start : Constant.Int(0);
        bool isDownward = !isUnit || loop.Step > 0;
        int label = _builder.Label();
        _mirrors.Add(label, new Mirror(loop.Label));
        (EquatableArray<Carried> carried, Block body, Action finish) = ReverseBody(loop, loop.Carried, loop.Body, adjoints);
        _builder.Add(new Statement.For(
            label, index, first, isDownward ? LoopTest.GreaterOrEqual : LoopTest.LessOrEqual, last,
            isDownward ? -1 : 1, carried, body));
        finish();
    }

    private void Reverse(Statement.While loop, Adjoints adjoints)
    {
        if (!CarriesAdjoints(loop, loop.Carried, adjoints))
        {
            return;
        }

        Carried counter = _counters[loop.Label];
        Value index = _builder.Fresh(IrType.Int32, "trip");
        Operand first = Decrement(counter.Result);
        int label = _builder.Label();
        _mirrors.Add(label, new Mirror(loop.Label, counter.Parameter));
        (EquatableArray<Carried> carried, Block body, Action finish) = ReverseBody(loop, loop.Carried, loop.Body, adjoints);
        _builder.Add(new Statement.For(
            label, index, first, LoopTest.GreaterOrEqual, Constant.Int(0), -1, carried, body));
        finish();
    }

    private bool CarriesAdjoints(Statement loop, EquatableArray<Carried> carried, Adjoints adjoints) =>
        carried.Any(c => adjoints.Find(c.Result) is not null) || TouchesActiveMemory(loop);

    /// <summary>
    /// One iteration backwards. Its variables are the adjoints of the loop's own active variables, and one sum for each
    /// value from outside the loop that the body adds to.
    /// </summary>
    private (EquatableArray<Carried> Carried, Block Body, Action Finish) ReverseBody(
        Statement loop, EquatableArray<Carried> variables, Block body, Adjoints adjoints)
    {
        HashSet<int> inner = InnerValues(loop);
        Carried[] active = [.. variables.Where(IsActive)];
        List<Carried> carried = [];
        List<Operand> next = [];

        foreach (Carried variable in active)
        {
            carried.Add(FreshVariable(variable.Parameter, adjoints.Take(variable.Result)));
        }

        _builder.Begin();
        Adjoints local = new();

        for (int i = 0; i < variables.Count; i++)
        {
            int position = Array.IndexOf(active, variables[i]);

            if (position >= 0)
            {
                AddTo(local, body.Yields[i], carried[position].Parameter);
            }
        }

        Reverse(body, local);
        next.AddRange(active.Select(variable => local.Get(variable.Parameter)));
        Value[] outer = [.. local.Changed.Where(v => !inner.Contains(v.Id))];

        foreach (Value value in outer)
        {
            Carried sum = FreshVariable(value, initial: null);
            carried.Add(sum);
            next.Add(_builder.Let(
                value.Type, Relaxed(PrimitiveTable.Add, sum.Parameter, local.Get(value)), AdjointName(value)));
        }

        Block reversed = _builder.End([.. next]);
        return (carried.ToEquatable(), reversed, Finish);

        void Finish()
        {
            for (int i = 0; i < carried.Count; i++)
            {
                AddTo(adjoints, i < active.Length ? active[i].Initial : outer[i - active.Length], carried[i].Result);
            }
        }
    }

    /// <summary>A variable that the body sets without reading it is useful after the loop only.</summary>
    private bool IsActive(Carried variable) => variable.Parameter.Type.IsFloating
        && (_activity.IsActive(variable.Parameter) || _activity.IsActive(variable.Result));

    private Carried FreshVariable(Value of, Operand? initial) => new(
        _builder.Fresh(of.Type, AdjointName(of)), initial ?? Constant.Zero(of.Type), _builder.Fresh(of.Type, AdjointName(of)));

    /// <summary>The values a statement defines inside it, at any depth.</summary>
    private static HashSet<int> InnerValues(Statement statement)
    {
        HashSet<int> inner = [.. Blocks.DefinedInside(statement).Select(static v => v.Id)];

        foreach (Statement nested in Blocks.Of(statement).SelectMany(Blocks.All))
        {
            inner.UnionWith(Blocks.Defined(nested).Concat(Blocks.DefinedInside(nested)).Select(static v => v.Id));
        }

        return inner;
    }

    private bool TouchesActiveMemory(Statement statement) => Blocks.Of(statement).SelectMany(Blocks.All).Any(nested =>
        nested is Statement.Call call ? IsActive(call)
        : nested is Statement.Store or Statement.Accumulate or Statement.Fill or Statement.Let { Expression: Expr.CopyOf }
        && Operands.Of(nested).Any(o => o.Type is IrType.Array && _activity.IsActive(o)));

    /// <summary>The last index of a loop whose step is one, if it runs at all.</summary>
    private Operand LastIndex(Statement.For loop) => loop.Test switch
    {
        LoopTest.Less => Decrement(loop.Bound),
        LoopTest.Greater => _builder.Exact(IrType.Int32, PrimitiveTable.Add, loop.Bound, Constant.Int(1)),
        _ => loop.Bound,
    };

    private Value TripCount(Statement.For loop) => TripCounts.Emit(_builder, loop);

    private Value Decrement(Operand operand) =>
        _builder.Exact(IrType.Int32, PrimitiveTable.Subtract, operand, Constant.Int(1));
}
