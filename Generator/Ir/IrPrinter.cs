using System.Text;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;

namespace Fluxion.Generator.Ir;

/// <summary>
/// A plain text form of the representation, for documentation, tests and debuggers. <c>~</c> behind an operation says
/// that derivatives added it, so that it may be reassociated; <c>result(parameter := initial)</c> is a loop's variable.
/// </summary>
internal static class IrPrinter
{
    public static string Print(Function function)
    {
        StringBuilder text = new();
        text.Append(function.Name).Append('(')
            .Append(string.Join(", ", function.Parameters.Select(static p => $"{p.Role} {p.Value}"))).Append(")\n");
        Print(function.Body, 1, text);
        return text.ToString();
    }

    private static void Print(Block block, int depth, StringBuilder text)
    {
        foreach (Statement statement in block.Statements)
        {
            Print(statement, depth, text);
        }

        Line(text, depth, $"yield {List(block.Yields)}");
    }

    private static void Print(Statement statement, int depth, StringBuilder text)
    {
        switch (statement)
        {
            case Statement.If branch:
                Line(text, depth, $"{List(branch.Results)} = if {branch.Condition}");
                Print(branch.Then, depth + 1, text);
                Line(text, depth, "else");
                Print(branch.Else, depth + 1, text);
                break;
            case Statement.For loop:
                Line(text, depth, $"{Variables(loop.Carried)} = for {loop.Index} from {loop.Start} while {Test(loop.Test)} {loop.Bound} by {loop.Step}");
                Print(loop.Body, depth + 1, text);
                break;
            case Statement.While loop:
                Line(text, depth, $"{Variables(loop.Carried)} = while");
                Print(loop.Condition, depth + 2, text);
                Print(loop.Body, depth + 1, text);
                break;
            default:
                Line(text, depth, Text(statement));
                break;
        }
    }

    private static string Text(Statement statement) => statement switch
    {
        Statement.Let let => $"{let.Target} = {Text(let.Expression)}",
        Statement.Store store => $"{store.Array}[{List(store.Indices)}] = {store.Value}",
        Statement.Accumulate update => $"{update.Array}[{List(update.Indices)}] +={Mark(update.Exact)} {update.Value}",
        Statement.Scatter scatter => $"{scatter.Array}[{scatter.Index}, by {scatter.Stride}] += {scatter.Value}",
        Statement.Fill fill => $"fill {fill.Array} with {fill.Value}",
        Statement.Push push => $"push {push.Value} on {push.Stack}",
        Statement.Call { Records: null } call => $"{List(call.Results)} = {call.Routine.Value}({List(call.Arguments)})",
        Statement.Call call => $"{List(call.Results)} = {call.Routine.Forward}({List(call.Arguments)}) on {call.Records}",
        Statement.Pull pull => $"{List(pull.Results)} = {pull.Routine.Reverse}({List(pull.Adjoints)}) into {List(pull.Shadows)} from {pull.Records}",
        Statement.Throw exit => $"throw `{exit.Exception}`({List(exit.Operands)})",
        Statement.Remark { Kind: RemarkKind.Section } remark => $"== {remark.Text}",
        Statement.Remark remark => $"// {remark.Text}",
        _ => statement.ToString(),
    };

    private static string Text(Expr expression) => expression switch
    {
        Expr.Apply apply => Text(apply),
        Expr.Length { Dimension: 0 } length => $"length {length.Array}",
        Expr.Length length => $"length {length.Array}, {length.Dimension}",
        Expr.StaticField field => $"field {field.Name}",
        Expr.Load load => $"{load.Array}[{List(load.Indices)}]",
        Expr.NewArray array => $"new [{List(array.Lengths)}]",
        Expr.NewScratch scratch => $"scratch [{scratch.Count}]",
        Expr.Row row => $"{row.Matrix}[{row.Number}, ..]",
        Expr.CopyOf copy => $"copy {copy.Array}",
        Expr.NewRecord record => $"record [{record.Count}]",
        Expr.NewStack => "stack",
        Expr.Pop pop => $"pop {pop.Stack}",
        Expr.Invoke call => $"{call.Callee.Method}({List(call.Arguments)})",
        Expr.Lanes lanes => $"lanes {lanes.Operation}({List(lanes.Arguments)})",
        Expr.Verbatim verbatim => $"`{verbatim.Template}`({List(verbatim.Operands)})",
        _ => expression.ToString(),
    };

    private static string Text(Expr.Apply apply) =>
        apply.Primitive.Notation == Notation.Binary && apply.Arguments.Count == 2
            ? $"{apply.Arguments[0]} {apply.Primitive}{Mark(apply.Exact)} {apply.Arguments[1]}"
            : $"{apply.Primitive}{Mark(apply.Exact)}({List(apply.Arguments)})";

    private static string Mark(bool isExact) => isExact ? "" : "~";

    private static string Test(LoopTest test) => test switch
    {
        LoopTest.Less => "<",
        LoopTest.LessOrEqual => "<=",
        LoopTest.Greater => ">",
        _ => ">=",
    };

    private static string Variables(IEnumerable<Carried> carried) =>
        string.Join(", ", carried.Select(static c => $"{c.Result}({c.Parameter} := {c.Initial})"));

    private static string List<T>(EquatableArray<T> operands)
        where T : Operand, IEquatable<T> => string.Join(", ", operands);

    private static void Line(StringBuilder text, int depth, string line) =>
        text.Append(' ', 2 * depth).Append(line).Append('\n');
}
