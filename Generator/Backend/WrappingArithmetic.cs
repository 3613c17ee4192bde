using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>
/// Integer arithmetic that may rely on wrapping around. A project can check all arithmetic for overflow by default; what
/// the user's method leaves unchecked must stay so in generated code. Counting and computing indices are left out: where
/// they overflow, the user's method has failed before.
/// </summary>
internal sealed class WrappingArithmetic
{
    private const long SmallStep = 1 << 16;

    private readonly HashSet<int> _counters = [];
    private readonly HashSet<int> _computed = [];
    private readonly HashSet<int> _needed = [];

    private WrappingArithmetic()
    {
    }

    public static WrappingArithmetic Of(Function function)
    {
        WrappingArithmetic wrapping = new();
        wrapping.FindCounters(function.Body);
        wrapping.FindNeeds(function.Body);
        return wrapping;
    }

    public bool Contains(Value value) => _computed.Contains(value.Id) && _needed.Contains(value.Id);

    private void FindCounters(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Statement.Let let:
                    Classify(let);
                    break;
                case Statement.If branch:
                    FindCounters(branch.Then);
                    FindCounters(branch.Else);
                    break;
                case Statement.For loop:
                    _counters.Add(loop.Index.Id);
                    FindCounters(loop.Carried, loop.Body);
                    break;
                case Statement.While loop:
                    FindCounters(loop.Carried, loop.Body);
                    FindCounters(loop.Condition);
                    break;
            }
        }
    }

    private void FindCounters(EquatableArray<Carried> carried, Block body)
    {
        Dictionary<int, Expr> steps = body.Statements.OfType<Statement.Let>()
            .Where(static let => let.Target.Type.IsInteger)
            .ToDictionary(static let => let.Target.Id, static let => let.Expression);

        for (int i = 0; i < carried.Count; i++)
        {
            Value parameter = carried[i].Parameter;

            if (body.Yields[i] is Value next && steps.TryGetValue(next.Id, out Expr step) && StepsFrom(step) == parameter)
            {
                _counters.Add(parameter.Id);
                _counters.Add(carried[i].Result.Id);
            }
        }

        FindCounters(body);
    }

    private void Classify(Statement.Let let)
    {
        if (let.Expression is Expr.Length || (StepsFrom(let.Expression) is { } from && _counters.Contains(from.Id)))
        {
            _counters.Add(let.Target.Id);
        }
        else if (let.Target.Type.IsInteger && IsArithmetic(let.Expression))
        {
            _computed.Add(let.Target.Id);
        }
    }

    // x + 1 → x
    private static Value? StepsFrom(Expr expression) =>
        expression is Expr.Apply apply
        && (apply.Primitive == PrimitiveTable.Add || apply.Primitive == PrimitiveTable.Subtract)
        && apply.Arguments[0] is Value value
        && apply.Arguments[1] is Constant { IsFloating: false, Bits: > -SmallStep and < SmallStep }
            ? value
            : null;

    private static bool IsArithmetic(Expr expression) =>
        expression is Expr.Apply apply
        && (apply.Primitive == PrimitiveTable.Add || apply.Primitive == PrimitiveTable.Subtract
            || apply.Primitive == PrimitiveTable.Multiply || apply.Primitive == PrimitiveTable.Negate);

    // Backwards: arithmetic that only other arithmetic reads matters if that does.
    private void FindNeeds(Block block)
    {
        Need(block.Yields);

        for (int i = block.Statements.Count - 1; i >= 0; i--)
        {
            FindNeeds(block.Statements[i]);
        }
    }

    private void FindNeeds(Statement statement)
    {
        switch (statement)
        {
            case Statement.Let { Expression: Expr.Load or Expr.NewArray or Expr.NewScratch or Expr.NewRecord }:
                break;
            case Statement.Let let when !_computed.Contains(let.Target.Id) || _needed.Contains(let.Target.Id):
                Need(Operands.Of(let.Expression));
                break;
            case Statement.Store store:
                Need([store.Value]);
                break;
            case Statement.Accumulate update:
                Need([update.Value]);
                break;
            case Statement.If branch:
                FindNeeds(branch.Else);
                FindNeeds(branch.Then);
                Need([branch.Condition]);
                break;
            case Statement.For loop:
                FindNeeds(loop.Body);
                Need(loop.Carried.Select(static c => c.Initial));
                break;
            case Statement.While loop:
                FindNeeds(loop.Body);
                FindNeeds(loop.Condition);
                Need(loop.Carried.Select(static c => c.Initial));
                break;
            case Statement.Let:
                break;
            default:
                Need(Operands.Of(statement));
                break;
        }
    }

    private void Need(IEnumerable<Operand> operands)
    {
        foreach (Operand operand in operands)
        {
            if (operand is Value { Type.IsInteger: true } value)
            {
                _needed.Add(value.Id);
            }
        }
    }
}
