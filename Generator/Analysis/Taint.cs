using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>A property that values pass on to what is computed from them. Linear in the number of edges.</summary>
internal sealed class Taint
{
    private readonly Dictionary<int, List<int>> _edges = [];
    private readonly HashSet<int> _marked = [];

    public bool Contains(int node) => _marked.Contains(node);

    public void Mark(int node) => _marked.Add(node);

    public void Edge(Operand from, Operand to, Func<Operand, int> node)
    {
        if (from is Value)
        {
            Edge(node(from), node(to));
        }
    }

    public void Edge(int from, int to)
    {
        if (!_edges.TryGetValue(from, out List<int>? targets))
        {
            _edges.Add(from, targets = []);
        }

        targets.Add(to);
    }

    public void Propagate()
    {
        Stack<int> work = new(_marked);

        while (work.Count > 0)
        {
            if (_edges.TryGetValue(work.Pop(), out List<int>? targets))
            {
                foreach (int target in targets.Where(_marked.Add))
                {
                    work.Push(target);
                }
            }
        }
    }
}
