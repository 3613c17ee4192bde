using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>Writes statements. A part per family; this one: straight-line code.</summary>
internal sealed partial class StatementWriter(
    CommentedWriter writer, CSharpNames types, NameAllocator names, FunctionPlan plan)
{
    private readonly InliningPlan _inlining = plan.Inlining;
    private readonly VariablePlan _variables = plan.Variables;
    // The constants that variables were declared with just now: what a branch then starts from need not be set again.
    private readonly Dictionary<Variable, Operand> _held = [];
    private readonly ParallelAssignment _parallel = new(plan.Inlining, plan.Variables);

    /// <summary>The writer of the expressions in these statements.</summary>
    public ExpressionWriter Expressions { get; } = new(types, plan.Inlining, plan.Variables, plan.Wrapping);

    public void Write(IEnumerable<Statement> statements)
    {
        foreach (Statement statement in statements)
        {
            if (statement is Statement.Remark remark)
            {
                writer.Remark(remark);
            }
            else if (!_inlining.IsSilent(statement))
            {
                Write(statement);
            }
        }
    }

    /// <summary>Gives several _variables their next values at once.</summary>
    public void Assign(IEnumerable<Assignment> assignments)
    {
        List<string> late = [];

        foreach ((Assignment assignment, bool isSplit) in _parallel.Order(assignments))
        {
            if (isSplit)
            {
                _held.Remove(assignment.Target);
                string next = names.Declare(assignment.Target.Name + "Next");
                writer.Line($"{types.Type(assignment.Target.Type)} {next} = {Expressions.WriteWidened(assignment.Source)};");
                late.Add($"{assignment.Target.Name} = {next};");
            }
            else
            {
                Assign(assignment.Target, assignment.Source);
            }
        }

        late.ForEach(writer.Line);
    }

    public void RentTape(string name)
    {
        Expressions.Tape = name;
        writer.Line($"{types.Tape} {name} = {types.Tape}.Rent();");
    }

    public void ReturnTape() => writer.Line($"{Expressions.Tape}.Return();");

    public void Return(Operand value) => writer.LastLine($"return {Expressions.WriteWidened(value)};");

    private void Write(Statement statement)
    {
        switch (statement)
        {
            case Statement.Let let:
                Write(let);
                break;
            case Statement.Store { Value.Type: IrType.Vector, Array.Type: IrType.Array { Element: not IrType.Vector } } store:
                writer.Line(Expressions.StoreLanes(store.Array, store.Indices, Expressions.Write(store.Value)));
                break;
            case Statement.Store store:
                writer.Line($"{Expressions.Element(store.Array, store.Indices)} = {Expressions.WriteWidened(store.Value)};");
                break;
            case Statement.Accumulate update:
                Write(update);
                break;
            case Statement.Scatter scatter:
                writer.Line(Expressions.Scatter(scatter));
                break;
            case Statement.Fill fill:
                Write(fill);
                break;
            case Statement.Push { Stack.Type: IrType.Records } push:
                writer.Line($"{Expressions.Write(push.Stack)}.Push<{types.Type(push.Value.Type)}>({Expressions.Write(push.Value)});");
                break;
            case Statement.Push push:
                writer.Line($"{Expressions.Write(push.Stack)}.Push({Expressions.Write(push.Value)});");
                break;
            case Statement.Call call:
                Write(call);
                break;
            case Statement.Pull pull:
                Write(pull);
                break;
            case Statement.Throw thrown:
                writer.Line($"throw {Expressions.Fill(thrown.Exception, thrown.Operands)};");
                break;
            case Statement.If branch when _inlining.IsConditional(branch):
                Define(branch.Results[0], branch);
                break;
            case Statement.If branch:
                Write(branch, isContinued: false);
                break;
            case Statement.For loop:
                Write(loop);
                break;
            case Statement.While loop:
                Write(loop);
                break;
        }
    }

    private void Write(Statement.Let let)
    {
        if (_variables.IsUnread(let.Target))
        {
            string discard = let.Expression is Expr.Pop ? "" : "_ = ";
            writer.Line($"{discard}{Expressions.WriteWidened(let)};");
        }
        else
        {
            Define(let.Target, let);
        }
    }

    private void Define(Value value, Statement definition)
    {
        Variable variable = _variables[value];
        string text = Compound(variable, definition) ?? $"= {Expressions.WriteWidened(definition)}";
        Write(variable, text, NameSuggestions.For(definition));
    }

    private void Assign(Variable variable, Operand source)
    {
        if (source is Constant && _held.TryGetValue(variable, out Operand? held) && held == source)
        {
            return;
        }

        Statement? definition = _inlining.Inlined(source);
        string text = definition is null ? $"= {Expressions.Write(source)}"
            : Compound(variable, definition) ?? $"= {Expressions.WriteWidened(definition)}";
        Write(variable, text, definition is null ? "value" : NameSuggestions.For(definition));
    }

    private void Write(Variable variable, string assignment, string suggestion)
    {
        if (variable.IsDeclared)
        {
            _held.Remove(variable);
            writer.Line(assignment is "+= 1" ? $"{variable.Name}++;"
                : assignment is "-= 1" ? $"{variable.Name}--;"
                : $"{variable.Name} {assignment};");
        }
        else
        {
            Declare(variable, suggestion);
            writer.Line($"{types.Type(variable.Type)} {variable.Name} {assignment};");
        }
    }

    private void Declare(Variable variable, string suggestion) =>
        variable.Name = names.Declare(variable.Hint.Length > 0 ? variable.Hint : suggestion);

    // x = x + y → x += y
    private string? Compound(Variable variable, Statement definition)
    {
        if (!variable.IsDeclared || definition is not Statement.Let { Expression: Expr.Apply apply } let
            || apply.Primitive.Notation != Notation.Binary || apply.Primitive.Name is not ("+" or "-" or "*" or "/")
            || ExprFacts.IsChecked(apply.Primitive) || plan.Wrapping.Contains(let.Target))
        {
            return null;
        }

        (Operand left, Operand right) = (apply.Arguments[0], apply.Arguments[1]);

        // Turning the operands of a user's sum around could exchange two NaNs.
        if (!IsHeldBy(variable, left) && !apply.Exact && apply.Primitive.Name is "+" or "*")
        {
            (left, right) = (right, left);
        }

        return IsHeldBy(variable, left) && variable.Kind != VariableKind.Out
            ? $"{apply.Primitive.Name}= {Expressions.WriteWidened(right)}"
            : null;
    }

    private bool IsHeldBy(Variable variable, Operand operand) =>
        _parallel.IsIdentity(new Assignment(variable, operand));
}
