using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Makes the two sweeps of a routine two functions. What the reverse sweep reads of the forward sweep is pushed on the
/// records that are handed on from call to call, and popped in the opposite order: each block pushes at its end what its
/// mirror pops at its start, so that what a call has recorded lies on top when its reverse sweep begins. Memory is not
/// read again, since it may hold something else by then; of an array, its lengths are recorded.
/// </summary>
internal sealed class SweepSeparation
{
    private readonly IrBuilder _builder;
    private readonly Value _records;
    private readonly Parameter[] _own;
    private readonly Parameter[] _given;
    private readonly Dictionary<(Value Array, int Dimension), Value> _lengths = [];

    private SweepSeparation(Function both, Function primal)
    {
        _builder = new IrBuilder(both.NextId);
        _own = [.. primal.Parameters];
        _records = both.Parameters[_own.Length].Value;
        _given = [.. both.Parameters.Skip(_own.Length + 1)];
    }

    // double Both(x, records, adjoint)               double Forward(x, records)       Reverse(adjoint, records)
    // {                                              {                                {
    //     double y = Math.Exp(x);            →           double y = Math.Exp(x);          double y = pop;
    //     xBar = y * adjoint;                            push y; return y;                return y * adjoint;
    // }                                              }                                }
    public static (Function Forward, Function Reverse) Run(OpenDerivative open, Function primal)
    {
        SweepSeparation separation = new(open.Function, primal);
        OpenDerivative measured = open with { Function = separation.Measure(open.Function) };
        return separation.Separate(Recording.Run(measured, separation._records), primal.Body.Yields.Count);
    }

    private static int Boundary(EquatableArray<Statement> statements) => statements.ToList().FindIndex(
        static s => s is Statement.Remark { Kind: RemarkKind.Section, Text: "Reverse sweep" });

    /// <summary>Lengths that the reverse sweep asks for are read where the array is made.</summary>
    private Function Measure(Function both)
    {
        int boundary = Boundary(both.Body.Statements);
        HashSet<int> known = [.. _given.Select(static p => p.Value.Id)];
        Dictionary<int, Operand> replaced = [];

        foreach (Statement statement in Blocks.All(new Block([.. both.Body.Statements.Skip(boundary)], [])))
        {
            known.UnionWith(Blocks.Defined(statement).Select(static v => v.Id));

            if (statement is Statement.Let { Expression: Expr.Length { Array: Value array } length } let && !known.Contains(array.Id))
            {
                replaced[let.Target.Id] = LengthOf(array, length);
            }
        }

        Block body = Insert(both.Body, isRoot: true);
        body = Blocks.Substitute(body, o => o is Value value && replaced.TryGetValue(value.Id, out Operand? length) ? length : o);
        return both with { Body = body, NextId = _builder.NextId };
    }

    private Value LengthOf(Value array, Expr.Length length)
    {
        if (!_lengths.TryGetValue((array, length.Dimension), out Value? known))
        {
            known = _builder.Fresh(IrType.Int32, array.Name.Length > 0 ? array.Name + "Length" : "length");
            _lengths.Add((array, length.Dimension), known);
        }

        return known;
    }

    private Block Insert(Block block, bool isRoot)
    {
        List<Statement> statements = isRoot ? [.. _own.SelectMany(p => LengthsOf(p.Value))] : [];

        foreach (Statement statement in block.Statements)
        {
            statements.Add(Blocks.MapBlocks(statement, inner => Insert(inner, isRoot: false)));
            statements.AddRange(Blocks.Defined(statement).SelectMany(LengthsOf));
        }

        return block with { Statements = statements.ToEquatable() };
    }

    private IEnumerable<Statement> LengthsOf(Value array) => _lengths.Where(entry => entry.Key.Array == array)
        .OrderBy(static entry => entry.Value.Id)
        .Select(static entry => new Statement.Let(entry.Value, new Expr.Length(entry.Key.Array, entry.Key.Dimension)));

    private (Function Forward, Function Reverse) Separate(Function both, int results)
    {
        int boundary = Boundary(both.Body.Statements);
        Statement[] forward = [.. both.Body.Statements.Take(boundary)];
        Statement[] reverse = [.. both.Body.Statements.Skip(boundary)];
        Operand[] gradient = [.. both.Body.Yields.Skip(results)];
        Value[] needed = Needed(forward, reverse, gradient);
        Dictionary<int, Operand> popped = needed.ToDictionary(
            static v => v.Id, v => (Operand)new Value(both.NextId + v.Id, v.Type, v.Name));
        Operand Renamed(Operand operand) =>
            operand is Value value && popped.TryGetValue(value.Id, out Operand? own) ? own : operand;

        Block first = new(
            [.. forward, .. needed.Select(v => new Statement.Push(_records, v))], [.. both.Body.Yields.Take(results)]);
        Block second = Blocks.Substitute(new Block(reverse.ToEquatable(), gradient.ToEquatable()), Renamed);
        second = second with
        {
            Statements =
            [
                .. Fields(forward, second),
                .. Enumerable.Reverse(needed).Select(v => new Statement.Let((Value)popped[v.Id], new Expr.Pop(_records))),
                .. second.Statements,
            ],
        };
        Parameter records = new(_records, ParameterRole.Constant);
        Parameter[] adjoints = [.. _given.Where(static p => p.Role != ParameterRole.Destination)];
        Parameter[] shadows = [.. _given.Where(static p => p.Role == ParameterRole.Destination)];
        int next = 2 * both.NextId;
        return (
            both with { Parameters = [.. _own, records], Body = first, NextId = next },
            both with { Parameters = [.. adjoints, records, .. shadows], Body = second, NextId = next });
    }

    /// <summary>What the forward sweep has at its end and the reverse sweep reads.</summary>
    private Value[] Needed(Statement[] forward, Statement[] reverse, Operand[] gradient)
    {
        HashSet<int> known = [.. _own.Select(static p => p.Value.Id)];
        known.UnionWith(forward.SelectMany(Blocks.Defined).Select(static v => v.Id));
        known.ExceptWith(FieldsIn(forward).Select(static let => let.Target.Id));
        IEnumerable<Operand> read = Blocks.All(new Block(reverse.ToEquatable(), [])).SelectMany(static s =>
            Operands.Of(s).Concat(Blocks.Of(s).SelectMany(static b => b.Yields)));
        return [.. read.Concat(gradient).OfType<Value>().Where(v => known.Contains(v.Id)).Distinct().OrderBy(static v => v.Id)];
    }

    private static IEnumerable<Statement.Let> FieldsIn(IEnumerable<Statement> forward) =>
        forward.OfType<Statement.Let>().Where(static let => let.Expression is Expr.StaticField);

    /// <summary>Fields are read again.</summary>
    private static IEnumerable<Statement> Fields(Statement[] forward, Block reverse)
    {
        HashSet<int> read = [.. Blocks.All(reverse).SelectMany(Operands.Of).Concat(reverse.Yields).OfType<Value>().Select(static v => v.Id)];
        return FieldsIn(forward).Where(let => read.Contains(let.Target.Id));
    }
}
