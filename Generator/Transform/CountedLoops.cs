using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>Finds the loops whose trips are counted by an integer that nothing else changes, however they are written.</summary>
internal sealed class CountedLoops
{
    private readonly Dictionary<int, Expr> _definitions = [];
    private readonly IrBuilder _builder;

    private CountedLoops(int nextId) => _builder = new IrBuilder(nextId);

    // int i = 0;
    // while (i < n) { …; i = i + 1; }      →      for (int i = 0; i < n; i++) { … }
    public static Function Run(Function function)
    {
        CountedLoops pass = new(function.NextId);
        Block body = pass.Rebuild(function.Body);
        return function with { Body = body, NextId = pass._builder.NextId };
    }

    private Block Rebuild(Block block)
    {
        _builder.Begin();

        foreach (Statement statement in block.Statements)
        {
            if (statement is Statement.Let let)
            {
                _definitions[let.Target.Id] = let.Expression;
            }

            Statement rebuilt = Blocks.MapBlocks(statement, Rebuild);
            _builder.Add(rebuilt is Statement.While loop ? Recognize(loop) : rebuilt);
        }

        return _builder.End([.. block.Yields]);
    }

    private Statement Recognize(Statement.While whole)
    {
        (Statement[] before, Statement.While loop) = Split(whole);
        EquatableArray<Statement> condition = loop.Condition.Statements;

        if (condition.Count == 0
            || condition[condition.Count - 1] is not Statement.Let { Expression: Expr.Apply comparison } test
            || test.Target != loop.Condition.Yields[0]
            || Read(comparison, loop) is not { } counter)
        {
            return whole;
        }

        // Whatever else the condition computes must be needed by the comparison alone, and be the counter's offset.
        int extra = condition.Count - 1 - (counter.Offset == 0 ? 0 : 1);
        Operand? bound = Bound(counter, loop);

        if (extra != 0 || bound is null)
        {
            return whole;
        }

        Array.ForEach(before, _builder.Add);
        return Count(loop, counter, bound);
    }

    /// <summary>Takes out of the condition what is the same each time: it is computed at least once, whatever it throws.</summary>
    private static (Statement[] Before, Statement.While Loop) Split(Statement.While loop)
    {
        HashSet<Operand> inside = [.. loop.Carried.Select(static c => c.Parameter)];
        List<Statement> before = [], rest = [];

        foreach (Statement statement in loop.Condition.Statements)
        {
            bool isSame = statement is Statement.Let let && Effects.IsPure(let.Expression) && !Operands.Of(statement).Any(inside.Contains);
            (isSame ? before : rest).Add(statement);
            inside.UnionWith(isSame ? [] : Blocks.Defined(statement));
        }

        return ([.. before], loop with { Condition = loop.Condition with { Statements = rest.ToEquatable() } });
    }

    private Statement.For Count(Statement.While loop, Counter counter, Operand bound)
    {
        Carried variable = loop.Carried[counter.Position];
        Value index = _builder.Fresh(IrType.Int32, variable.Parameter.Name);
        Block body = Blocks.Substitute(loop.Body, operand => operand == variable.Parameter ? index : operand);
        return new Statement.For(
            loop.Label, index, variable.Initial, counter.Test, bound, counter.Step, loop.Carried, body);
    }

    /// <summary>The bound must not change in the loop; an offset moves to it, <c>i + 1 &lt; n</c> to <c>i &lt; n - 1</c>.</summary>
    private Operand? Bound(Counter counter, Statement.While loop)
    {
        if (IsDefinedIn(counter.Bound, loop))
        {
            return null;
        }

        if (counter.Offset == 0)
        {
            return counter.Bound;
        }

        // Only where the subtraction cannot wrap: a length is never negative.
        bool isLength = counter.Bound is Value value && _definitions.TryGetValue(value.Id, out Expr? bound) && bound is Expr.Length;
        return isLength && counter.Offset > 0
            ? _builder.Exact(IrType.Int32, PrimitiveTable.Subtract, counter.Bound, Constant.Int(counter.Offset))
            : null;
    }

    private static Counter? Read(Expr.Apply comparison, Statement.While loop)
    {
        if (!TryTest(comparison.Primitive, out LoopTest test))
        {
            return null;
        }

        return Read(comparison.Arguments[0], comparison.Arguments[1], test, loop)
            ?? Read(comparison.Arguments[1], comparison.Arguments[0], Mirror(test), loop);
    }

    private static Counter? Read(Operand tested, Operand bound, LoopTest test, Statement.While loop)
    {
        (Operand variable, int offset) = SplitOffset(tested, loop.Condition);
        int position = loop.Carried.Select(static c => c.Parameter).ToList().FindIndex(p => p == variable);

        if (position < 0 || variable.Type != IrType.Int32)
        {
            return null;
        }

        (Operand previous, int step) = SplitOffset(loop.Body.Yields[position], loop.Body);
        bool isUpward = test is LoopTest.Less or LoopTest.LessOrEqual;
        return previous == variable && (isUpward ? step > 0 : step < 0)
            ? new Counter(position, offset, test, bound, step)
            : null;
    }

    /// <summary>Takes <c>v + constant</c> apart.</summary>
    private static (Operand Variable, int Offset) SplitOffset(Operand operand, Block block)
    {
        Expr? definition = block.Statements.OfType<Statement.Let>()
            .FirstOrDefault(let => let.Target == operand)?.Expression;

        if (definition is not Expr.Apply { Arguments: { Count: 2 } arguments } apply
            || arguments[1] is not Constant { Kind: ScalarKind.Int32, Bits: > -(1 << 20) and < (1 << 20) } offset)
        {
            return (operand, 0);
        }

        return apply.Primitive.Name switch
        {
            "+" => (arguments[0], (int)offset.Bits),
            "-" => (arguments[0], -(int)offset.Bits),
            _ => (operand, 0),
        };
    }

    private static bool IsDefinedIn(Operand operand, Statement.While loop) =>
        operand is Value
        && (loop.Carried.Any(c => c.Parameter == operand)
            || loop.Condition.Statements.OfType<Statement.Let>().Any(let => let.Target == operand));

    private static bool TryTest(Primitive primitive, out LoopTest test)
    {
        test = primitive.Name switch
        {
            "<" => LoopTest.Less,
            "<=" => LoopTest.LessOrEqual,
            ">" => LoopTest.Greater,
            _ => LoopTest.GreaterOrEqual,
        };
        return primitive.Name is "<" or "<=" or ">" or ">=";
    }

    private static LoopTest Mirror(LoopTest test) => test switch
    {
        LoopTest.Less => LoopTest.Greater,
        LoopTest.LessOrEqual => LoopTest.GreaterOrEqual,
        LoopTest.Greater => LoopTest.Less,
        _ => LoopTest.LessOrEqual,
    };

    private sealed record Counter(int Position, int Offset, LoopTest Test, Operand Bound, int Step);
}
