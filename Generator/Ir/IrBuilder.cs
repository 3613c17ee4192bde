using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;

namespace Fluxion.Generator.Ir;

/// <summary>
/// Appends statements, block within block. <see cref="Begin"/> opens a nested block and <see cref="End"/> closes it;
/// values come from one counter, so that they differ throughout the function.
/// </summary>
internal sealed class IrBuilder(int nextId = 0)
{
    private readonly List<List<Statement>> _blocks = [[]];

    /// <summary>The number the next value or label gets.</summary>
    public int NextId { get; private set; } = nextId;

    /// <summary>The statements of the innermost open block so far.</summary>
    public IReadOnlyList<Statement> Current => _blocks[_blocks.Count - 1];

    /// <summary>The number of the innermost open block, for <see cref="AddAt"/>.</summary>
    public int Depth => _blocks.Count - 1;

    public int Label() => NextId++;

    /// <summary>Leaves the numbers below to another builder that worked on the same function.</summary>
    public void Reserve(int nextId) => NextId = Math.Max(NextId, nextId);

    public Value Fresh(IrType type, string name = "") => new(NextId++, type, name);

    public void Add(Statement statement) => AddAt(_blocks.Count - 1, statement);

    /// <summary>Appends to an open block; 0 is the outermost. What follows there, the block being built, comes later.</summary>
    public void AddAt(int depth, Statement statement) => _blocks[depth].Add(statement);

    public void Begin() => _blocks.Add([]);

    public Block End(params Operand[] yields)
    {
        Block block = new(_blocks[_blocks.Count - 1].ToEquatable(), yields.ToEquatable());
        _blocks.RemoveAt(_blocks.Count - 1);
        return block;
    }

    public Value Let(IrType type, Expr expression, string name = "")
    {
        Value target = Fresh(type, name);
        Add(new Statement.Let(target, expression));
        return target;
    }

    /// <summary>The user's own arithmetic: kept to the bit.</summary>
    public Value Exact(IrType type, Primitive primitive, params Operand[] arguments) =>
        Let(type, new Expr.Apply(primitive, arguments.ToEquatable()));

    /// <summary>Arithmetic of a derivative: may be simplified as real numbers.</summary>
    public Value Relaxed(IrType type, Primitive primitive, params Operand[] arguments) =>
        Let(type, new Expr.Apply(primitive, arguments.ToEquatable(), Exact: false));

    public Value Load(Operand array, params Operand[] indices) =>
        Let(((IrType.Array)array.Type).Element, new Expr.Load(array, indices.ToEquatable()));
}
