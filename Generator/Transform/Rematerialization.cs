using Fluxion.Generator.Analysis;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Chooses between computing a value again and recording it. A value is computed again if its operation is cheap and its
/// operands are at hand: loop indices, values of outer frames, memory that no longer changes, recorded values, and in turn
/// what is computed from them.
/// </summary>
/// <param name="function">Both sweeps.</param>
/// <param name="frames">Its frames.</param>
/// <param name="isApart">Whether the reverse sweep becomes a function of its own, which has no memory of the other.</param>
internal sealed class Rematerialization(Function function, Frames frames, bool isApart)
{
    private readonly StableLoads _stable = StableLoads.Of(function, frames);

    public RecordingPlan Plan(Frame frame, Frame reverse, IEnumerable<Value> needed, Mirror mirror)
    {
        Value? index = mirror.Counter ?? (frame.Statement as Statement.For)?.Index;
        HashSet<int> atHand = index is null ? [] : [index.Id];
        HashSet<int> wanted = [.. needed.Select(static v => v.Id)];
        List<Value> recorded = [];

        // Values that are not computed by a statement of the frame: the loop's variables, results of inner loops.
        foreach (Value value in needed.Where(v => !atHand.Contains(v.Id) && LetIn(frame, v) is null))
        {
            recorded.Add(value);
            atHand.Add(value.Id);
        }

        foreach (Statement.Let let in frame.Block.Statements.OfType<Statement.Let>())
        {
            if (IsCheap(let, frame, reverse) && Operands.Of(let.Expression).All(o => IsAtHand(o, frame, atHand)))
            {
                atHand.Add(let.Target.Id);
            }
            else if (wanted.Contains(let.Target.Id))
            {
                recorded.Add(let.Target);
                atHand.Add(let.Target.Id);
            }
        }

        HashSet<int> isRecorded = [.. recorded.Select(static v => v.Id)];
        bool usesIndex = index is not null && wanted.Contains(index.Id);
        List<Statement.Let> recomputed = Closure(frame, wanted, isRecorded, index, ref usesIndex);
        return new RecordingPlan(usesIndex ? index : null, recorded, recomputed);
    }

    private Statement.Let? LetIn(Frame frame, Value value) =>
        frames.Home(value) == frame ? frames.DefinitionOf(value) : null;

    private bool IsAtHand(Operand operand, Frame frame, HashSet<int> atHand) =>
        operand is not Value value || atHand.Contains(value.Id) || (frames.Home(value) is var home && home != frame && home.Encloses(frame));

    private bool IsCheap(Statement.Let let, Frame frame, Frame reverse) => let.Expression switch
    {
        Expr.Load or Expr.Length or Expr.Verbatim when isApart => false,
        Expr.Apply apply => apply.Primitive.IsCheap || let.Target.Type.IsInteger,
        Expr.Length or Expr.StaticField or Expr.Verbatim => true,
        Expr.Load load => _stable.IsStable(let, load.Array, frame, reverse),
        _ => false,
    };

    /// <summary>The statements that what is wanted depends on, up to what is recorded or defined outside.</summary>
    private static List<Statement.Let> Closure(
        Frame frame, HashSet<int> wanted, HashSet<int> recorded, Value? index, ref bool usesIndex)
    {
        HashSet<int> needed = [.. wanted];
        List<Statement.Let> statements = [];

        foreach (Statement.Let let in frame.Block.Statements.OfType<Statement.Let>().Reverse())
        {
            if (!needed.Contains(let.Target.Id) || recorded.Contains(let.Target.Id))
            {
                continue;
            }

            statements.Add(let);

            foreach (Value operand in Operands.Of(let.Expression).OfType<Value>())
            {
                needed.Add(operand.Id);
                usesIndex |= operand == index;
            }
        }

        statements.Reverse();
        return statements;
    }
}
