using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>
/// The one-dimensional arrays of scalars that a function makes and reaches by one name only: each is read, written and
/// measured where it is named, and handed to nobody, so that the statements that name it are all that touch its memory.
/// </summary>
internal sealed class DirectArrays
{
    private readonly Dictionary<int, Statement.Let> _made = [];
    private readonly HashSet<int> _handedOn = [];
    private readonly Dictionary<int, List<Frame>> _uses = [];

    private DirectArrays(Frames frames)
    {
        foreach (Frame frame in frames.All)
        {
            HandOn(frame.Block.Yields);

            foreach (Statement statement in frame.Block.Statements)
            {
                Visit(statement, frame);
            }
        }
    }

    public static DirectArrays Of(Frames frames) => new(frames);

    /// <summary>The statements that make such arrays.</summary>
    public IEnumerable<Statement.Let> All => _made.Values.Where(let => !_handedOn.Contains(let.Target.Id));

    public bool Contains(Operand array) =>
        array is Value value && _made.ContainsKey(value.Id) && !_handedOn.Contains(value.Id);

    /// <summary>The blocks with a statement that reads or writes the array.</summary>
    public IReadOnlyList<Frame> UsesOf(Value array) =>
        _uses.TryGetValue(array.Id, out List<Frame>? frames) ? frames : [];

    private void Visit(Statement statement, Frame frame)
    {
        Operand? direct = statement switch
        {
            Statement.Let { Expression: Expr.Load load } => load.Array,
            Statement.Let { Expression: Expr.Length length } => length.Array,
            Statement.Store store => store.Array,
            Statement.Accumulate update => update.Array,
            Statement.Fill fill => fill.Array,
            _ => null,
        };

        if (statement is Statement.Let { Expression: Expr.NewArray { Lengths: { Count: 1 } lengths } } let
            && lengths[0].Type == IrType.Int32 && let.Target.Type is IrType.Array { Element: IrType.Scalar })
        {
            _made[let.Target.Id] = let;
        }

        bool isSkipped = false;

        foreach (Operand operand in Operands.Of(statement).Where(static o => o.Type is IrType.Array))
        {
            // The array itself comes once; a second time it would be stored as a value.
            if (!isSkipped && operand == direct)
            {
                isSkipped = true;

                if (statement is not Statement.Let { Expression: Expr.Length })
                {
                    Use((Value)operand, frame);
                }
            }
            else
            {
                HandOn([operand]);
            }
        }
    }

    private void Use(Value array, Frame frame)
    {
        if (!_uses.TryGetValue(array.Id, out List<Frame>? frames))
        {
            _uses.Add(array.Id, frames = []);
        }

        frames.Add(frame);
    }

    private void HandOn(IEnumerable<Operand> operands) =>
        _handedOn.UnionWith(operands.OfType<Value>().Where(static v => v.Type is IrType.Array).Select(static v => v.Id));
}
