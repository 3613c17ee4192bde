using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>
/// Takes the function out of single assignment. A loop's parameter and result are one variable; the value a loop starts
/// from, the one its body yields and the results of branches join it where they can, which is what turns
/// <c>s2 = s + x; s = s2;</c> back into <c>s += x;</c>.
/// </summary>
/// <remarks>
/// A value may join a variable if the value that lives there at that point is read no more. One walk in the order of
/// the text, with the liveness of values known beforehand, sees for each variable what it holds: the conditions under
/// which Boissinot et al., "Revisiting Out-of-SSA Translation" (CGO 2009), coalesce copies, on structured code.
/// </remarks>
internal sealed partial class VariablePlanner
{
    private readonly UseCounts _uses;
    private readonly InliningPlan _inlining;
    private readonly Liveness _liveness;
    private readonly VariablePlan _plan;
    private readonly Dictionary<int, Variable> _wanted = [];
    private readonly List<Extent> _excluded = [];
    private readonly Stack<(Variable Variable, Value? Held)> _undo = new();
    private int _position;
    private int _extent;

    private VariablePlanner(UseCounts uses, InliningPlan inlining, Liveness liveness)
    {
        _uses = uses;
        _inlining = inlining;
        _liveness = liveness;
        _plan = new VariablePlan(uses);
    }

    public static VariablePlan Run(
        Function function, FunctionVariables variables, UseCounts uses, InliningPlan inlining)
    {
        VariablePlanner planner = new(uses, inlining, Liveness.Of(function, inlining));

        for (int i = 0; i < function.Parameters.Count; i++)
        {
            Value parameter = function.Parameters[i].Value;
            planner._plan.Assign(parameter, variables.Parameters[i]);
            planner.Hold(variables.Parameters[i], parameter);
        }

        planner.Visit(function.Body, variables.Results);
        return planner._plan;
    }

    private void Visit(Block block, IReadOnlyList<Variable?> targets)
    {
        int mark = _undo.Count;
        Want(block, targets);

        foreach (Statement statement in block.Statements)
        {
            if (!_inlining.IsSilent(statement))
            {
                Visit(statement);
            }
        }

        _position++;

        while (_undo.Count > mark)
        {
            (Variable variable, Value? held) = _undo.Pop();
            variable.Current = held;
        }
    }

    // Backwards, so that a wish reaches the value a loop starts from.
    private void Want(Block block, IReadOnlyList<Variable?> targets)
    {
        for (int i = 0; i < targets.Count; i++)
        {
            Want(block.Yields[i], targets[i]);
        }

        for (int i = block.Statements.Count - 1; i >= 0; i--)
        {
            foreach ((Value result, Operand source) in Sources(block.Statements[i]))
            {
                _wanted.TryGetValue(result.Id, out Variable? variable);
                Want(source, variable is { Kind: VariableKind.Local } ? variable : null);
            }
        }
    }

    /// <summary>The results of a branch or loop, each with the values that may simply become it.</summary>
    private static IEnumerable<(Value Result, Operand Source)> Sources(Statement statement) => statement switch
    {
        Statement.For loop => loop.Carried.Select(static c => (c.Result, c.Initial)),
        Statement.While loop => loop.Carried.Select(static c => (c.Result, c.Initial)),
        Statement.If branch => branch.Results.Select((r, i) => (r, branch.Then.Yields[i]))
            .Concat(branch.Results.Select((r, i) => (r, branch.Else.Yields[i]))),
        _ => [],
    };

    private void Want(Operand operand, Variable? variable)
    {
        // An out parameter is written once, with a value nothing else reads.
        if (variable is not null && operand is Value value && !_wanted.ContainsKey(value.Id)
            && (variable.Kind == VariableKind.Local || _uses[value] == 1))
        {
            _wanted[value.Id] = variable;
        }
    }

    private void Visit(Statement statement)
    {
        _position++;

        switch (statement)
        {
            case Statement.Let let:
                Place(let.Target);
                break;
            case Statement.Call or Statement.Pull:
                Array.ForEach([.. Blocks.Defined(statement)], result => Assign(result, new Variable(result.Type)));
                break;
            case Statement.If branch when _inlining.IsConditional(branch):
                Place(branch.Results[0]);
                break;
            case Statement.If branch:
                Visit(branch);
                break;
            case Statement.For loop:
                Visit(loop.Carried, null, loop.Body);
                break;
            case Statement.While loop:
                Visit(loop.Carried, loop.Condition, loop.Body);
                break;
        }
    }

    private void Place(Value value)
    {
        if (_wanted.TryGetValue(value.Id, out Variable? wanted) && CanHold(wanted, value, _position))
        {
            Assign(value, wanted);
        }
        else if (_inlining.IsDeferrable(value))
        {
            _inlining.Defer(value);
            _liveness.Defer(value);
        }
        else
        {
            Assign(value, new Variable(value.Type));
        }
    }

    private bool CanHold(Variable variable, Value value, int position) =>
        variable.Type == value.Type
        && (variable.Current is not { } held || _liveness.IsDeadAfter(held, position, _excluded));

    private void Assign(Value value, Variable variable)
    {
        _plan.Assign(value, variable);
        Hold(variable, value);
    }

    private void Hold(Variable variable, Value value)
    {
        _undo.Push((variable, variable.Current));
        variable.Current = value;
    }
}
