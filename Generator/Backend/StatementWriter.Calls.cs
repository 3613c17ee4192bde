using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>Part of <see cref="StatementWriter"/>: methods that are called, not inlined.</summary>
internal sealed partial class StatementWriter
{
    private void Write(Statement.Call call)
    {
        List<string> arguments = [.. call.Arguments.Select(Expressions.Write)];

        if (call.Records is { } records)
        {
            arguments.Add(Expressions.Write(records));
        }

        // The first result is returned; where it is read, its name is declared before those that are handed out.
        string head = "";

        if (call.Results.Count > 0 && !_variables.IsUnread(call.Results[0]))
        {
            Variable first = _variables[call.Results[0]];
            Declare(first, "result");
            head = $"{types.Type(first.Type)} {first.Name} = ";
        }

        arguments.AddRange(call.Results.Skip(1).Select(result => Receiver(result, "result")));
        string method = call.Records is null ? call.Routine.Value : call.Routine.Forward;
        writer.Line($"{head}{types.Field(call.Routine.Type + method)}({string.Join(", ", arguments)});");
    }

    private void Write(Statement.Pull pull)
    {
        string[] arguments =
        [
            .. pull.Adjoints.Select(Expressions.Write),
            Expressions.Write(pull.Records),
            .. pull.Shadows.Select(Expressions.Write),
            .. pull.Results.Select(result => Receiver(result, "slope")),
        ];
        writer.Line($"{types.Field(pull.Routine.Type + pull.Routine.Reverse)}({string.Join(", ", arguments)});");
    }

    private string Receiver(Value result, string suggestion)
    {
        if (_variables.IsUnread(result))
        {
            return "out _";
        }

        Variable variable = _variables[result];
        Declare(variable, suggestion);
        return $"out {types.Type(result.Type)} {variable.Name}";
    }
}
