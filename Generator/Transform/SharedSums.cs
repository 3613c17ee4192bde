using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Takes a sum that the reverse sweep would form again from the forward sweep; and where the sum divides what it is
/// multiplied by, nothing is left of either. So the shift by the maximum in a logarithm of a sum of exponentials, of which
/// the result does not depend, gets an adjoint of exactly zero, and a loop that would only pass a zero on is left out.
/// </summary>
internal sealed class SharedSums
{
    private readonly OpenDerivative _derivative;
    private readonly Dictionary<int, Statement.For> _loops = [];
    private readonly Dictionary<int, Expr> _definitions = [];
    private readonly Dictionary<int, Operand> _replacements = [];
    private readonly HashSet<int> _sums = [];
    private readonly HashSet<int> _cancelled = [];
    private readonly IrBuilder _builder;

    private SharedSums(OpenDerivative derivative)
    {
        _derivative = derivative;
        _builder = new IrBuilder(derivative.Function.NextId);

        foreach (Statement statement in Blocks.All(derivative.Function.Body))
        {
            if (statement is Statement.For loop)
            {
                _loops[loop.Label] = loop;
            }
            else if (statement is Statement.Let let)
            {
                _definitions[let.Target.Id] = let.Expression;
            }
        }
    }

    // for (…) { s += e; }                               for (…) { s += e; }
    // for (…) { t += e; x[i] += (c / s) * e; }    →     for (…) { x[i] += (c / s) * e; }
    // y = 1 - (c / s) * t;                              y = 1 - c;
    public static OpenDerivative Run(OpenDerivative derivative)
    {
        SharedSums pass = new(derivative);

        foreach (Statement.For loop in pass._loops.Values.OrderBy(static l => l.Label))
        {
            pass.Share(loop);
        }

        if (pass._replacements.Count == 0)
        {
            return derivative;
        }

        Block body = pass.Rebuild(derivative.Function.Body);
        return derivative with { Function = derivative.Function with { Body = body, NextId = pass._builder.NextId } };
    }

    private void Share(Statement.For reverse)
    {
        if (!_derivative.Mirrors.TryGetValue(reverse.Label, out Mirror? mirror)
            || !_loops.TryGetValue(mirror.Label, out Statement.For? forward))
        {
            return;
        }

        Accumulators sums = Accumulators.Of(reverse);

        for (int i = 0; i < reverse.Carried.Count; i++)
        {
            if (reverse.Carried[i].Initial is Constant { IsZero: true }
                && sums.TermOf(i) is { IsSubtracted: false, Operand: Value term } && SumOf(forward, term) is { } sum)
            {
                _replacements[reverse.Carried[i].Result.Id] = sum;
                _sums.Add(sum.Id);
            }
        }
    }

    /// <summary>The forward loop's own sum, from zero, of the same term.</summary>
    private Value? SumOf(Statement.For forward, Value term)
    {
        for (int i = 0; i < forward.Carried.Count; i++)
        {
            Carried carried = forward.Carried[i];

            if (carried.Initial is Constant { IsZero: true } && carried.Result.Type == term.Type
                && forward.Body.Statements.Any(s => s is Statement.Let { Target: var t } && t == term)
                && Find(forward.Body.Yields[i], PrimitiveTable.Add) is { Arguments: var terms }
                && ((terms[0] == carried.Parameter && terms[1] == term) || (terms[1] == carried.Parameter && terms[0] == term)))
            {
                return carried.Result;
            }
        }

        return null;
    }

    private Block Rebuild(Block block)
    {
        _builder.Begin();

        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Statement.Let let:
                    Rebuild(let);
                    break;
                case Statement.For loop when _derivative.Mirrors.ContainsKey(loop.Label) && PassesZeroOn(loop) is { } adjoint:
                    Skip(Resolve(loop), Resolve(adjoint));
                    break;
                default:
                    _builder.Add(Resolve(Blocks.MapBlocks(statement, Rebuild)));
                    break;
            }
        }

        return _builder.End([.. block.Yields.Select(Resolve)]);
    }

    private void Rebuild(Statement.Let let)
    {
        Expr expression = Operands.Map(let.Expression, Resolve);
        _builder.Add(new Statement.Let(let.Target, expression));
        _definitions[let.Target.Id] = expression;

        if (expression is Expr.Apply { Exact: false } apply)
        {
            if (apply.Primitive == PrimitiveTable.Multiply
                && (Dividend(apply.Arguments[0], apply.Arguments[1]) ?? Dividend(apply.Arguments[1], apply.Arguments[0])) is { } dividend)
            {
                _replacements[let.Target.Id] = dividend;
                _cancelled.Add(let.Target.Id);
            }
            else if (Operands.Of(let.Expression).Any(IsCancelled) && IsLinear(apply.Primitive))
            {
                _cancelled.Add(let.Target.Id);
            }
        }
    }

    /// <summary>What a quotient by the sum is of: <c>c / s</c>, or nothing where <c>c</c> is nothing.</summary>
    private Operand? Dividend(Operand quotient, Operand sum)
    {
        if (sum is not Value value || !_sums.Contains(value.Id))
        {
            return null;
        }

        if (Find(quotient, PrimitiveTable.Select) is { } select && select.Arguments[1] is Constant { IsZero: true }
            && Find(select.Arguments[0], PrimitiveTable.Equal) is { } test && test.Arguments[1] is Constant { IsZero: true }
            && Find(select.Arguments[2], PrimitiveTable.Divide) is { } guarded && guarded.Arguments[0] == test.Arguments[0])
        {
            quotient = select.Arguments[2];
        }

        return Find(quotient, PrimitiveTable.Divide) is { Exact: false } division && division.Arguments[1] == sum
            ? division.Arguments[0]
            : null;
    }

    private bool IsCancelled(Operand operand) => operand is Value value && _cancelled.Contains(value.Id);

    private static bool IsLinear(Primitive primitive) =>
        primitive == PrimitiveTable.Add || primitive == PrimitiveTable.Subtract || primitive == PrimitiveTable.Negate
        || primitive == PrimitiveTable.Select;

    /// <summary>The one adjoint that a loop passes on, if it is what is left of a cancelled sum and all the loop does is a multiple of it.</summary>
    private Operand? PassesZeroOn(Statement.For loop)
    {
        Carried[] adjoints = [.. loop.Carried.Where(static c => c.Initial is not Constant { IsZero: true })];
        return adjoints.Length == 1 && IsCancelled(adjoints[0].Initial) && IsMultipleOf(adjoints[0].Parameter, loop)
            ? adjoints[0].Initial
            : null;
    }

    private static bool IsMultipleOf(Value adjoint, Statement.For loop)
    {
        HashSet<int> multiples = [adjoint.Id, .. loop.Carried.Select(static c => c.Parameter.Id)];

        foreach (Statement statement in loop.Body.Statements)
        {
            switch (statement)
            {
                case Statement.Let { Expression: Expr.Apply apply, Target: var target }:
                    if (IsMultiple(apply, multiples))
                    {
                        multiples.Add(target.Id);
                    }

                    break;
                case Statement.Accumulate update when IsIn(update.Value, multiples):
                case Statement.Remark:
                case Statement.Let { Expression: Expr.Load or Expr.Length }:
                    break;
                default:
                    return false;
            }
        }

        return loop.Body.Yields.All(y => IsIn(y, multiples));
    }

    private static bool IsMultiple(Expr.Apply apply, HashSet<int> multiples)
    {
        Primitive primitive = apply.Primitive;
        return primitive == PrimitiveTable.Multiply ? apply.Arguments.Any(a => IsIn(a, multiples))
            : primitive == PrimitiveTable.Divide ? IsIn(apply.Arguments[0], multiples)
            : primitive == PrimitiveTable.Select ? apply.Arguments.Skip(1).All(a => IsIn(a, multiples))
            : (primitive == PrimitiveTable.Add || primitive == PrimitiveTable.Subtract || primitive == PrimitiveTable.Negate)
                && apply.Arguments.All(a => IsIn(a, multiples));
    }

    private static bool IsIn(Operand operand, HashSet<int> multiples) =>
        operand is Constant { IsZero: true } || (operand is Value value && multiples.Contains(value.Id));

    private void Skip(Statement loop, Operand adjoint)
    {
        Statement.For mirror = (Statement.For)loop;
        Value isSomething = _builder.Relaxed(IrType.Boolean, PrimitiveTable.NotEqual, adjoint, Constant.Zero(adjoint.Type));
        Value[] results = [.. mirror.Carried.Select(static c => c.Result)];
        Carried[] carried = [.. mirror.Carried.Select(c => c with { Result = _builder.Fresh(c.Result.Type, c.Result.Name) })];
        _builder.Begin();
        _builder.Add(mirror with { Carried = carried.ToEquatable() });
        Block then = _builder.End([.. carried.Select(static c => c.Result)]);
        Block otherwise = new([], carried.Select(static c => c.Initial).ToEquatable());
        _builder.Add(new Statement.If(_builder.Label(), isSomething, then, otherwise, results.ToEquatable()));
    }

    private Expr.Apply? Find(Operand operand, Primitive primitive) =>
        operand is Value value && _definitions.TryGetValue(value.Id, out Expr? expression)
        && expression is Expr.Apply apply && apply.Primitive == primitive ? apply : null;

    private Statement Resolve(Statement statement) => Blocks.Substitute(statement, Resolve);

    private Operand Resolve(Operand operand)
    {
        while (operand is Value value && _replacements.TryGetValue(value.Id, out Operand? known))
        {
            operand = known;
        }

        return operand;
    }
}
