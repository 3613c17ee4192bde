using Fluxion.Generator.Analysis;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>Changes to a function, collected by frame and made in one go.</summary>
internal sealed class RecordingEdits
{
    private readonly Dictionary<Frame, List<Statement>> _prepended = [];
    private readonly Dictionary<Frame, List<Statement>> _appended = [];
    private readonly Dictionary<Frame, Dictionary<int, Operand>> _substitutions = [];
    private readonly Dictionary<Statement, List<Statement>> _before = new(ReferenceComparer.Instance);
    private readonly Dictionary<Statement, List<(int Arm, Value Value, Value Result)>> _results = new(ReferenceComparer.Instance);

    public void Prepend(Frame frame, Statement statement) => Add(_prepended, frame, statement);

    public void Append(Frame frame, Statement statement) => Add(_appended, frame, statement);

    public void Before(Statement at, Statement statement) => Add(_before, at, statement);

    public void Substitute(Frame frame, Dictionary<int, Operand> replacements) => _substitutions[frame] = replacements;

    /// <summary>One arm's value becomes a result of the branch; the other arm gives zero.</summary>
    public void AddResult(Statement.If branch, int arm, Value value, Value result) =>
        Add(_results, branch, (arm, value, result));

    public Operand Build(Frame frame, IrBuilder builder, Func<Operand> build) =>
        Build(builder, build, statement => Prepend(frame, statement));

    public Operand BuildAtEnd(Frame frame, IrBuilder builder, Func<Operand> build) =>
        Build(builder, build, statement => Append(frame, statement));

    public Operand BuildBefore(Statement at, IrBuilder builder, Func<Operand> build) =>
        Build(builder, build, statement => Before(at, statement));

    /// <summary>The block of a frame with all changes inside it made.</summary>
    public Block Apply(Frame root) => Apply(root.Block, root, Index(root), static o => o);

    private static Operand Build(IrBuilder builder, Func<Operand> build, Action<Statement> add)
    {
        builder.Begin();
        Operand result = build();

        foreach (Statement statement in builder.End().Statements)
        {
            add(statement);
        }

        return result;
    }

    private static void Add<TKey, T>(Dictionary<TKey, List<T>> lists, TKey key, T item)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out List<T>? list))
        {
            lists.Add(key, list = []);
        }

        list.Add(item);
    }

    /// <summary>Frames that have changes, by statement and arm.</summary>
    private Dictionary<(Statement, int), Frame> Index(Frame root) => _prepended.Keys
        .Concat(_appended.Keys).Concat(_substitutions.Keys).Distinct().Where(f => f != root)
        .ToDictionary(static f => (f.Statement!, f.Arm), FrameKeyComparer.Instance);

    private Block Apply(Block block, Frame? frame, Dictionary<(Statement, int), Frame> frames, Func<Operand, Operand> outer)
    {
        Func<Operand, Operand> map = outer;

        if (frame is not null && _substitutions.TryGetValue(frame, out Dictionary<int, Operand>? replacements))
        {
            map = operand => outer(
                operand is Value value && replacements.TryGetValue(value.Id, out Operand? known) ? known : operand);
        }

        List<Statement> statements = [];
        AddAll(statements, _prepended, frame, map);

        foreach (Statement statement in block.Statements)
        {
            if (_before.TryGetValue(statement, out List<Statement>? before))
            {
                statements.AddRange(before);
            }

            statements.Add(Apply(statement, frames, map));
        }

        AddAll(statements, _appended, frame, map);
        return new Block(statements.ToEquatable(), Operands.Map(block.Yields, map));
    }

    private static void AddAll(
        List<Statement> statements, Dictionary<Frame, List<Statement>> edits, Frame? frame, Func<Operand, Operand> map)
    {
        if (frame is not null && edits.TryGetValue(frame, out List<Statement>? added))
        {
            statements.AddRange(added.Select(statement => Blocks.Substitute(statement, map)));
        }
    }

    private Statement Apply(Statement statement, Dictionary<(Statement, int), Frame> frames, Func<Operand, Operand> map)
    {
        Block Inner(Block block, int arm) =>
            Apply(block, frames.TryGetValue((statement, arm), out Frame? frame) ? frame : null, frames, map);

        switch (statement)
        {
            case Statement.If branch:
                return AddResults(branch, branch with
                {
                    Condition = map(branch.Condition),
                    Then = Inner(branch.Then, 0),
                    Else = Inner(branch.Else, 1),
                });
            case Statement.For loop:
                return loop with
                {
                    Start = map(loop.Start),
                    Bound = map(loop.Bound),
                    Carried = Map(loop.Carried, map),
                    Body = Inner(loop.Body, 0),
                };
            case Statement.While loop:
                return loop with
                {
                    Carried = Map(loop.Carried, map),
                    Condition = Inner(loop.Condition, -1),
                    Body = Inner(loop.Body, 0),
                };
            default:
                return Operands.Map(statement, map);
        }
    }

    private Statement.If AddResults(Statement.If original, Statement.If branch)
    {
        if (!_results.TryGetValue(original, out List<(int Arm, Value Value, Value Result)>? added))
        {
            return branch;
        }

        return branch with
        {
            Then = branch.Then with { Yields = [.. branch.Then.Yields, .. added.Select(a => YieldOf(a, 0))] },
            Else = branch.Else with { Yields = [.. branch.Else.Yields, .. added.Select(a => YieldOf(a, 1))] },
            Results = [.. branch.Results, .. added.Select(static a => a.Result)],
        };
    }

    private static Operand YieldOf((int Arm, Value Value, Value Result) added, int arm) =>
        added.Arm == arm ? added.Value
        : added.Value.Type is IrType.Scalar ? Constant.Zero(added.Value.Type)
        : new Literal("null!", added.Value.Type);

    private static EquatableArray<Carried> Map(EquatableArray<Carried> carried, Func<Operand, Operand> map) =>
        carried.Select(c => c with { Initial = map(c.Initial) }).ToEquatable();

    private sealed class FrameKeyComparer : IEqualityComparer<(Statement Statement, int Arm)>
    {
        public static readonly FrameKeyComparer Instance = new();

        public bool Equals((Statement Statement, int Arm) x, (Statement Statement, int Arm) y) =>
            ReferenceEquals(x.Statement, y.Statement) && x.Arm == y.Arm;

        public int GetHashCode((Statement Statement, int Arm) obj) =>
            System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Statement) ^ obj.Arm;
    }
}
