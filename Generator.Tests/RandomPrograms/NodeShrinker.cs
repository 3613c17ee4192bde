namespace Fluxion.Generator.Tests.RandomPrograms;

/// <summary>
/// What a failing program could be made smaller to: statements left out or replaced by what is inside of them, expressions
/// by their operands or by a name. Some of it is no C#; who tries it looks.
/// </summary>
internal static class NodeShrinker
{
    public static IEnumerable<Node> Smaller(Node node)
    {
        foreach (Node smaller in node.IsList ? SmallerList(node) : SmallerPiece(node))
        {
            yield return smaller;
        }

        for (int i = 0; i < node.Children.Length; i++)
        {
            foreach (Node child in Smaller(node.Children[i]))
            {
                yield return node with { Children = [.. node.Children[..i], child, .. node.Children[(i + 1)..]] };
            }
        }
    }

    private static IEnumerable<Node> SmallerList(Node list)
    {
        Node[] children = list.Children;

        for (int count = children.Length / 2; count > 0; count /= 2)
        {
            for (int i = 0; i + count <= children.Length; i += count)
            {
                yield return list with { Children = [.. children[..i], .. children[(i + count)..]] };
            }
        }

        for (int i = 0; i < children.Length; i++)
        {
            foreach (Node block in children[i].Children.Where(static c => c.Kind == Kind.Block && c.Children.Length > 0))
            {
                if (children[i].Kind == Kind.Statement)
                {
                    yield return list with { Children = [.. children[..i], .. block.Children, .. children[(i + 1)..]] };
                }
            }
        }
    }

    private static IEnumerable<Node> SmallerPiece(Node piece)
    {
        foreach (Node child in piece.Children.Where(child => child.Kind == piece.Kind || (piece.Kind == Kind.Number && child.Kind == Kind.Real)))
        {
            yield return child;
        }

        foreach (string name in Simplest(piece.Kind))
        {
            if (piece.Children.Length > 0 || Rank(piece) > Rank(new Node(piece.Kind, name)))
            {
                yield return new Node(piece.Kind, name);
            }
        }
    }

    private static string[] Simplest(char kind) => kind switch
    {
        Kind.Real => ["x", "d", "u"],
        Kind.Number => ["1.5", "x"],
        Kind.Condition => ["x > 0.0", "n > 4", "d > 0.0"],
        Kind.Index or Kind.Whole => ["0", "1"],
        Kind.Target => ["u", "d"],
        _ => [],
    };

    // Shrinking ends: a name is only ever replaced by one that stands before it.
    private static int Rank(Node piece) => Array.IndexOf(Simplest(piece.Kind), piece.Template) is int rank and >= 0 ? rank : int.MaxValue;
}
