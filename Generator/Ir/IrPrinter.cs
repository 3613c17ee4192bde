using System.Text;

namespace Fluxion.Generator.Ir;

/// <summary>A plain text form of the representation, for tests and debuggers.</summary>
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

        Line(text, depth, "yield " + string.Join(", ", block.Yields));
    }

    private static void Print(Statement statement, int depth, StringBuilder text)
    {
        switch (statement)
        {
            case Statement.Let let:
                Line(text, depth, $"{let.Target} = {Text(let.Expression)}");
                break;
            case Statement.Store store:
                Line(text, depth, $"{store.Array}[{string.Join(", ", store.Indices)}] = {store.Value}");
                break;
            case Statement.Accumulate update:
                Line(text, depth, $"{update.Array}[{string.Join(", ", update.Indices)}] += {update.Value}");
                break;
            case Statement.If branch:
                Line(text, depth, $"{string.Join(", ", branch.Results)} = if {branch.Condition}");
                Print(branch.Then, depth + 1, text);
                Line(text, depth, "else");
                Print(branch.Else, depth + 1, text);
                break;
            case Statement.For loop:
                Line(text, depth, $"{Variables(loop.Carried)} = for {loop.Index} from {loop.Start} while {loop.Test} {loop.Bound} by {loop.Step}");
                Print(loop.Body, depth + 1, text);
                break;
            case Statement.While loop:
                Line(text, depth, $"{Variables(loop.Carried)} = while");
                Print(loop.Condition, depth + 2, text);
                Print(loop.Body, depth + 1, text);
                break;
            default:
                Line(text, depth, statement.ToString());
                break;
        }
    }

    private static string Text(Expr expression) => expression switch
    {
        Expr.Apply apply => $"{apply.Primitive}{(apply.Exact ? "" : "~")}({string.Join(", ", apply.Arguments)})",
        Expr.Load load => $"{load.Array}[{string.Join(", ", load.Indices)}]",
        Expr.NewScratch scratch => $"scratch [{scratch.Count}]",
        Expr.Row row => $"{row.Matrix}[{row.Number}, ..]",
        Expr.NewArray array => $"new [{string.Join(", ", array.Lengths)}]",
        Expr.Invoke call => $"{call.Callee.Method}({string.Join(", ", call.Arguments)})",
        Expr.Verbatim verbatim => $"`{verbatim.Template}`({string.Join(", ", verbatim.Operands)})",
        _ => expression.ToString(),
    };

    private static string Variables(IEnumerable<Carried> carried) =>
        string.Join(", ", carried.Select(static c => $"{c.Result}({c.Parameter} := {c.Initial})"));

    private static void Line(StringBuilder text, int depth, string line) =>
        text.Append(' ', 2 * depth).Append(line).Append('\n');
}
