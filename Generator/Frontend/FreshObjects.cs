using Fluxion.Generator.Infrastructure;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// The objects that were made on one of two paths about to meet. Two of them that the same variable or field refers to, one
/// on each path, never exist together and become one; those that nothing refers to any more are dropped.
/// </summary>
internal sealed class FreshObjects
{
    private readonly Dictionary<int, int> _renamed = [];
    private readonly HashSet<int> _fixed = [];
    private readonly int _heapSlot;

    public FreshObjects(List<FrontValue?> then, List<FrontValue?> otherwise, int heapSlot)
    {
        _heapSlot = heapSlot;
        Then = [.. then];
        Otherwise = [.. otherwise];

        foreach (FrontValue? value in otherwise)
        {
            Fix(value);
        }

        for (int slot = 0; slot < Math.Min(then.Count, otherwise.Count); slot++)
        {
            if (slot != heapSlot)
            {
                Pair(then[slot], otherwise[slot]);
            }
        }

        Rename();
        Drop(Then, Heap(Otherwise));
        Drop(Otherwise, Heap(then));
    }

    public List<FrontValue?> Then { get; }

    public List<FrontValue?> Otherwise { get; }

    private FrontValue.Aggregate Heap(List<FrontValue?> values) => (FrontValue.Aggregate)values[_heapSlot]!;

    /// <summary>Code keeps the numbers it was made with, and a row the order of its cells.</summary>
    private void Fix(FrontValue? value)
    {
        switch (value)
        {
            case FrontValue.Aggregate aggregate:
                foreach (FrontValue element in aggregate.Elements)
                {
                    Fix(element);
                }

                break;
            case FrontValue.Choice or FrontValue.Deferred:
                _fixed.UnionWith(ReferredCells.Of(value));
                break;
        }
    }

    private void Pair(FrontValue? then, FrontValue? otherwise)
    {
        switch (then, otherwise)
        {
            case (FrontValue.Aggregate one, FrontValue.Aggregate other) when one.Names == other.Names:
                for (int i = 0; i < Math.Min(one.Elements.Count, other.Elements.Count); i++)
                {
                    Pair(one.Elements[i], other.Elements[i]);
                }

                break;
            case (FrontValue.Reference { Cell: >= 0 } one, FrontValue.Reference { Cell: >= 0 } other)
                when one.Type == other.Type && one.Cell != other.Cell
                    && !IsThere(Heap(Otherwise), one.Cell) && !IsThere(Heap(Then), other.Cell)
                    && !_fixed.Contains(other.Cell)
                    && !_renamed.ContainsKey(other.Cell) && !_renamed.ContainsValue(one.Cell):
                _renamed.Add(other.Cell, one.Cell);
                Pair(Heap(Then).Elements[one.Cell], Heap(Otherwise).Elements[other.Cell]);
                break;
        }
    }

    private void Rename()
    {
        if (_renamed.Count == 0)
        {
            return;
        }

        for (int slot = 0; slot < Otherwise.Count; slot++)
        {
            Otherwise[slot] = Otherwise[slot]?.MapReferences(
                r => _renamed.TryGetValue(r.Cell, out int cell) ? r with { Cell = cell } : r);
        }

        FrontValue[] cells = [.. Heap(Otherwise).Elements];
        Array.Resize(ref cells, Math.Max(cells.Length, Heap(Then).Elements.Count));

        foreach (KeyValuePair<int, int> pair in _renamed)
        {
            cells[pair.Value] = cells[pair.Key];
            cells[pair.Key] = FrontValue.Absent;
        }

        Otherwise[_heapSlot] = Heap(Otherwise) with
        {
            Elements = cells.Select(static cell => cell ?? FrontValue.Absent).ToEquatable(),
        };
    }

    /// <summary>Forgets the objects that are not on the other path and that nothing refers to.</summary>
    private void Drop(List<FrontValue?> values, FrontValue.Aggregate other)
    {
        HashSet<int> reached = ReferredCells.From(values, _heapSlot);
        FrontValue.Aggregate heap = Heap(values);
        int count = Math.Max(heap.Elements.Count, other.Elements.Count);
        values[_heapSlot] = heap with
        {
            Elements = Enumerable.Range(0, count)
                .Select(i => i < heap.Elements.Count && (reached.Contains(i) || IsThere(other, i))
                    ? heap.Elements[i]
                    : FrontValue.Absent)
                .ToEquatable(),
        };
    }

    private static bool IsThere(FrontValue.Aggregate heap, int cell) =>
        cell < heap.Elements.Count && heap.Elements[cell] is not FrontValue.Missing;
}
