using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>A block of a function with what encloses it: the body of a loop, or an arm of a branch.</summary>
/// <param name="Parent">The frame around; <c>null</c> for the function's body.</param>
/// <param name="Statement">The branch or loop; <c>null</c> for the function's body.</param>
/// <param name="Arm">0 for a loop's body and the first arm, 1 for the second, −1 for a loop's condition.</param>
/// <param name="Block">The statements.</param>
internal sealed record Frame(Frame? Parent, Statement? Statement, int Arm, Block Block)
{
    public bool IsLoop => Statement is Statement.For or Statement.While;

    public int Depth { get; } = Parent is null ? 0 : Parent.Depth + 1;

    public int? Label => Statement switch
    {
        Statement.If branch => branch.Label,
        Statement.For loop => loop.Label,
        Statement.While loop => loop.Label,
        _ => null,
    };

    /// <summary>This frame and those around it, innermost first.</summary>
    public IEnumerable<Frame> Outward()
    {
        for (Frame? frame = this; frame is not null; frame = frame.Parent)
        {
            yield return frame;
        }
    }

    public bool Encloses(Frame other) => other.Outward().Any(frame => ReferenceEquals(frame, this));

    public bool Equals(Frame? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>The frames of a function and, for each value, the one that defines it and where in the text.</summary>
internal sealed class Frames
{
    private readonly Dictionary<int, Frame> _homes = [];
    private readonly Dictionary<int, Statement.Let> _lets = [];
    private readonly Dictionary<(int Label, int Arm), Frame> _byLabel = [];

    private Frames(Function function)
    {
        Root = new Frame(null, null, 0, function.Body);

        foreach (Parameter parameter in function.Parameters)
        {
            _homes[parameter.Value.Id] = Root;
        }

        Visit(Root);
    }

    public Frame Root { get; }

    /// <summary>All frames, outer before inner, in the order of the text.</summary>
    public List<Frame> All { get; } = [];

    public static Frames Of(Function function) => new(function);

    public Frame Home(Value value) => _homes[value.Id];

    /// <summary>Notes where a value is defined that was added since.</summary>
    public void Move(Value value, Frame frame) => _homes[value.Id] = frame;

    public Statement.Let? DefinitionOf(Value value) => _lets.TryGetValue(value.Id, out Statement.Let? let) ? let : null;

    public Frame? Find(int label, int arm) => _byLabel.TryGetValue((label, arm), out Frame? frame) ? frame : null;

    private void Visit(Frame frame)
    {
        All.Add(frame);

        foreach (Statement statement in frame.Block.Statements)
        {
            foreach (Value value in Blocks.Defined(statement))
            {
                _homes[value.Id] = frame;
            }

            if (statement is Statement.Let let)
            {
                _lets[let.Target.Id] = let;
            }

            VisitBlocks(frame, statement);
        }
    }

    private void VisitBlocks(Frame frame, Statement statement)
    {
        Block[] blocks = [.. Blocks.Of(statement)];

        for (int i = 0; i < blocks.Length; i++)
        {
            int arm = statement is Statement.While ? i - 1 : i;
            Frame inner = new(frame, statement, arm, blocks[i]);

            foreach (Value value in Blocks.DefinedInside(statement))
            {
                _homes[value.Id] = inner;
            }

            _byLabel[(inner.Label!.Value, arm)] = inner;
            Visit(inner);
        }
    }
}
