using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>
/// The statements, as the user wrote them, whose values a derivative records in loops. A recorded value is one of the
/// method's own, and stands there below the remark that quotes its statement; what a loop carries from one trip to the
/// next comes from the statement that computes it for the next one.
/// </summary>
internal sealed class TapedStatements
{
    private readonly Dictionary<int, string> _sources = [];
    private readonly Dictionary<string, string> _sourcesByName = new(StringComparer.Ordinal);

    private TapedStatements()
    {
    }

    /// <param name="primal">The method.</param>
    /// <param name="derivative">Its derivative, which records.</param>
    public static IReadOnlyList<string> Of(Function primal, Function derivative)
    {
        TapedStatements taped = new();
        taped.Read(primal.Body, source: null);
        return [.. Recorded(derivative).Select(taped.SourceOf).OfType<string>().Distinct()];
    }

    private static IEnumerable<Value> Recorded(Function derivative)
    {
        HashSet<Value> records = [];

        foreach (Statement statement in Blocks.All(derivative.Body))
        {
            switch (statement)
            {
                case Statement.Let { Expression: Expr.NewRecord } let:
                    records.Add(let.Target);
                    break;
                case Statement.Store { Array: Value array, Value: Value value } when records.Contains(array):
                    yield return value;
                    break;
                case Statement.Push { Value: Value value }:
                    yield return value;
                    break;
            }
        }
    }

    private string? SourceOf(Value value) =>
        _sources.TryGetValue(value.Id, out string? source) || _sourcesByName.TryGetValue(value.Name, out source)
            ? source
            : null;

    private void Read(Block block, string? source)
    {
        foreach (Statement statement in block.Statements)
        {
            if (statement is Statement.Remark { Kind: RemarkKind.Statement } remark)
            {
                source = remark.Text;
                continue;
            }

            foreach (Block inner in Blocks.Of(statement))
            {
                Read(inner, source);
            }

            switch (statement)
            {
                case Statement.Let let:
                    Add(let.Target, source);
                    break;
                case Statement.If branch:
                    AddYields(branch.Results, branch.Else, source);
                    AddYields(branch.Results, branch.Then, source);
                    break;
                case Statement.For loop:
                    AddYields(loop.Carried.Select(static c => c.Parameter), loop.Body, source);
                    break;
                case Statement.While loop:
                    AddYields(loop.Carried.Select(static c => c.Parameter), loop.Body, source);
                    break;
            }
        }
    }

    private void AddYields(IEnumerable<Value> values, Block block, string? source)
    {
        foreach ((Value value, Operand yielded) in values.Zip(block.Yields, static (v, y) => (v, y)))
        {
            Add(value, yielded is Value known && _sources.TryGetValue(known.Id, out string? its) ? its : source);
        }
    }

    private void Add(Value value, string? source)
    {
        if (source is not null)
        {
            _sources[value.Id] = source;

            if (value.Name.Length > 0)
            {
                _sourcesByName[value.Name] = source;
            }
        }
    }
}
