using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Two paths and how they meet again.</summary>
internal sealed partial class OperationLowering
{
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
        Begin();
        body();
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

    /// <summary>Closes what is open inside an arm: other paths go on elsewhere, so that its own must meet here.</summary>
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
        _open.Add(branch);
        Attach(live);
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

        _flow = then.Flow == Flow.Exited && otherwise.Flow == Flow.Exited ? Flow.Exited : Flow.Live;
        Meeting meeting = new(condition);
        _values = Merge(meeting, then.Values, otherwise.Values);

        if (meeting.Results.Count > 0 || HasEffect(then.Block) || HasEffect(otherwise.Block))
        {
            EmitIf(condition, then.Block, otherwise.Block, meeting);
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

    private List<FrontValue?> Merge(Meeting meeting, List<FrontValue?> then, List<FrontValue?> otherwise)
    {
        int count = Math.Max(then.Count, otherwise.Count);
        List<FrontValue?> merged = new(count);

        for (int i = 0; i < count && i < _variables.Count; i++)
        {
            merged.Add(Merge(meeting, _variables[i], then.ElementAtOrDefault(i), otherwise.ElementAtOrDefault(i)));
        }

        return merged;
    }

    private FrontValue? Merge(Meeting meeting, Variable variable, FrontValue? then, FrontValue? otherwise)
    {
        if (ReferenceEquals(then, otherwise))
        {
            return then;
        }

        FrontValue first = then ?? Unset(variable, otherwise!);
        FrontValue second = otherwise ?? Unset(variable, then!);
        return first.Zip(second, (a, b) => Merge(meeting, variable, a, b));
    }

    private Operand Merge(Meeting meeting, Variable variable, Operand then, Operand otherwise) => (then, otherwise) switch
    {
        _ when then.Equals(otherwise) => then,
        (Constant { Kind: ScalarKind.Boolean, Bits: 1 }, Constant { Kind: ScalarKind.Boolean, Bits: 0 }) => meeting.Condition,
        (Constant { Kind: ScalarKind.Boolean, Bits: 0 }, Constant { Kind: ScalarKind.Boolean, Bits: 1 }) =>
            meeting.Invert(_builder.Fresh(IrType.Boolean, variable.Name), PrimitiveTable.Not),
        _ => meeting.Add(_builder.Fresh(JoinedType(variable, then), variable.Name), then, otherwise),
    };

    /// <summary>An array and a span of it can meet in a variable that is a span.</summary>
    private IrType JoinedType(Variable variable, Operand operand) =>
        operand.Type is IrType.Array && TypeOf(variable.Type) is IrType.Array declared ? declared : operand.Type;

    private static FrontValue Unset(Variable variable, FrontValue other) => variable.IsFlag
        ? new FrontValue.Leaf(Constant.False)
        : other.Map(static operand => operand.Type is IrType.Scalar
            ? Constant.Zero(operand.Type)
            : new Literal("default", operand.Type));

    /// <summary>Two paths about to meet: the results they need, and what each path yields for them.</summary>
    private sealed class Meeting(Operand condition)
    {
        public Operand Condition { get; } = condition;

        public List<Value> Results { get; } = [];

        public List<Operand> Then { get; } = [];

        public List<Operand> Else { get; } = [];

        /// <summary>Truth values that are simply the opposite of the condition; they follow the branch.</summary>
        public List<Statement.Let> Inverted { get; } = [];

        public Value Add(Value result, Operand then, Operand otherwise)
        {
            Results.Add(result);
            Then.Add(then);
            Else.Add(otherwise);
            return result;
        }

        public Value Invert(Value result, Primitive not)
        {
            Inverted.Add(new Statement.Let(result, new Expr.Apply(not, [Condition])));
            return result;
        }
    }
}
