using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Two paths and how they meet again.</summary>
internal sealed partial class OperationLowering
{
    private const int MaxOpen = 1000;

    /// <summary>Branches of which one arm has left and the other one is being lowered, outermost first.</summary>
    private readonly List<OpenBranch> _open = [];

    private void LowerIf(IConditionalOperation branch)
    {
        Operand condition = LowerOperand(branch.Condition);

        Branch(
            condition,
            () => LowerStatement(branch.WhenTrue),
            () => LowerOptional(branch.WhenFalse));
    }

    private void LowerOptional(IOperation? statement)
    {
        if (statement is not null)
        {
            LowerStatement(statement);
        }
    }

    /// <summary>A conditional expression: the arms assign a variable that lives no longer than it.</summary>
    private FrontValue BranchValue(
        Operand condition, ITypeSymbol type, string name, Func<FrontValue> then, Func<FrontValue> otherwise)
    {
        int scope = _variables.Count;
        Variable value = Declare(name, type);
        Branch(condition, () => Set(then()), () => Set(otherwise()));
        FrontValue result = _values[value.Slot] ?? ZeroOf(type);
        Leave(scope);
        return result;

        void Set(FrontValue arm)
        {
            if (_flow == Flow.Live)
            {
                _values[value.Slot] = arm;
            }
        }
    }

    private void Branch(Operand condition, Action then, Action otherwise)
    {
        if (condition is Constant known)
        {
            (known.Bits != 0 ? then : otherwise)();
            return;
        }

        List<FrontValue?> before = [.. _values];
        Arm first = RunArm(then);
        _values = before;
        _flow = Flow.Live;
        Arm second = RunArm(otherwise);

        if (first.Flow == Flow.Exited && second.Flow == Flow.Live)
        {
            Continue(new OpenBranch(condition, Settle(first), closedIsThen: true), second);
        }
        else if (second.Flow == Flow.Exited && first.Flow == Flow.Live)
        {
            Continue(new OpenBranch(condition, Settle(second), closedIsThen: false), first);
        }
        else if (first.Flow == Flow.Thrown || second.Flow == Flow.Thrown)
        {
            JoinThrown(condition, first, second);
        }
        else
        {
            Join(condition, Settle(first), Settle(second));
            GuardExits();
        }
    }

    private Arm RunArm(Action body)
    {
        int scope = _variables.Count;
        int depth = _open.Count;
        _nesting++;
        Begin();
        body();
        _nesting--;
        Leave(scope);
        Arm arm = Detach(depth);

        // An arm can end in an exception on one of its paths only.
        return arm.Flow == Flow.Thrown ? Settle(arm) : arm;
    }

    /// <summary>Takes the block being built, and the branches open inside it, off the builder.</summary>
    private Arm Detach(int depth)
    {
        FlushRemark();
        List<OpenBranch> open = _open.GetRange(depth, _open.Count - depth);
        _open.RemoveRange(depth, open.Count);

        for (int i = open.Count - 1; i >= 0; i--)
        {
            open[i].SetAside = _builder.End();
        }

        return new Arm(_builder.End(), _values, _flow, open);
    }

    private void Attach(Arm arm)
    {
        Begin();
        Resume(arm);
    }

    /// <summary>Goes on at the end of an arm, as if its statements had been lowered here.</summary>
    private void Resume(Arm arm)
    {
        Splice(arm.Block);

        foreach (OpenBranch branch in arm.Open)
        {
            _open.Add(branch);
            Begin();
            Splice(branch.SetAside);
        }

        _values = arm.Values;
        _flow = arm.Flow;
    }

    /// <summary>
    /// Closes what is open inside an arm: other paths go on elsewhere, so that its own must meet here.
    /// </summary>
    private Arm Settle(Arm arm)
    {
        if (arm.Open.Count == 0)
        {
            return arm;
        }

        int depth = _open.Count;
        Attach(arm);
        CloseDownTo(depth);
        return Detach(depth);
    }

    /// <summary>Goes on inside the arm that is still live.</summary>
    private void Continue(OpenBranch branch, Arm live)
    {
        Open(branch);
        Attach(live);
    }

    private void Open(OpenBranch branch)
    {
        // Every pass walks down the blocks; what comes after so many exits is nested as deeply.
        if (_open.Count == MaxOpen)
        {
            throw new InsufficientExecutionStackException();
        }

        _open.Add(branch);
    }

    private void CloseDownTo(int depth)
    {
        while (_open.Count > depth)
        {
            Close();
        }
    }

    /// <summary>Ends the open arm of the innermost open branch and lets it meet the other one.</summary>
    private void Close()
    {
        FlushRemark();
        OpenBranch branch = _open[_open.Count - 1];
        _open.RemoveAt(_open.Count - 1);
        Arm open = new(_builder.End(), _values, _flow, []);

        if (branch.ClosedIsThen)
        {
            Join(branch.Condition, branch.Closed, open);
        }
        else
        {
            Join(branch.Condition, open, branch.Closed);
        }
    }

    private void Join(Operand condition, Arm then, Arm otherwise)
    {
        if (then.Flow == Flow.Thrown || otherwise.Flow == Flow.Thrown)
        {
            JoinThrown(condition, then, otherwise);
            return;
        }

        (then, otherwise) = (Widened(then, otherwise), Widened(otherwise, then));
        _flow = then.Flow == Flow.Exited && otherwise.Flow == Flow.Exited ? Flow.Exited : Flow.Live;
        Meeting meeting = new(condition);
        _values = Merge(meeting, then.Values, otherwise.Values);
        Finish(meeting, then.Block, otherwise.Block);
    }

    /// <summary>An arm in which what is a whole array here and a part of one in the other arm is a part, too.</summary>
    private Arm Widened(Arm arm, Arm other)
    {
        List<(int Slot, FrontValue Shape)> views = [];

        for (int slot = 0; slot < arm.Values.Count && slot < other.Values.Count; slot++)
        {
            if (arm.Values[slot] is FrontValue own && other.Values[slot] is FrontValue shape && IsWiderIn(own, shape))
            {
                views.Add((slot, shape));
            }
        }

        if (views.Count == 0)
        {
            return arm;
        }

        int depth = _open.Count;
        Attach(arm);
        _values = [.. arm.Values];
        views.ForEach(view => _values[view.Slot] = Like(view.Shape, _values[view.Slot]!, []));
        return Detach(depth);
    }

    private static bool IsWiderIn(FrontValue own, FrontValue other) =>
        (IsMemory(own) && other is FrontValue.View)
        || (own is FrontValue.Aggregate tree && other is FrontValue.Aggregate its && tree.Names == its.Names
            && tree.Elements.Zip(its.Elements, IsWiderIn).Any(static isWider => isWider));

    private void Finish(Meeting meeting, Block then, Block otherwise)
    {
        if (meeting.Results.Count > 0 || HasEffect(then) || HasEffect(otherwise))
        {
            EmitIf(meeting.Condition, then, otherwise, meeting);
        }

        foreach (Statement.Let inverted in meeting.Inverted)
        {
            Emit(inverted);
        }
    }

    /// <summary>An arm that throws is a guard: what the other arm does simply follows.</summary>
    private void JoinThrown(Operand condition, Arm then, Arm otherwise)
    {
        bool thenThrows = then.Flow == Flow.Thrown;
        bool elseThrows = otherwise.Flow == Flow.Thrown;
        Block guardThen = thenThrows ? then.Block : Block.Empty;
        Block guardElse = elseThrows ? otherwise.Block : Block.Empty;
        Emit(new Statement.If(_builder.Label(), condition, guardThen, guardElse, []));
        Resume(!thenThrows ? then : !elseThrows ? otherwise : then with { Block = Block.Empty });
    }

    private void EmitIf(Operand condition, Block then, Block otherwise, Meeting meeting) => Emit(new Statement.If(
        _builder.Label(),
        condition,
        then with { Yields = meeting.Then.ToEquatable() },
        otherwise with { Yields = meeting.Else.ToEquatable() },
        meeting.Results.ToEquatable()));

    private static bool HasEffect(Block block) =>
        block.Statements.Any(static statement => statement is not Statement.Remark);
}
