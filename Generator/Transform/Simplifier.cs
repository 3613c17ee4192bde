using Fluxion.Generator.Analysis;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// One pass over the function in the order it runs: folds constants, applies <see cref="Algebra"/>, shares common
/// subexpressions (a table of the expressions in scope) and lifts what a loop does not change out of it.
/// </summary>
internal sealed class Simplifier
{
    private const int MaximumRounds = 8;

    private readonly IrBuilder _builder;
    private readonly Dictionary<int, Operand> _replacements = [];
    private readonly Dictionary<int, Scope> _scopes = [];
    private readonly Dictionary<int, Expr> _definitions = [];
    private readonly List<Scope> _open = [];
    private readonly Algebra _algebra;
    private readonly AliasClasses _classes;
    private readonly Dictionary<int, Statement.For> _indices = [];

    private Simplifier(Function function)
    {
        _builder = new IrBuilder(function.NextId);
        _algebra = new Algebra(Definition, Emit);
        _classes = AliasClasses.Of(function);
    }

    /// <summary>Simplifies until nothing changes; a bound keeps the time linear.</summary>
    public static Function Run(Function function) => Run(function, DeadCode.Run);

    /// <summary>The same for the user's method, of which what may throw stays.</summary>
    public static Function RunOnMethod(Function function) => Run(function, DeadCode.RunOnMethod);

    private static Function Run(Function function, Func<Function, Function> sweep)
    {
        for (int round = 0; round < MaximumRounds; round++)
        {
            Simplifier simplifier = new(function);
            Block body = simplifier.Rebuild(function.Body, isLoop: false);
            Function simpler = sweep(function with { Body = body, NextId = simplifier._builder.NextId });

            if (simpler.Body == function.Body)
            {
                return simpler;
            }

            function = simpler;
        }

        return function;
    }

    private Block Rebuild(Block block, bool isLoop, params Value[] parameters)
    {
        Scope scope = new(_open.Count, isLoop);
        _open.Add(scope);
        _builder.Begin();

        foreach (Value parameter in parameters)
        {
            _scopes[parameter.Id] = scope;
        }

        foreach (Statement statement in block.Statements)
        {
            Visit(statement);
        }

        Block rebuilt = _builder.End([.. block.Yields.Select(Resolve)]);
        _open.RemoveAt(_open.Count - 1);
        scope.IsClosed = true;
        return rebuilt;
    }

    private void Visit(Statement statement)
    {
        switch (statement)
        {
            case Statement.Let let:
                Operand simpler = Emit(let.Target.Type, Operands.Map(let.Expression, Resolve), let.Target);

                if (!ReferenceEquals(simpler, let.Target))
                {
                    _replacements[let.Target.Id] = simpler;
                }

                break;
            case Statement.If branch:
                Visit(branch);
                break;
            case Statement.For loop:
                Visit(loop);
                break;
            case Statement.While loop:
                Visit(loop);
                break;
            default:
                ForgetLoads(statement);
                Statement resolved = Operands.Map(statement, Resolve);
                _builder.Add(resolved);
                Define(Blocks.Defined(statement));
                Remember(resolved);
                break;
        }
    }

    /// <summary>What has been stored need not be read again.</summary>
    private void Remember(Statement statement)
    {
        if (statement is Statement.Store { Value: Value { Type: IrType.Scalar } value } store
            && value.Type == ((IrType.Array)store.Array.Type).Element)
        {
            _open[_open.Count - 1].Loads[new Expr.Load(store.Array, store.Indices)] = value;
        }
    }

    /// <summary>Loads of memory that a statement writes to are not shared beyond it.</summary>
    private void ForgetLoads(Statement statement)
    {
        if (statement is Statement.Remark or Statement.Throw || _open.All(static s => s.Loads.Count == 0))
        {
            return;
        }

        MemoryEffects effects = MemoryEffects.Of([statement], _classes);

        foreach (Scope scope in _open)
        {
            foreach (Expr.Load load in scope.Loads.Keys.ToArray())
            {
                int root = _classes[load.Array];

                if (effects.Writes.Contains(root) || effects.Accumulates.Contains(root))
                {
                    scope.Loads.Remove(load);
                }
            }
        }
    }

    private void Visit(Statement.If branch)
    {
        Operand condition = Resolve(branch.Condition);

        if (condition is Constant known)
        {
            Splice(known.IsZero ? branch.Else : branch.Then, branch.Results);
            return;
        }

        if (Definition(condition) is Expr.Apply { Primitive.Name: "!" } not)
        {
            condition = not.Arguments[0];
            branch = branch with { Then = branch.Else, Else = branch.Then };
        }

        Block then = Rebuild(branch.Then, isLoop: false);
        Block otherwise = Rebuild(branch.Else, isLoop: false);
        AddIf(branch, condition, then, otherwise);
    }

    private void AddIf(Statement.If branch, Operand condition, Block then, Block otherwise)
    {
        bool[] keep = new bool[branch.Results.Count];

        for (int i = 0; i < keep.Length; i++)
        {
            keep[i] = !TryReplaceResult(branch.Results[i], condition, then.Yields[i], otherwise.Yields[i]);
        }

        _builder.Add(new Statement.If(
            branch.Label, condition, Keep(then, keep), Keep(otherwise, keep),
            branch.Results.Where((_, i) => keep[i]).ToEquatable()));
        Define(branch.Results);
    }

    /// <summary>A result that both arms agree on, or that repeats the condition, is not a result.</summary>
    private bool TryReplaceResult(Value result, Operand condition, Operand then, Operand otherwise)
    {
        Operand? known = then == otherwise ? then
            : then == Constant.True && otherwise == Constant.False ? condition
            : null;

        if (known is null)
        {
            return false;
        }

        _replacements[result.Id] = known;
        return true;
    }

    private void Splice(Block arm, EquatableArray<Value> results)
    {
        foreach (Statement statement in arm.Statements)
        {
            Visit(statement);
        }

        for (int i = 0; i < results.Count; i++)
        {
            _replacements[results[i].Id] = Resolve(arm.Yields[i]);
        }
    }

    private void Visit(Statement.For loop)
    {
        ForgetLoads(loop);
        bool[] keep = ReplaceInvariant(loop.Carried, loop.Body);
        EquatableArray<Carried> carried = Keep(loop.Carried, keep);
        Operand start = Resolve(loop.Start);
        Operand bound = Resolve(loop.Bound);
        _indices[loop.Index.Id] = loop with { Start = start, Bound = bound };
        Block body = Rebuild(Keep(loop.Body, keep), isLoop: true, [loop.Index, .. carried.Select(static c => c.Parameter)]);
        _builder.Add(loop with { Start = start, Bound = bound, Carried = carried, Body = body });
        Define(carried.Select(static c => c.Result));
    }

    private void Visit(Statement.While loop)
    {
        ForgetLoads(loop);
        bool[] keep = ReplaceInvariant(loop.Carried, loop.Body);
        EquatableArray<Carried> carried = Keep(loop.Carried, keep);
        Value[] parameters = [.. carried.Select(static c => c.Parameter)];
        Block condition = Rebuild(loop.Condition, isLoop: true, parameters);
        Block body = Rebuild(Keep(loop.Body, keep), isLoop: true, parameters);
        _builder.Add(loop with { Carried = carried, Condition = condition, Body = body });
        Define(carried.Select(static c => c.Result));
    }

    /// <summary>Variables that every iteration hands on as they are, or sets to what they were at first, do not vary.</summary>
    private bool[] ReplaceInvariant(EquatableArray<Carried> carried, Block body)
    {
        bool[] keep = new bool[carried.Count];

        for (int i = 0; i < keep.Length; i++)
        {
            Operand next = Resolve(body.Yields[i]);
            keep[i] = next != carried[i].Parameter && next != Resolve(carried[i].Initial);

            if (!keep[i])
            {
                _replacements[carried[i].Parameter.Id] = Resolve(carried[i].Initial);
                _replacements[carried[i].Result.Id] = Resolve(carried[i].Initial);
            }
        }

        return keep;
    }

    private EquatableArray<Carried> Keep(EquatableArray<Carried> carried, bool[] keep) => carried
        .Where((_, i) => keep[i])
        .Select(c => c with { Initial = Resolve(c.Initial) })
        .ToEquatable();

    private static Block Keep(Block block, bool[] keep) =>
        block with { Yields = block.Yields.Where((_, i) => keep[i]).ToEquatable() };

    private Operand Emit(IrType type, Expr expression) => Emit(type, expression, target: null);

    /// <summary>The operand that holds an expression: a simpler one, one computed before, or a new value.</summary>
    private Operand Emit(IrType type, Expr expression, Value? target)
    {
        if (expression is Expr.Apply apply && (_algebra.Simplify(apply, type) ?? IndexFacts.Decide(apply, _indices)) is { } simpler)
        {
            return simpler;
        }

        if (expression is Expr.Load load)
        {
            return EmitLoad(type, load, target);
        }

        if (!Effects.IsPure(expression))
        {
            return Add(target ?? _builder.Fresh(type), expression, _open[_open.Count - 1]);
        }

        ExpressionKey key = new(expression is Expr.Apply { Exact: false } relaxed ? relaxed with { Exact = true } : expression, type);

        for (int level = _open.Count - 1; level >= 0; level--)
        {
            if (_open[level].Expressions.TryGetValue(key, out Value? shared))
            {
                return shared;
            }
        }

        Scope scope = Home(expression, type);
        Value value = target ?? _builder.Fresh(type);
        scope.Expressions[key] = value;
        return Add(value, expression, scope);
    }

    private Value EmitLoad(IrType type, Expr.Load load, Value? target)
    {
        Scope scope = _open[_open.Count - 1];

        foreach (Scope outer in _open)
        {
            if (outer.Loads.TryGetValue(load, out Value? shared))
            {
                return shared;
            }
        }

        Value value = target ?? _builder.Fresh(type);
        scope.Loads[load] = value;
        return Add(value, load, scope);
    }

    private Value Add(Value target, Expr expression, Scope scope)
    {
        _builder.AddAt(scope.Level + 1, new Statement.Let(target, expression));
        _scopes[target.Id] = scope;
        _definitions[target.Id] = expression;
        return target;
    }

    /// <summary>The outermost block an expression can be computed in: loops are left while nothing in them is read.</summary>
    private Scope Home(Expr expression, IrType type)
    {
        int level = _open.Count - 1;

        if (Effects.CanThrow(expression, type))
        {
            return _open[level];
        }

        int needed = Operands.Of(expression).Select(Level).DefaultIfEmpty(0).Max();

        while (level > needed && _open[level].IsLoop)
        {
            level--;
        }

        return _open[level];
    }

    private int Level(Operand operand)
    {
        if (operand is not Value value)
        {
            return 0;
        }

        // Parameters of the function have no scope; a value of a closed block (a forward sweep's, before it is
        // recorded) stays where it is read.
        return !_scopes.TryGetValue(value.Id, out Scope? scope) ? 0
            : scope.IsClosed ? _open.Count - 1
            : scope.Level;
    }

    private Expr? Definition(Operand operand) =>
        operand is Value value && _definitions.TryGetValue(value.Id, out Expr? expression) ? expression : null;

    private void Define(IEnumerable<Value> values)
    {
        foreach (Value value in values)
        {
            _scopes[value.Id] = _open[_open.Count - 1];
        }
    }

    private Operand Resolve(Operand operand)
    {
        while (operand is Value value && _replacements.TryGetValue(value.Id, out Operand? replacement))
        {
            operand = replacement;
        }

        return operand;
    }

    private sealed record ExpressionKey(Expr Expression, IrType Type);

    private sealed class Scope(int level, bool isLoop)
    {
        public Dictionary<ExpressionKey, Value> Expressions { get; } = [];

        /// <summary>What has been read from memory that nothing has written to since.</summary>
        public Dictionary<Expr.Load, Value> Loads { get; } = [];

        public int Level { get; } = level;

        public bool IsLoop { get; } = isLoop;

        public bool IsClosed { get; set; }
    }
}
