using Fluxion.Generator.Analysis;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// References to memory that meet in branches and loops. Their type is made that of an array wherever all that meet are
/// arrays: a record of which one it was cannot hold spans.
/// </summary>
internal sealed class Meetings
{
    private readonly Dictionary<int, Value> _arrays = [];
    private readonly AliasClasses _classes;
    private readonly HashSet<int> _met;

    private Meetings(Function function)
    {
        _classes = AliasClasses.Of(function);
        _met = [.. Of(function).Select(met => _classes[met])];
        _met.ExceptWith(function.Parameters.Select(p => _classes[p.Value]));
        _met.ExceptWith(Blocks.All(function.Body).OfType<Statement.Let>()
            .Where(static let => let.Expression is Expr.Verbatim).Select(let => _classes[let.Target]));
    }

    /// <summary>The vectors that a branch or a loop decides about.</summary>
    public static IEnumerable<Value> Of(Function function) => Blocks.All(function.Body).SelectMany(static statement => statement switch
    {
        Statement.If branch => branch.Results,
        Statement.For loop => loop.Carried.Select(static c => c.Result),
        Statement.While loop => loop.Carried.Select(static c => c.Result),
        _ => (IEnumerable<Value>)[],
    }).Where(static value => value.Type is IrType.Array { Rank: 1, Element: IrType.Scalar });

    // Span<double> s = p ? a : b     →     double[] s = p ? a : b
    public static Function AsArrays(Function function)
    {
        Meetings meetings = new(function);
        return meetings._met.Count == 0 ? function : function with { Body = meetings.Rewrite(function.Body) };
    }

    private Block Rewrite(Block block) => new(block.Statements.Select(Rewrite).ToEquatable(), Operands.Map(block.Yields, Retyped));

    private Statement Rewrite(Statement statement) => statement switch
    {
        Statement.Let let => new Statement.Let(Retyped(let.Target), Operands.Map(let.Expression, Retyped)),
        Statement.If branch => branch with
        {
            Then = Agreeing(Rewrite(branch.Then), branch.Results),
            Else = Agreeing(Rewrite(branch.Else), branch.Results),
            Results = branch.Results.Select(Retyped).ToEquatable(),
        },
        Statement.For loop => loop with { Carried = Rewrite(loop.Carried), Body = Rewrite(loop.Body) },
        Statement.While loop => loop with
        {
            Carried = Rewrite(loop.Carried),
            Condition = Rewrite(loop.Condition),
            Body = Rewrite(loop.Body),
        },
        _ => Operands.Map(statement, Retyped),
    };

    private EquatableArray<Carried> Rewrite(EquatableArray<Carried> carried) => carried.Select(c => new Carried(
        Retyped(c.Parameter), Agreeing(Retyped(c.Initial), c.Parameter), Retyped(c.Result))).ToEquatable();

    private Block Agreeing(Block block, EquatableArray<Value> results) =>
        block with { Yields = block.Yields.Select((yield, i) => Agreeing(yield, results[i])).ToEquatable() };

    /// <summary>What stands for no memory has the type of what it meets.</summary>
    private Operand Agreeing(Operand operand, Value met) =>
        operand is Literal literal ? literal with { LiteralType = Retyped(met).Type } : operand;

    private Operand Retyped(Operand operand) => operand is Value value ? Retyped(value) : operand;

    private Value Retyped(Value value)
    {
        if (value.Type is not IrType.Array { Rank: 1, Kind: not ArrayKind.Array } type || !_met.Contains(_classes[value]))
        {
            return value;
        }

        if (!_arrays.TryGetValue(value.Id, out Value? array))
        {
            array = value with { ValueType = type with { Kind = ArrayKind.Array } };
            _arrays.Add(value.Id, array);
        }

        return array;
    }
}
