using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>Part of <see cref="InliningPlanner"/>: branches, which may become expressions, and loops.</summary>
internal sealed partial class InliningPlanner
{
    private void Visit(Statement.If branch)
    {
        ExpressionSize size = Take([branch.Condition]);
        int epoch = _epoch;
        BlockSummary then = Visit(branch.Then, branch.Results);
        BlockSummary otherwise = Visit(branch.Else, branch.Results);
        _block.Lines++;

        if (branch.Results.Count != 1 || then.Lines > 0 || otherwise.Lines > 0 || epoch != _epoch || IsUpdate(branch))
        {
            return;
        }

        Operand[] arms = [branch.Then.Yields[0], branch.Else.Yields[0]];
        size += Size(arms[0]) + Size(arms[1]) + new ExpressionSize(6, 1);

        if (size.Fits(Limit))
        {
            BecomeConditional(branch, arms, size);
        }
    }

    private void BecomeConditional(Statement.If branch, Operand[] arms, ExpressionSize size)
    {
        foreach (Operand arm in arms)
        {
            if (arm is Value value && _plan.IsDeferrable(value))
            {
                _plan.Defer(value);
                _pending.Remove(value.Id);
            }
        }

        _plan.MarkConditional(branch);

        if (_uses[branch.Results[0]] == 0)
        {
            _block.Lines--;
        }

        Await(branch.Results[0], branch, size, IsPinned([branch.Condition, .. arms]));
    }

    private ExpressionSize Size(Operand operand) =>
        operand is Value value && _plan.IsDeferrable(value) && _pending.TryGetValue(value.Id, out PendingValue? pending)
            ? pending.Size
            : new ExpressionSize(NameLength(operand), 0);

    // if (c) { s += x; }: one arm leaves the user's variable as it is.
    private static bool IsUpdate(Statement.If branch)
    {
        string name = branch.Results[0].Name;
        return name.Length > 0 && (Keeps(branch.Then, name) || Keeps(branch.Else, name));
    }

    private static bool Keeps(Block arm, string name) =>
        arm.Statements.All(static s => s is Statement.Remark) && arm.Yields[0] is Value value && value.Name == name;

    private void Visit(Statement.For loop)
    {
        Take([loop.Start, .. loop.Carried.Select(static c => c.Initial)]);

        if (IsBoundFormula(loop.Bound))
        {
            Take([loop.Bound]);
        }

        int outer = EnterLoop();
        Visit(loop.Body, loop.Carried.Select(static c => c.Parameter).ToEquatable());
        _loop = outer;
    }

    private void Visit(Statement.While loop)
    {
        Take(loop.Carried.Select(static c => c.Initial));
        int outer = EnterLoop();
        Visit(loop.Condition, [new Value(-1, IrType.Boolean, "")]);

        // The condition goes to no variable: it is always computed where it is tested.
        if (loop.Condition.Yields[0] is Value condition && _plan.IsDeferrable(condition))
        {
            _plan.Defer(condition);
            _pending.Remove(condition.Id);
        }

        Visit(loop.Body, loop.Carried.Select(static c => c.Parameter).ToEquatable());
        _loop = outer;
    }

    private int EnterLoop()
    {
        int outer = _loop;
        _loop = ++_loopCount;
        return outer;
    }

    // A bound is evaluated before every iteration; its operands do not change, so a short sum costs nothing there.
    private bool IsBoundFormula(Operand bound) =>
        bound is Value value && _pending.TryGetValue(value.Id, out PendingValue? pending)
        && pending.Definition is Statement.Let { Expression: Expr.Apply apply }
        && (apply.Primitive == PrimitiveTable.Add || apply.Primitive == PrimitiveTable.Subtract)
        && !pending.IsPinned && pending.Size.Operators <= 2;
}
