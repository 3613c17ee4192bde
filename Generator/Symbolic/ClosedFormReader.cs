using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Fluxion.Generator.Transform;

namespace Fluxion.Generator.Symbolic;

/// <summary>
/// Reads a function as formulas by running it on terms: a branch is a choice of terms, a counted loop that adds to a
/// variable is a sum over its index. What has no formula becomes a gap, which matters only if the result depends on it.
/// </summary>
/// <remarks>
/// The reverse sweep of an open derivative names values of the forward sweep. They are formulas over the index of the loop
/// they were computed in, and loops at the same depth have the same index, so they say what they should in the mirror.
/// </remarks>
internal sealed partial class ClosedFormReader
{
    // Reading costs a little per statement; nobody reads the formula of a function this long.
    private const int LongestFunction = 3000;

    private readonly Dictionary<int, Term> _values = [];
    private readonly AliasClasses _classes;
    private readonly HashSet<int> _written;
    private readonly List<Scope> _scopes = [];
    private readonly Terms _terms;
    private int _depth;

    private ClosedFormReader(Function function, IReadOnlyList<string> parameters, Terms terms)
    {
        _terms = terms;
        _work = NoWork();
        _classes = AliasClasses.Of(function);
        _written = [.. Blocks.All(function.Body).SelectMany(Effects.ArraysWrittenBy).Select(array => _classes[array])];

        for (int i = 0; i < parameters.Count; i++)
        {
            Value value = function.Parameters[i].Value;
            _values[value.Id] = IsWritten(value)
                ? terms.Missing(value.Type, value.Name, "is an array that the method writes to")
                : terms.Symbol(parameters[i], value.Type);
        }
    }

    /// <summary>The formula of what a function computes.</summary>
    /// <param name="function">The function.</param>
    /// <param name="parameters">The text of each of its parameters.</param>
    /// <param name="terms">Where the terms are kept.</param>
    public static Term ReadValue(Function function, IReadOnlyList<string> parameters, Terms terms)
    {
        ClosedFormReader reader = new(function, parameters, terms);

        if (reader.TooLong(function) is { } missing)
        {
            return missing;
        }

        Term value = reader.Run(function.Body)[0];
        return reader._throws ?? value;
    }

    /// <summary>The formulas of a function and of its gradient, from its derivative.</summary>
    public static ClosedForm Read(OpenDerivative derivative, IReadOnlyList<string> parameters, Terms terms)
    {
        Function function = derivative.Function;
        ClosedFormReader reader = new(function, parameters, terms);

        if (reader.TooLong(function) is { } missing)
        {
            return new ClosedForm(missing, []);
        }

        Term[] results = reader.Run(function.Body);
        return new ClosedForm(reader._throws ?? results[0], [.. reader.Partials(function, parameters.Count, results)]);
    }

    private Term.Missing? TooLong(Function function) =>
        Blocks.All(function.Body).Skip(LongestFunction).Any()
            ? _terms.Missing(function.Body.Yields[0].Type, "", "it is too long")
            : null;

    private IEnumerable<Partial> Partials(Function function, int count, Term[] results)
    {
        int result = 1;
        int destination = count;

        for (int i = 0; i < count; i++)
        {
            if (function.Parameters[i] is not { Role: ParameterRole.Differentiable } parameter)
            {
                continue;
            }

            if (parameter.Value.Type is IrType.Array array)
            {
                Term.Index[] indices = [.. Enumerable.Range(0, array.Rank).Select(d => _terms.Index(ElementDepth + d, "kl"[d].ToString()))];
                Value memory = function.Parameters[destination++].Value;
                yield return new Partial(i, indices, Element(memory, _values[parameter.Value.Id], indices));
            }
            else
            {
                yield return new Partial(i, [], results[result++]);
            }
        }
    }

    private Term[] Run(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            Visit(statement);
        }

        return [.. block.Yields.Select(Read)];
    }

    private void Visit(Statement statement)
    {
        switch (statement)
        {
            case Statement.Remark { Kind: RemarkKind.Statement } remark:
                _terms.Statement = remark.Text;
                break;
            case Statement.Let let:
                _values[let.Target.Id] = Read(let);
                NoteDivisor(let);
                CountOperation(let.Target.Type, let.Expression);
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
            case Statement.Accumulate update:
                _contributions.Add(new Contribution(
                    (Value)update.Array, [.. update.Indices.Select(Read)], Read(update.Value), [.. _scopes]));
                AddOperations(_terms.Number(1, IrType.Double));
                break;
            case Statement.Push push:
                AddBytes(push.Value.Type, _terms.Number(1, IrType.Int32));
                break;
            case Statement.Call call:
                Leave(call, call.Routine.Value, "is a call that is not inlined");
                break;
            case Statement.Pull pull:
                Leave(pull, pull.Routine.Value, "is a call that is not inlined");
                break;
            case Statement.Store store:
                Leave(store, store.Array is Value array ? array.Name : "", "is an array that the method writes to");
                break;
            case Statement.Fill fill when _contributions.Any(c => _classes[c.Array] == _classes[fill.Array]):
                Leave(fill, ((Value)fill.Array).Name, "is an array that the method writes to");
                break;
            case Statement.Throw:
                _throws ??= _terms.Missing(IrType.Double, "throw", "leaves the method, which a formula cannot");
                break;
        }
    }

    private void NoteDivisor(Statement.Let let)
    {
        if (_scopes.Count == 0 && let.Expression is Expr.Apply { Exact: true } quotient
            && quotient.Primitive == PrimitiveTable.Divide)
        {
            _terms.AddDivisor(Read(quotient.Arguments[1]));
        }
    }

    private void Visit(Statement.If branch)
    {
        Term condition = Read(branch.Condition);
        Work before = BeginWork();
        Term[] then = RunArm(branch.Then, condition);
        Work first = BeginWork();
        Term[] otherwise = RunArm(branch.Else, _terms.Not(condition));
        EndArms(before, first);

        for (int i = 0; i < branch.Results.Count; i++)
        {
            _values[branch.Results[i].Id] = _terms.Select(condition, then[i], otherwise[i]);
        }
    }

    // Read for what it costs; nothing it computes has a formula but how often it ran.
    private void Visit(Statement.While loop)
    {
        const string Reason = "runs until something is found, not a number of times known before";
        int mark = _contributions.Count;
        Work before = BeginWork();

        foreach (Carried variable in loop.Carried)
        {
            _values[variable.Parameter.Id] = _terms.Missing(variable.Parameter.Type, "while", Reason, loop.Label);
        }

        Run(loop.Condition);
        Term[] next = Run(loop.Body);
        EndTrips(before);
        _contributions.RemoveRange(mark, _contributions.Count - mark);
        Leave(loop, "while", Reason, loop.Label);

        for (int i = 0; _countsTrips && i < next.Length; i++)
        {
            if (loop.Carried[i] is { Initial: Constant { IsZero: true }, Parameter: { Name: "trip" } parameter } counter
                && next[i] == _terms.Add(_values[parameter.Id], _terms.Number(Ratio.One, IrType.Int32)))
            {
                _values[counter.Result.Id] = _terms.Symbol(Terms.Trips, IrType.Int32);
            }
        }
    }

    private Term[] RunArm(Block arm, Term condition)
    {
        string statement = _terms.Statement;
        _scopes.Add(new Scope(condition));
        Term[] yields = Run(arm);
        _scopes.RemoveAt(_scopes.Count - 1);
        _terms.Statement = statement;
        return yields;
    }

    /// <summary>What a statement computes, at any depth, has no formula.</summary>
    private void Leave(Statement statement, string construct, string reason, int loop = -1)
    {
        foreach (Value value in Blocks.Defined(statement))
        {
            _values[value.Id] = _terms.Missing(value.Type, construct, reason, loop);
        }

        foreach (Operand memory in Blocks.Of(statement).SelectMany(Blocks.All).Append(statement).SelectMany(Effects.ArraysWrittenBy))
        {
            Term.Missing gap = _terms.Missing(((IrType.Array)memory.Type).Element, construct, reason, loop);
            _contributions.Add(new Contribution((Value)memory, [], gap, []));
        }
    }

    private bool IsWritten(Value array) => array.Type is IrType.Array && _written.Contains(_classes[array]);

    private Term Read(Operand operand) => operand switch
    {
        Constant { Type: { } type } constant => _terms.Number(Ratio.Near(constant.Number, type == IrType.Single), type),
        Literal literal => _terms.Symbol(literal.Text, literal.Type),
        Value value when _values.TryGetValue(value.Id, out Term? term) => term,
        _ => _terms.Missing(operand.Type, "", "it depends on what a loop leaves behind"),
    };

    private Term Read(Statement.Let let) => let.Expression switch
    {
        Expr.Apply { Primitive: var p } when p == PrimitiveTable.StrongMultiply || p == PrimitiveTable.SteepMultiply || p == PrimitiveTable.Share =>
            _terms.Missing(let.Target.Type, p.Name, "has no form in C#"),
        Expr.Apply apply => _terms.Apply(apply.Primitive, let.Target.Type, [.. apply.Arguments.Select(Read)]),
        Expr.Length length => WithArray(Read(length.Array), IrType.Int32, array => _terms.Length(array, length.Dimension)),
        Expr.StaticField field => _terms.Symbol(field.Name, let.Target.Type, isField: true),
        Expr.Load { Array: Value array } when IsWritten(array) =>
            _terms.Missing(let.Target.Type, array.Name, "is an array that the method writes to"),
        Expr.Load load => WithArray(
            Read(load.Array), let.Target.Type, array => _terms.Element(array, [.. load.Indices.Select(Read)])),
        Expr.NewArray or Expr.CopyOf =>
            _terms.Missing(let.Target.Type, let.Target.Name, "is an array that the method makes"),
        Expr.Verbatim { Template: "{0}", Operands: { Count: 1 } same } => Read(same[0]),
        Expr.Invoke call => _terms.Missing(let.Target.Type, call.Callee.Method, "is a call that is not inlined"),
        Expr.Verbatim verbatim => _terms.Missing(let.Target.Type, verbatim.Template, "is passed on as it stands"),
        _ => _terms.Missing(let.Target.Type, let.Target.Name, "has no formula"),
    };

    private static Term WithArray(Term array, IrType type, Func<Term, Term> make) =>
        array is Term.Missing missing ? missing : make(array);

    /// <summary>Where statements stand: inside a loop, or under a condition.</summary>
    private sealed record Scope(Term Condition, Term.Index? Index = null, Term? Lower = null, Term? Upper = null)
    {
        public Scope(Term.Index index, Term lower, Term upper)
            : this(index, index, lower, upper)
        {
        }
    }
}
