using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>Writes the body of a function under names that its signature has fixed.</summary>
internal sealed class BodyWriter(CodeWriter writer, CSharpNames types)
{
    // Names of types that bodies use; a local of such a name would hide them.
    private static readonly string[] TypeNames = ["Math", "MathF", "Array", "Span", "ReadOnlySpan", "Tape", "TapeStack", "TapeRecords"];

    /// <summary>Writes a function that may return its first result and hands out the others.</summary>
    /// <param name="function">The function.</param>
    /// <param name="parameterNames">Its parameters' names in the text.</param>
    /// <param name="outNames">The out parameters' names, one for each result that is not returned.</param>
    /// <param name="valueName">
    /// What to call the value that is returned if nothing in the function says so; <c>null</c> if none is: then every
    /// result has an out parameter.
    /// </param>
    /// <param name="constructions">The out parameters that are put together; their parts are locals.</param>
    public void Write(
        Function function,
        string[] parameterNames,
        string[] outNames,
        string? valueName,
        params Construction[] constructions)
    {
        int returned = valueName is null ? 0 : 1;
        Variable[] outs = [.. outNames.Select((name, i) => constructions.Any(c => c.Has(i))
            ? new Variable(function.Body.Yields[returned + i].Type) { Hint = name }
            : new Variable(function.Body.Yields[returned + i].Type, VariableKind.Out) { Name = name })];
        Variable?[] results = [.. new Variable?[returned], .. outs];
        Variable[] parameters = [.. function.Parameters.Zip(
            parameterNames, static (p, name) => new Variable(p.Value.Type, KindOf(name)) { Name = name })];
        FunctionVariables given = new(parameters, results);

        FunctionPlan plan = FunctionPlan.Of(function, given);
        NameAllocator names = new();
        string[] taken =
        [
            .. TypeNames,
            types.OwnType.Split('<')[0],
            .. parameterNames.Select(static name => name.Split('.')[0]),
            .. outs.Where(static variable => variable.IsDeclared).Select(static variable => variable.Name),
            .. constructions.Select(static c => c.Destination),
        ];
        Array.ForEach(taken, names.Reserve);

        if (valueName is not null && plan.Variables.Of(function.Body.Yields[0]) is { Hint: "", Kind: VariableKind.Local } value)
        {
            value.Hint = valueName;
        }

        StatementWriter statements = new(new CommentedWriter(writer), types, names, plan);
        Write(function, results, statements, names);

        foreach (Construction construction in constructions)
        {
            IEnumerable<string> parts = outs.Skip(construction.First).Take(construction.Count).Select(static v => v.Name);
            writer.Line($"{construction.Destination} = {construction.Composite.Construct(parts)};");
        }

        if (valueName is not null)
        {
            statements.Return(function.Body.Yields[0]);
        }
    }

    private static VariableKind KindOf(string parameterName) =>
        parameterName.Contains('.') ? VariableKind.Part : VariableKind.Parameter;

    private static void Write(Function function, Variable?[] results, StatementWriter statements, NameAllocator names)
    {
        bool usesTape = TapeUse.Any(function.Body);

        if (usesTape)
        {
            statements.RentTape(names.Declare("tape"));
        }

        statements.Write(function.Body.Statements);
        statements.Assign(results.Select((r, i) => (Variable: r, Index: i)).Where(static r => r.Variable is not null)
            .Select(r => new Assignment(r.Variable!, function.Body.Yields[r.Index])));

        if (usesTape)
        {
            statements.ReturnTape();
        }
    }
}
