using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>What loops carry from one iteration to the next.</summary>
internal sealed partial class OperationLowering
{
    /// <summary>Makes every variable one that the loop may carry.</summary>
    private LoopHead EnterLoop()
    {
        FlushRemark();
        LoopHead head = new(_values, _position);

        foreach (Variable variable in _variables)
        {
            FrontValue? value = _values[variable.Slot] ?? FindZero(variable.Type);
            head.Parameters.Add(variable.IsFlag ? value : value?.Map(operand => Parameter(variable, operand)));
        }

        _values = [.. head.Parameters];
        return head;

        Operand Parameter(Variable variable, Operand initial)
        {
            Value parameter = _builder.Fresh(JoinedType(variable, initial), variable.Name);
            head.InitialOf.Add(parameter.Id, initial);
            return parameter;
        }
    }

    private bool IsUnchanged(LoopHead head) =>
        _flow == Flow.Live
        && _values.Count == head.Parameters.Count
        && _values.Zip(head.Parameters, ReferenceEquals).All(static same => same);

    /// <summary>Emits the loop whose body has just been lowered, and goes on behind it.</summary>
    private void FinishLoop(LoopHead head, Block condition, bool testFlags)
    {
        FlushRemark();
        List<FrontValue?> after = [];

        for (int slot = 0; slot < head.Parameters.Count; slot++)
        {
            after.Add(_variables[slot].IsFlag ? CarryFlag(head, slot) : Carry(head, slot));
        }

        Block body = _builder.End([.. head.Next]);
        Block test = testFlags ? TestFlags(head, condition) : condition;
        Emit(new Statement.While(_builder.Label(), head.Carried.ToEquatable(), test, body));
        _values = after;
        _flow = Flow.Live;
        LeaveByOnlyExit(head, condition);
    }

    private FrontValue? Carry(LoopHead head, int slot)
    {
        if (head.Parameters[slot] is not FrontValue parameter || _values[slot] is not FrontValue next)
        {
            return head.Before[slot];
        }

        FrontValue after = parameter.Zip(next, (own, its) => Carry(head, _variables[slot], (Value)own, its));

        // What the body did was lowered for the value before the loop.
        if (HasDeferred(parameter) && after.Equals(FrontValue.Undecided) && head.Origin is SyntaxNode origin)
        {
            _diagnostics.Report(
                Diagnostics.DiagnosticDescriptors.UnsupportedOperation, origin.GetLocation(),
                _variables[slot].Name, Reasons.ChangingDelegate);
        }

        return parameter.Equals(next) ? head.Before[slot] : after;
    }

    private Operand Carry(LoopHead head, Variable variable, Value parameter, Operand next)
    {
        Operand initial = head.InitialOf[parameter.Id];

        if (next.Equals(parameter) || next.Equals(initial))
        {
            _forwarding.Add(parameter, initial);
            return initial;
        }

        Value result = _builder.Fresh(parameter.Type, variable.Name);
        head.Carry(new Carried(parameter, initial, result), next);
        return result;
    }

    private FrontValue.Leaf CarryFlag(LoopHead head, int slot)
    {
        FrontValue? next = _values[slot];

        if (IsFalse(next))
        {
            return new FrontValue.Leaf(Constant.False);
        }

        Value parameter = _builder.Fresh(IrType.Boolean, _variables[slot].Name);
        Value result = _builder.Fresh(IrType.Boolean, _variables[slot].Name);
        head.Carry(new Carried(parameter, Constant.False, result), ToOperand(next!));
        head.Flags.Add((slot, parameter));
        return new FrontValue.Leaf(result);
    }

    private Block TestFlags(LoopHead head, Block condition)
    {
        foreach ((int _, Value flag) in head.Flags)
        {
            Begin();
            condition = _builder.End(IsAlwaysTrue(condition) ? Not(flag) : Unless(flag, condition));
        }

        return condition;
    }

    private Value Not(Operand flag) => Apply(IrType.Boolean, PrimitiveTable.Not, "", flag);

    private Value Unless(Value flag, Block condition)
    {
        Value test = _builder.Fresh(IrType.Boolean);
        Emit(new Statement.If(_builder.Label(), flag, new Block([], [Constant.False]), condition, [test]));
        return test;
    }

    private static bool IsAlwaysTrue(Block condition) =>
        condition is { Statements.Count: 0, Yields: [Constant { Bits: 1 }] };

    /// <summary>
    /// Behind a loop without a condition control has left by a flag; which one is clear if there is but one.
    /// </summary>
    private void LeaveByOnlyExit(LoopHead head, Block condition)
    {
        if (!IsAlwaysTrue(condition) || head.Flags.Count > 1)
        {
            return;
        }

        _flow = head.Flags.Count == 0 ? Flow.Thrown : Flow.Exited;

        foreach ((int slot, Value _) in head.Flags)
        {
            _values[slot] = new FrontValue.Leaf(Constant.True);
        }
    }
}
