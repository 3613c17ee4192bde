using Fluxion.Generator.Analysis;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// Copies the array parameters that a function writes to, so that asking for a derivative never changes the caller's
/// memory; and those of which a branch or a loop decides which one a name stands for: which it was is recorded, and only
/// references to arrays can be.
/// </summary>
internal static class ParameterCopies
{
    // a[i] = 2 * a[i]     →     own = copy of a
    //                           own[i] = 2 * own[i]
    public static Function Insert(Function function)
    {
        AliasClasses classes = AliasClasses.Of(function);
        HashSet<int> copied = [.. WrittenIn(function, classes), .. Meetings.Of(function).Select(met => classes[met])];
        Dictionary<Value, Operand> copies = [];
        List<Statement> statements = [];
        int nextId = function.NextId;

        foreach (Value parameter in function.Parameters.Select(static p => p.Value))
        {
            if (parameter.Type is IrType.Array && copied.Contains(classes[parameter]))
            {
                Value copy = parameter with { Id = nextId++ };
                copies.Add(parameter, copy);
                statements.Add(new Statement.Let(copy, new Expr.CopyOf(parameter)));
            }
        }

        return copies.Count == 0
            ? function
            : function with { Body = Replace(function.Body, copies, statements), NextId = nextId };
    }

    private static HashSet<int> WrittenIn(Function function, AliasClasses classes) =>
        [.. Blocks.All(function.Body).SelectMany(Effects.ArraysWrittenBy).Select(array => classes[array])];

    private static Block Replace(Block body, Dictionary<Value, Operand> copies, List<Statement> statements)
    {
        Block replaced = Blocks.Substitute(
            body, operand => operand is Value value && copies.TryGetValue(value, out Operand? copy) ? copy : operand);
        return replaced with { Statements = [.. statements, .. replaced.Statements] };
    }
}
