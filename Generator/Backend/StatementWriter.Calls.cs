using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>Part of <see cref="StatementWriter"/>: pullbacks of methods that are called, not inlined.</summary>
internal sealed partial class StatementWriter
{
    private void Write(Statement.Pull pull)
    {
        List<string> arguments = [.. pull.Arguments.Select(Expressions.Write), Expressions.Write(pull.Adjoint)];
        int results = 0;
        int shadows = 0;

        for (int i = 0; i < pull.Arguments.Count; i++)
        {
            if (pull.Callee.Differentiable[i])
            {
                arguments.Add(pull.Arguments[i].Type is IrType.Array
                    ? Expressions.Write(pull.Shadows[shadows++])
                    : Receiver(pull.Results[results++]));
            }
        }

        writer.Line($"{types.Field(pull.Callee.RuleMethod)}({string.Join(", ", arguments)});");
    }

    private string Receiver(Value result)
    {
        if (_variables.IsUnread(result))
        {
            return "out _";
        }

        Variable variable = _variables[result];
        Declare(variable, "slope");
        return $"out {types.Type(result.Type)} {variable.Name}";
    }
}
