using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>
/// The stores that are the first to touch their elements until later code does: a fresh array, filled by a counted loop, an
/// element a trip. The adjoint of such an element is final when the store is run backwards, and
/// nobody asks for it again.
/// </summary>
internal static class FirstWrites
{
    public static HashSet<Statement> Of(Function function, AliasClasses classes)
    {
        Frames frames = Frames.Of(function);
        Dictionary<int, List<Touch>> touches = Collect(frames, classes);
        HashSet<Statement> first = new(ReferenceComparer.Instance);

        foreach (List<Touch> touched in touches.Values)
        {
            // The first store in the text, if any: all else lies behind it.
            if (touched.FirstOrDefault(static t => t.Statement is not Statement.Let) is { Statement: Statement.Store store } write
                && IsFirst(store, write.Frame, touched, frames))
            {
                first.Add(store);
            }
        }

        return first;
    }

    /// <summary>For each class, what reads or writes it.</summary>
    private static Dictionary<int, List<Touch>> Collect(Frames frames, AliasClasses classes)
    {
        Dictionary<int, List<Touch>> touches = [];

        foreach (Frame frame in frames.All)
        {
            foreach (Statement statement in frame.Block.Statements)
            {
                MemoryEffects effects = MemoryEffects.Of([statement], classes);

                if (Blocks.Of(statement).Any())
                {
                    continue;
                }

                foreach (int root in effects.Reads.Concat(effects.Writes).Concat(effects.Accumulates))
                {
                    Add(touches, root, new Touch(statement, frame));
                }
            }
        }

        return touches;
    }

    private static void Add(Dictionary<int, List<Touch>> touches, int root, Touch touch)
    {
        if (!touches.TryGetValue(root, out List<Touch>? list))
        {
            touches.Add(root, list = []);
        }

        list.Add(touch);
    }

    private static bool IsFirst(Statement.Store store, Frame frame, List<Touch> touched, Frames frames)
    {
        if (store.Array is not Value array || frames.DefinitionOf(array)?.Expression is not Expr.NewArray
            || frame.Statement is not Statement.For loop || store.Indices.Count != 1 || store.Indices[0] != loop.Index
            || frames.Home(array) != frame.Parent)
        {
            return false;
        }

        // In its own loop, too, it comes first, and what comes then touches its element only.
        return ReferenceEquals(FullWrites.WriteOf(loop, array), store) && touched.All(touch => frame.Encloses(touch.Frame)
            ? Operands.Of(touch.Statement).Contains(array)
            : IsAfter(touch, frame));
    }

    /// <summary>Whether a statement lies behind a loop in the block around it.</summary>
    private static bool IsAfter(Touch touch, Frame loop)
    {
        Frame around = loop.Parent!;
        Frame? sibling = touch.Frame.Outward().FirstOrDefault(f => f.Parent == around);
        Statement? inBlock = touch.Frame == around ? touch.Statement : sibling?.Statement;
        return inBlock is not null && Position(around, inBlock) > Position(around, loop.Statement!);
    }

    private static int Position(Frame frame, Statement statement)
    {
        int position = 0;

        foreach (Statement candidate in frame.Block.Statements)
        {
            if (ReferenceEquals(candidate, statement))
            {
                return position;
            }

            position++;
        }

        return -1;
    }

    private sealed record Touch(Statement Statement, Frame Frame);
}
