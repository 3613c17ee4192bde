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
        LoopHead head = new(_values, _position, _resumed ?? [], _nextCell);
        _resumed = null;

        foreach (Variable variable in _variables)
        {
            FrontValue? value = _values[variable.Slot] ?? FindZero(variable.Type);
            head.Parameters.Add(variable.IsFlag ? value : value?.Map(variable.Name, (name, operand) => Parameter(variable, name, operand)));
        }

        _values = [.. head.Parameters];
        _loopsAround.Push(head);
        return head;

        Operand Parameter(Variable variable, string name, Operand initial)
        {
            Value parameter = _builder.Fresh(JoinedType(variable, initial), name);
            head.InitialOf.Add(parameter.Id, initial);
            return parameter;
        }
    }

    private bool IsUnchanged(LoopHead head) =>
        _flow == Flow.Live
        && _values.Count == head.Parameters.Count
        && _values.Zip(head.Parameters, ReferenceEquals).All(static same => same);

    /// <summary>
    /// What the loop has to be lowered again with, because its body turned a variable into something of another shape: a
    /// view where there was a whole array, another object. Null if there is no such variable.
    /// </summary>
    private Dictionary<int, FrontValue>? Disagreement(LoopHead head)
    {
        Dictionary<int, FrontValue> shapes = [];

        if (_flow == Flow.Live)
        {
            RaiseAll(head);
        }

        for (int slot = 0; slot < head.Parameters.Count && _flow == Flow.Live; slot++)
        {
            if (head.Parameters[slot] is FrontValue parameter && _values[slot] is FrontValue next)
            {
                FrontValue weaker = Weaken(head, parameter, next);

                if (!ReferenceEquals(weaker, parameter))
                {
                    shapes.Add(slot, weaker);
                }
            }
        }

        return shapes.Count > 0 ? shapes : null;
    }

    /// <summary>The shape that both can have; the first itself if that is its own.</summary>
    private FrontValue Weaken(LoopHead head, FrontValue own, FrontValue other)
    {
        if (own is FrontValue.Aggregate tree && other is FrontValue.Aggregate its && tree.Names == its.Names)
        {
            FrontValue[] elements = [.. tree.Elements.Select(
                (e, i) => i < its.Elements.Count ? Weaken(head, e, its.Elements[i]) : e)];
            return elements.Zip(tree.Elements, ReferenceEquals).All(static same => same)
                ? own
                : tree with { Elements = elements.ToEquatable() };
        }

        return own is FrontValue.Conflict or FrontValue.Error or FrontValue.Deferred || HasDeferred(own)
            || other is FrontValue.Error
            || (own.GetType() == other.GetType() && !References.Are(own)) || own.Equals(other) ? own
            : own is FrontValue.Leaf or FrontValue.Columns or FrontValue.Rows && other is FrontValue.View ? other
            : References.Are(own) && References.Are(other) ? WeakenReference(head, own, other)
            : FrontValue.Undecided;
    }

    /// <summary>A value in a weaker shape.</summary>
    private FrontValue Like(FrontValue shape, FrontValue value, Dictionary<int, FrontValue> claimed) => (shape, value) switch
    {
        (FrontValue.Conflict, _) => shape,
        (FrontValue.View, _) when IsMemory(value) => ViewOf(value),
        (FrontValue.Aggregate own, FrontValue.Aggregate its) => its with
        {
            Elements = its.Elements
                .Select((e, i) => i < own.Elements.Count ? Like(own.Elements[i], e, claimed) : e).ToEquatable(),
        },
        _ when References.Are(shape) && References.Are(value) => LikeReference(shape, value, claimed),
        _ => value,
    };

    private FrontValue.View ViewOf(FrontValue memory) => new(memory, Constant.Int(0), LengthOf(memory));

    /// <summary>Goes back to before a loop, to lower it again.</summary>
    private void Rewind(LoopHead head, Dictionary<int, FrontValue> shapes, int scope)
    {
        FlushRemark();
        _builder.End();
        _loopsAround.Pop();
        _values = [.. head.Before];
        _flow = Flow.Live;

        Dictionary<int, FrontValue> claimed = [];

        foreach (KeyValuePair<int, FrontValue> shape in shapes)
        {
            // First the value: to choose it can replace the environment.
            FrontValue value = Like(shape.Value, _values[shape.Key] ?? ZeroOf(_variables[shape.Key].Type), claimed);
            _values[shape.Key] = value;
        }

        Claim(head, claimed);
        Leave(scope);
    }

    /// <summary>Emits the loop whose body has just been lowered, and goes on behind it.</summary>
    private void FinishLoop(LoopHead head, Block condition, bool testFlags)
    {
        FlushRemark();
        _loopsAround.Pop();
        ForgetFresh(head);
        List<FrontValue?> after = [];

        for (int slot = 0; slot < head.Parameters.Count; slot++)
        {
            after.Add(_variables[slot].IsFlag ? CarryFlag(head, slot) : Carry(head, slot));
        }

        Block body = _builder.End([.. head.Next]);
        Block test = testFlags ? TestFlags(head, condition) : condition;
        int label = _builder.Label();

        if (head.Origin is SyntaxNode origin && _callSite is null)
        {
            _bodies.Places.AddLoop(label, origin);
        }

        Emit(new Statement.While(label, head.Carried.ToEquatable(), test, body));
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

        FrontValue after = parameter.Zip(
            _variables[slot].Name, next, (name, own, its) => Carry(head, name, (Value)own, its));

        // What the body did was lowered for the value before the loop.
        if (HasDeferred(parameter) && after.Equals(FrontValue.Undecided) && head.Origin is SyntaxNode origin)
        {
            _diagnostics.Report(
                Diagnostics.DiagnosticDescriptors.UnsupportedOperation, origin.GetLocation(),
                _variables[slot].Name, Reasons.ChangingDelegate);
            return FrontValue.Reported;
        }

        return parameter.Equals(next) ? head.Before[slot] : after;
    }

    private Operand Carry(LoopHead head, string name, Value parameter, Operand next)
    {
        Operand initial = head.InitialOf[parameter.Id];

        if (next.Equals(parameter) || next.Equals(initial))
        {
            _forwarding.Add(parameter, initial);
            return initial;
        }

        Value result = _builder.Fresh(parameter.Type, name);
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
