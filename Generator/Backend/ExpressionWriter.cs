using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>
/// Writes the expressions of a function, those of inlined values inside those of their readers, with the fewest
/// parentheses that keep the order of operations.
/// </summary>
internal sealed partial class ExpressionWriter(
    CSharpNames names, InliningPlan inlining, VariablePlan variables, WrappingArithmetic wrapping)
{
    private bool _isUnchecked;

    /// <summary>The variable that holds the tape.</summary>
    public string Tape { get; set; } = "tape";

    /// <summary>The text of an operand where any expression may stand.</summary>
    public string Write(Operand operand) => Text(operand).Code;

    /// <summary>The text of the right-hand side of an assignment, where numbers widen by themselves.</summary>
    public string WriteWidened(Operand operand) =>
        inlining.Inlined(operand) is { } definition ? WriteWidened(definition) : Write(operand);

    /// <summary>The text of a definition's right-hand side.</summary>
    public string WriteWidened(Statement definition) =>
        definition is Statement.Let { Expression: Expr.Apply apply } let && apply.Primitive == PrimitiveTable.Convert
        && Widens(apply.Arguments[0].Type, let.Target.Type)
            ? Write(apply.Arguments[0])
            : Text(definition).Code;

    /// <summary>The text of the condition under which the other arm runs.</summary>
    public string WriteNegated(Operand condition)
    {
        // !(a < b) is not a >= b when one of them is NaN.
        return inlining.Inlined(condition) is Statement.Let { Expression: Expr.Apply apply }
            && apply.Primitive == PrimitiveTable.Not
                ? Write(apply.Arguments[0])
                : "!" + Text(condition).At(Precedence.Unary);
    }

    public string Element(Operand array, EquatableArray<Operand> indices) =>
        Text(array).At(Precedence.Primary) + "[" + List(indices) + "]";

    public string List(IEnumerable<Operand> operands) => string.Join(", ", operands.Select(Write));

    /// <summary>A C# template with operands in the places of <c>{0}</c>, <c>{1}</c> ….</summary>
    private static readonly System.Text.RegularExpressions.Regex Places = new(@"\{(\d+)\}");

    public string Fill(string template, EquatableArray<Operand> operands)
    {
        // In one pass: what is put in may have braces itself.
        return Places.Replace(template, place =>
            int.TryParse(place.Groups[1].Value, out int i) && i < operands.Count
                ? Text(operands[i]).At(Precedence.Primary)
                : place.Value);
    }

    public Text Text(Operand operand)
    {
        if (inlining.Inlined(operand) is { } definition)
        {
            return Text(definition);
        }

        return operand switch
        {
            Constant constant => Literal(constant),
            Literal literal => new Text(literal.Text, Precedence.Primary),
            _ => new Text(variables[(Value)operand].Name, Precedence.Primary),
        };
    }

    private static Text Literal(Constant constant)
    {
        string code = LiteralFormatter.Format(constant);
        return new Text(code, code[0] is '-' or '(' ? Precedence.Unary : Precedence.Primary);
    }

    private Text Text(Statement definition) => definition is Statement.If branch
        ? Conditional(branch.Condition, branch.Then.Yields[0], branch.Else.Yields[0])
        : Text((Statement.Let)definition);

    private Text Text(Statement.Let let)
    {
        if (_isUnchecked || !wrapping.Contains(let.Target))
        {
            return Text(let.Target.Type, let.Expression);
        }

        _isUnchecked = true;
        Text text = new("unchecked(" + Text(let.Target.Type, let.Expression).Code + ")", Precedence.Primary);
        _isUnchecked = false;
        return text;
    }

    private Text Text(IrType type, Expr expression) => expression switch
    {
        Expr.Apply apply => Apply(type, apply),
        Expr.Length length => Length(length),
        Expr.StaticField field => new Text(names.Field(field.Name), Precedence.Primary),
        Expr.Lanes lanes => Text(type, lanes),
        Expr.Load load when type is IrType.Vector && Element(load.Array.Type) is not IrType.Vector => new Text(LoadLanes(load.Array, load.Indices), Precedence.Primary),
        Expr.Load load => new Text(Element(load.Array, load.Indices), Precedence.Primary),
        Expr.Row row => new Text($"{names.Lanes}.Row({Write(row.Matrix)}, {Write(row.Number)})", Precedence.Primary),
        Expr.Pop { Stack.Type: IrType.Records } pop =>
            new Text($"{Write(pop.Stack)}.Pop<{names.Type(type)}>()", Precedence.Primary),
        Expr.Pop pop => new Text(Write(pop.Stack) + ".Pop()", Precedence.Primary),
        Expr.Verbatim verbatim => Verbatim(verbatim),
        Expr.Invoke call => new Text(names.Field(call.Callee.Method) + "(" + List(call.Arguments) + ")", Precedence.Primary),
        _ => new Text(Allocation(type, expression), Precedence.Primary),
    };

    private Text Length(Expr.Length length)
    {
        string array = Text(length.Array).At(Precedence.Primary);
        bool hasDimensions = length.Array.Type is IrType.Array { Rank: > 1 };
        string member = hasDimensions ? $".GetLength({LiteralFormatter.FormatInteger(length.Dimension)})" : ".Length";
        return new Text(array + member, Precedence.Primary);
    }

    private Text Verbatim(Expr.Verbatim verbatim)
    {
        string code = Fill(verbatim.Template, verbatim.Operands);
        return new Text(code, HoldsTogether(code) ? Precedence.Primary : Precedence.Lowest);
    }

    // A name, a call, an indexer: nothing outside its brackets that could bind to what comes next.
    private static bool HoldsTogether(string code)
    {
        int depth = 0;

        foreach (char c in code)
        {
            depth += c is '(' or '[' ? 1 : c is ')' or ']' ? -1 : 0;

            if (depth == 0 && !(char.IsLetterOrDigit(c) || c is '.' or '_' or ':' or '@' or ')' or ']'))
            {
                return false;
            }
        }

        return code.Length > 0 && code[0] != '(';
    }

    private string Allocation(IrType type, Expr expression) => expression switch
    {
        Expr.NewArray { Lengths.Count: 2 } array => Tape + ".Matrix<" + names.Type(Element(type)) + ">(" + List(array.Lengths) + ")",
        Expr.NewArray { Lengths.Count: > 2 } array =>
            "new " + names.Type(Element(type)) + "[" + List(array.Lengths) + "]",
        Expr.NewArray array => Tape + ".Array<" + names.Type(Element(type)) + ">(" + List(array.Lengths) + ")",
        Expr.NewScratch scratch => Tape + ".Scratch<" + names.Type(Element(type)) + ">(" + Write(scratch.Count) + ")",
        Expr.CopyOf { Array.Type: IrType.Array { Rank: > 2 } } copy =>
            "(" + names.Type(type) + ")" + Text(copy.Array).At(Precedence.Primary) + ".Clone()",
        Expr.CopyOf copy => Tape + ".Copy<" + names.Type(Element(type)) + ">(" + Write(copy.Array) + ")",
        Expr.NewRecord record => Tape + ".Raw<" + names.Type(Element(type)) + ">(" + Write(record.Count) + ")",
        Expr.NewStack when type is IrType.Records => Tape + ".Records()",
        Expr.NewStack => Tape + ".Stack<" + names.Type(((IrType.Stack)type).Element) + ">()",
        _ => throw new InvalidOperationException($"No C# expression for {expression.GetType().Name}."),
    };

    private static IrType Element(IrType type) => ((IrType.Array)type).Element;
}
