using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>Writes the body of a function under names that its signature has fixed.</summary>
internal sealed class BodyWriter(CodeWriter writer, CSharpNames types)
{
    // Names of types that bodies use; a local of such a name would hide them.
    private static readonly string[] TypeNames = ["Math", "MathF", "Array", "Span", "ReadOnlySpan", "Tape", "TapeStack"];

    /// <summary>Writes a function that returns its first result and hands out the others.</summary>
    /// <param name="function">The function.</param>
    /// <param name="parameterNames">Its parameters' names in the text.</param>
    /// <param name="outNames">The out parameters' names, one for each result after the first.</param>
    /// <param name="valueName">What to call the value that is returned if nothing in the function says so.</param>
    public void Write(Function function, string[] parameterNames, string[] outNames, string valueName)
    {
        Variable[] results = [.. function.Body.Yields.Skip(1).Zip(
            outNames, static (yield, name) => new Variable(yield.Type, VariableKind.Out) { Name = name })];
        Variable[] parameters = [.. function.Parameters.Zip(
            parameterNames, static (p, name) => new Variable(p.Value.Type, VariableKind.Parameter) { Name = name })];
        FunctionVariables given = new(parameters, [null, .. results]);

        FunctionPlan plan = FunctionPlan.Of(function, given);
        NameAllocator names = new();
        string[] taken = [.. TypeNames, types.OwnType.Split('<')[0], .. parameterNames, .. outNames];
        Array.ForEach(taken, names.Reserve);

        if (plan.Variables.Of(function.Body.Yields[0]) is { Hint: "", Kind: VariableKind.Local } value)
        {
            value.Hint = valueName;
        }

        Write(function, results, new(new CommentedWriter(writer), types, names, plan), names);
    }

    private static void Write(Function function, Variable[] results, StatementWriter statements, NameAllocator names)
    {
        bool usesTape = TapeUse.Any(function.Body);

        if (usesTape)
        {
            statements.RentTape(names.Declare("tape"));
        }

        statements.Write(function.Body.Statements);
        statements.Assign(results.Select((r, i) => new Assignment(r, function.Body.Yields[i + 1])));

        if (usesTape)
        {
            statements.ReturnTape();
        }

        statements.Return(function.Body.Yields[0]);
    }
}
