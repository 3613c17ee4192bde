using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// <c>break</c>, <c>continue</c> and <c>return</c>. Each sets a flag, and control lands where the flag is cleared. A
/// branch one arm of which has left stays open until then, so that the rest of the block goes into its other arm:
/// </summary>
/// <remarks>
/// <code>
/// if (c) return a;            if (c) { result = a; }
/// rest;                  →    else { rest; result = b; }
/// return b;
/// </code>
/// A flag is more than a constant, and is in the output, only where paths with and without it have met already: behind
/// an <c>if</c> that sometimes leaves and sometimes does not, and in the condition of a loop.
/// </remarks>
internal sealed partial class OperationLowering
{
    private readonly Dictionary<ILabelSymbol, Variable> _exits = new(SymbolEqualityComparer.Default);

    private void LowerJump(IBranchOperation jump)
    {
        if (_exits.TryGetValue(jump.Target, out Variable? flag))
        {
            Exit(flag);
        }
        else
        {
            Reject(jump, Reasons.Goto);
        }
    }

    /// <summary>The labels of a block can be jumped to from before and from inside, until they are passed.</summary>
    private void DeclareLabels(IBlockOperation block)
    {
        foreach (ILabeledOperation labeled in block.Operations.OfType<ILabeledOperation>())
        {
            _exits[labeled.Label] = DeclareFlag(labeled.Label.Name);
        }
    }

    private void LowerLabeled(ILabeledOperation labeled, int depth)
    {
        Land(_exits[labeled.Label], depth);
        _exits.Remove(labeled.Label);

        LowerOptional(labeled.Operation);
    }

    private void LowerReturn(IReturnOperation returned)
    {
        if (returned.Kind == OperationKind.YieldReturn)
        {
            FrontValue element = Lower(returned.ReturnedValue!);
            _frame.Yield!(element);
            return;
        }

        if (_frame.Method.RefKind != RefKind.None)
        {
            ReturnPlace(returned);
            return;
        }

        if (returned.ReturnedValue is IOperation value)
        {
            FrontValue result = Quoting(returned.Syntax, () => Lower(value, ResultName));

            if (_frame.Result is Variable variable)
            {
                _values[variable.Slot] = result;
            }
        }

        if (_flow == Flow.Live)
        {
            Exit(_frame.Returned);
        }
    }

    /// <summary>What a returned expression is called: nothing by itself, or what the caller assigns it to.</summary>
    private string ResultName => _frame.Result is Variable { IsResult: false } result ? result.Name : "";

    private void Exit(Variable flag)
    {
        _values[flag.Slot] = new FrontValue.Leaf(Constant.True);
        _flow = Flow.Exited;
    }

    /// <summary>
    /// Lets the paths that left with a flag go on here, together with the path that came here, and clears the flag.
    /// </summary>
    private void Land(Variable flag, int depth)
    {
        int lowest = _open.FindIndex(depth, branch => !IsFalse(branch.Closed.Values[flag.Slot]));

        while (lowest >= 0 && _open.Count > lowest)
        {
            OpenBranch branch = _open[_open.Count - 1];
            branch.Closed = Clear(branch.Closed, flag);
            (_values, _flow) = Clear(_values, _flow, flag);
            Close();
        }

        (_values, _flow) = Clear(_values, _flow, flag);
        GuardExits();
    }

    private Arm Clear(Arm arm, Variable flag)
    {
        (List<FrontValue?> values, Flow flow) = Clear(arm.Values, arm.Flow, flag);
        return arm with { Values = values, Flow = flow };
    }

    private (List<FrontValue?> Values, Flow Flow) Clear(List<FrontValue?> values, Flow flow, Variable flag)
    {
        if (IsFalse(values[flag.Slot]))
        {
            return (values, flow);
        }

        List<FrontValue?> cleared = [.. values];
        cleared[flag.Slot] = new FrontValue.Leaf(Constant.False);
        bool leaves = _variables.Any(v => v.IsFlag && v.Slot < cleared.Count && IsTrue(cleared[v.Slot]));
        return (cleared, flow == Flow.Exited && !leaves ? Flow.Live : flow);
    }

    /// <summary>Where some paths may have left already, what follows is only for the others.</summary>
    private void GuardExits()
    {
        if (_flow != Flow.Live)
        {
            return;
        }

        for (int i = 0; i < _variables.Count; i++)
        {
            if (_variables[i].IsFlag && _values[i] is FrontValue.Leaf { Operand: Value flag })
            {
                Guard(_variables[i], flag);
            }
        }
    }

    private void Guard(Variable variable, Value flag)
    {
        List<FrontValue?> left = [.. _values];
        left[variable.Slot] = new FrontValue.Leaf(Constant.True);
        _values[variable.Slot] = new FrontValue.Leaf(Constant.False);
        Open(new OpenBranch(flag, new Arm(Block.Empty, left, Flow.Exited, []), closedIsThen: true));
        Begin();
    }
}
