using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Loops. All of them become a <see cref="Statement.While"/>; counted ones are recognized later.</summary>
internal sealed partial class OperationLowering
{
    private readonly HashSet<IOperation> _conditionsWithEffects = [];

    private void LowerLoop(ILoopOperation loop)
    {
        int scope = _variables.Count;
        _nesting++;

        switch (loop)
        {
            case IWhileLoopOperation { ConditionIsTop: true } top:
                Loop(top, Condition(top), () => LowerStatement(top.Body), static () => { });
                break;
            case IWhileLoopOperation bottom:
                LoopAtLeastOnce(bottom, Condition(bottom));
                break;
            case IForLoopOperation counted:
                LowerFor(counted);
                break;
            case IForEachLoopOperation each:
                LowerForEach(each);
                break;
            default:
                Reject(loop, Reasons.Statement(loop));
                break;
        }

        _nesting--;
        Leave(scope);
        GuardExits();
    }

    private Func<Operand> Condition(IWhileLoopOperation loop) => loop.ConditionIsUntil || loop.Condition is null
        ? throw new InvalidOperationException("C# has no such loop.")
        : () => LowerOperand(loop.Condition);

    private void LowerFor(IForLoopOperation loop)
    {
        LowerHeader(loop.Before);
        _position = loop.Syntax;

        Loop(
            loop,
            () => loop.Condition is null ? Constant.True : LowerOperand(loop.Condition),
            () => LowerStatement(loop.Body),
            () => LowerHeader(loop.AtLoopBottom));
    }

    /// <summary>Parts of a loop's header are not quoted: what they do shows in the loop.</summary>
    private void LowerHeader(IEnumerable<IOperation> statements)
    {
        bool quotes = _quotes;
        _quotes = false;

        foreach (IOperation statement in statements)
        {
            LowerStatement(statement);
        }

        _quotes = quotes;
    }

    /// <summary>A loop tested before each iteration.</summary>
    private void Loop(ILoopOperation loop, Func<Operand> condition, Action body, Action increment)
    {
        if (_conditionsWithEffects.Contains(loop))
        {
            LoopWithFlag(loop, condition, body, increment);
            return;
        }

        int depth = _open.Count;
        int scope = _variables.Count;
        (Variable broke, Variable continued) = DeclareExits(loop);
        LoopHead head = EnterLoop();
        Begin();
        Operand test = condition();

        if (_open.Count != depth || !IsPure(_builder.Current) || !IsUnchanged(head))
        {
            Detach(depth);
            _loopsAround.Pop();
            _conditionsWithEffects.Add(loop);
            _values = head.Before;
            _resumed = head.Own;
            _flow = Flow.Live;
            Leave(scope);
            LoopWithFlag(loop, condition, body, increment);
            return;
        }

        Block tested = _builder.End(test);
        Begin();
        body();
        Land(continued, depth);

        if (_flow == Flow.Live)
        {
            increment();
        }

        CloseDownTo(depth);

        if (Disagreement(head) is { } shapes)
        {
            Rewind(head, shapes, scope);
            Loop(loop, condition, body, increment);
            return;
        }

        FinishLoop(head, tested, testFlags: true);
        Land(broke, depth);
        Leave(scope);
    }

    /// <summary>
    /// A loop whose condition does something: it moves into the body, and a flag tells whether to go on.
    /// </summary>
    private void LoopWithFlag(ILoopOperation loop, Func<Operand> condition, Action body, Action increment)
    {
        FlaggedLoop(loop, (broke, continued, go, depth) => Branch(
            condition(),
            () =>
            {
                int inside = _open.Count;
                body();
                Land(continued, inside);

                if (_flow == Flow.Live)
                {
                    increment();
                    _values[go.Slot] = new FrontValue.Leaf(Constant.True);
                }

                Land(broke, inside);
            },
            static () => { }));
    }

    private void LoopAtLeastOnce(IWhileLoopOperation loop, Func<Operand> condition)
    {
        FlaggedLoop(loop, (broke, continued, go, depth) =>
        {
            LowerStatement(loop.Body);
            Land(continued, depth);

            if (_flow == Flow.Live)
            {
                Operand test = condition();
                _values[go.Slot] = new FrontValue.Leaf(test);
            }

            Land(broke, depth);
        });
    }

    /// <summary>A loop that runs while its flag is set; an iteration that does not set it again is the last.</summary>
    private void FlaggedLoop(ILoopOperation loop, Action<Variable, Variable, Variable, int> iteration)
    {
        int depth = _open.Count;
        int scope = _variables.Count;
        Variable go = Declare(
            "go", _compilation.GetSpecialType(SpecialType.System_Boolean), new FrontValue.Leaf(Constant.True));
        (Variable broke, Variable continued) = DeclareExits(loop);
        LoopHead head = EnterLoop();
        Operand test = ToOperand(_values[go.Slot]!);
        _values[go.Slot] = new FrontValue.Leaf(Constant.False);
        Begin();
        iteration(broke, continued, go, depth);
        CloseDownTo(depth);

        if (Disagreement(head) is { } shapes)
        {
            Rewind(head, shapes, scope);
            FlaggedLoop(loop, iteration);
            return;
        }

        FinishLoop(head, new Block([], [test]), testFlags: false);
        Leave(scope);
    }

    private (Variable Broke, Variable Continued) DeclareExits(ILoopOperation loop)
    {
        Variable broke = DeclareFlag("broke");
        Variable continued = DeclareFlag("continued");
        _exits[loop.ExitLabel] = broke;
        _exits[loop.ContinueLabel] = continued;
        return (broke, continued);
    }

    private static bool IsPure(IEnumerable<Statement> statements) => statements.All(static statement => statement switch
    {
        Statement.Let { Expression: Expr.NewArray or Expr.CopyOf } => false,
        Statement.Let or Statement.Remark => true,
        Statement.If or Statement.While => Blocks.Of(statement).All(static block => IsPure(block.Statements)),
        _ => false,
    });
}
