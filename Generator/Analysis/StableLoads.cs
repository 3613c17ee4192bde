using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>
/// Which loads give the same again at the end of the function: nothing that runs after them writes to the class of memory
/// they read. What follows in the text runs after; so does everything in a loop around both, unless the loop makes the
/// memory anew in each trip.
/// </summary>
internal sealed class StableLoads
{
    private readonly Dictionary<int, List<(int Position, Frame Frame)>> _writes = [];
    private readonly Dictionary<Statement, int> _positions = new(ReferenceComparer.Instance);
    private readonly AliasClasses _classes;
    private readonly Frames _frames;
    private readonly DirectArrays _direct;

    private StableLoads(Function function, Frames frames)
    {
        _classes = AliasClasses.Of(function);
        _frames = frames;
        _direct = DirectArrays.Of(frames);
        Number(function.Body);

        foreach (Frame frame in frames.All)
        {
            foreach (Statement statement in frame.Block.Statements)
            {
                Collect(statement, frame);
            }
        }
    }

    public static StableLoads Of(Function function, Frames frames) => new(function, frames);

    /// <param name="load">The load.</param>
    /// <param name="array">What it reads.</param>
    /// <param name="frame">Where it stands.</param>
    /// <param name="reader">Where it would be repeated.</param>
    public bool IsStable(Statement.Let load, Operand array, Frame frame, Frame reader)
    {
        Frame home = _frames.Root;

        if (_direct.Contains(array))
        {
            home = _frames.Home((Value)array);

            if (!home.Encloses(reader))
            {
                return false;
            }
        }

        return !_writes.TryGetValue(_classes[array], out List<(int Position, Frame Frame)>? writes)
            || writes.All(write => write.Position < _positions[load] && !ShareLoop(write.Frame, frame, home));
    }

    private void Number(Block block)
    {
        foreach (Statement statement in Blocks.All(block))
        {
            _positions[statement] = _positions.Count;
        }
    }

    private void Collect(Statement statement, Frame frame)
    {
        foreach (Operand written in Effects.ArraysWrittenBy(statement))
        {
            int root = _classes[written];

            if (!_writes.TryGetValue(root, out List<(int, Frame)>? writes))
            {
                _writes.Add(root, writes = []);
            }

            writes.Add((_positions[statement], frame));
        }
    }

    private static bool ShareLoop(Frame left, Frame right, Frame home) =>
        left.Outward().Any(frame => frame.IsLoop && frame.Encloses(right) && !frame.Encloses(home));
}
