using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>Part of <see cref="TripBody"/>: branches and loops.</summary>
internal sealed partial class TripBody
{
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
}
