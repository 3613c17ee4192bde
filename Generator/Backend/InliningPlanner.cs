using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>
/// Decides which values are printed where they are read. One walk forward: a value that is read once waits until its
/// reader comes, and is taken if moving it there changes nothing and the line does not get too long.
/// </summary>
/// <remarks>
/// Arithmetic is pure and moves freely within its loop. What reads memory or may throw stays in its block and behind
/// every store and every exit. Nothing moves into a loop. Both limits make a sum of ten thousand terms a run of lines.
/// </remarks>
internal sealed partial class InliningPlanner
{
    private const int LineLength = 92;
    private const int MaxOperators = 12;
    private const int UnnamedLength = 9;

    private readonly UseCounts _uses;
    private readonly InliningPlan _plan;
    private readonly Dictionary<int, PendingValue> _pending = [];
    private BlockSummary _block = new();
    private int _depth = 2;
    private int _loop;
    private int _loopCount;
    private int _epoch;
    private int _section;
    private bool _isReverse;

    private InliningPlanner(UseCounts uses)
    {
        _uses = uses;
        _plan = new InliningPlan(uses);
    }

    private ExpressionSize Limit => new(Math.Max(40, LineLength - (4 * _depth)), MaxOperators);

    public static InliningPlan Run(Function function, UseCounts uses)
    {
        InliningPlanner planner = new(uses);
        planner.Visit(function.Body, []);
        return planner._plan;
    }

    /// <summary>Visits a block whose yields go to variables named as <paramref name="targets"/>.</summary>
    private BlockSummary Visit(Block block, EquatableArray<Value> targets)
    {
        BlockSummary outer = _block;
        BlockSummary own = new();
        bool isReverse = _isReverse;
        _block = own;
        _depth++;

        foreach (Statement statement in block.Statements)
        {
            Visit(statement);
        }

        Yield(block.Yields, targets);
        _depth--;
        _isReverse = isReverse;
        _block = outer;
        return own;
    }

    private void Visit(Statement statement)
    {
        switch (statement)
        {
            case Statement.Let let:
                Visit(let);
                return;
            case Statement.Remark remark:
                Visit(remark);
                return;
            case Statement.If branch:
                Visit(branch);
                return;
        }

        _block.Lines++;

        switch (statement)
        {
            case Statement.For loop:
                Visit(loop);
                return;
            case Statement.While loop:
                Visit(loop);
                return;
        }

        Take(Operands.Of(statement));
        _epoch++;
    }

    private void Visit(Statement.Remark remark)
    {
        if (remark.Kind == RemarkKind.Section)
        {
            _section++;
            _isReverse = remark.Text.StartsWith("Reverse", StringComparison.Ordinal);
        }
    }

    private void Visit(Statement.Let let)
    {
        if (_uses.IsDead(let))
        {
            return;
        }

        if (ExprFacts.IsFree(let.Expression, let.Target.Type)
            && (let.Expression is Expr.StaticField || !IsKeptName(let.Target)))
        {
            _plan.Inline(let.Target, let);
            TakeField(let.Expression);
            return;
        }

        if (IsNeighbour(let))
        {
            _plan.Inline(let.Target, let);
            return;
        }

        ExpressionSize size = Own(let) + TakeArguments(let.Expression);
        _block.Lines++;

        if (ExprFacts.HasEffect(let.Expression))
        {
            _epoch += let.Expression is Expr.Pop ? 1 : 0;
        }
        else
        {
            Await(let.Target, let, size, IsPinned(Operands.Of(let.Expression)) || ExprFacts.MayThrow(let.Expression));
        }
    }

    private void Await(Value value, Statement definition, ExpressionSize size, bool isPinned)
    {
        if (_uses[value] != 1)
        {
            return;
        }

        _pending[value.Id] = new PendingValue(value, definition, size)
        {
            Block = _block,
            Loop = _loop,
            Epoch = _epoch,
            Section = _section,
            IsPinned = isPinned,
            IsNamed = IsKeptName(value),
        };
    }

    // i - 1, x.Length - 1: a name would be longer than what it stands for.
    private bool IsNeighbour(Statement.Let let) =>
        _uses[let.Target] > 1 && let.Target.Type == IrType.Int32 && !IsKeptName(let.Target)
        && let.Expression is Expr.Apply apply
        && (apply.Primitive == PrimitiveTable.Add || apply.Primitive == PrimitiveTable.Subtract)
        && apply.Arguments[0] is Value value && apply.Arguments[1] is Constant
        && _plan.Inlined(value) is null or Statement.Let { Expression: Expr.Length };

    // What is selected from is computed before, and must fail before.
    private ExpressionSize TakeArguments(Expr expression) =>
        expression is Expr.Apply { Primitive: { } primitive } select && primitive == PrimitiveTable.Select
            ? Take([select.Arguments[0]]) + Take(select.Arguments.Skip(1), staysPinned: true)
            : Take(Operands.Of(expression));

    // The array of a length is printed with it, wherever that is, if it is but a field's name.
    private void TakeField(Expr expression)
    {
        if (expression is Expr.Length { Array: Value array } && _pending.TryGetValue(array.Id, out PendingValue? pending)
            && pending.Definition is Statement.Let { Expression: Expr.StaticField } && !pending.IsNamed)
        {
            Inline(pending);
        }
    }

    private bool IsKeptName(Value value) =>
        value.Name.Length > 0 && !_isReverse && !value.Name.EndsWith("Bar", StringComparison.Ordinal);

    private bool IsPinned(IEnumerable<Operand> operands) => operands.Any(operand =>
        _plan.Inlined(operand) is { } definition
        && (IsPinned(InliningPlan.Reads(definition))
            || (definition is Statement.Let let && ExprFacts.MayThrow(let.Expression))));

    private static ExpressionSize Own(Statement.Let let) => let.Expression switch
    {
        Expr.Apply { Primitive.Notation: Notation.Binary } => new(3, 1),
        Expr.Apply { Primitive.Notation: Notation.Prefix } => new(1, 1),
        Expr.Apply apply => new(apply.Primitive.Name.Length + 8, 1),
        Expr.StaticField field => new(field.Name.Length, 0),
        Expr.Verbatim verbatim => new(verbatim.Template.Length, 1),
        Expr.Invoke call => new(call.Callee.Method.Length, 1),
        _ => new(3, 0),
    };
}
