using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// Variables that refer to another object in the next iteration. If these objects were all made before the loop, the
/// variable carries which of them it is. If the loop makes a new one each time, as <c>s = s with { X = … }</c> does, the
/// variable gets a cell of its own, into which the object is copied at the end of each iteration:
/// </summary>
/// <remarks>
/// <code>
/// State s = new(x);                    double x1 = x;
/// while (c) { s = s.Next(); }    →     while (c) { x1 = next(x1); }
/// </code>
/// Nobody can tell the copy from the object unless one of them is written to or the two are compared, and both are refused.
/// </remarks>
internal sealed partial class OperationLowering
{
    /// <summary>A list that grows by an object in each iteration would need ever more cells.</summary>
    private const int MaxOwn = 24;

    /// <summary>Objects of which there are copies; and the copies.</summary>
    private readonly HashSet<int> _copied = [];

    /// <summary>The cells of their own that variables have in the loop that is lowered again.</summary>
    private HashSet<int>? _resumed;

    private FrontValue WeakenReference(LoopHead head, FrontValue own, FrontValue other)
    {
        FrontValue.Reference[] objects = References.Union(own, other);
        FrontValue.Reference[] before = [.. References.Candidates(own)];

        if (objects.Length == before.Length)
        {
            return own;
        }

        if (objects.Except(before).All(r => r.Cell < head.FirstFresh && !head.Own.Contains(r.Cell)))
        {
            return References.Spread(own, objects);
        }

        string[] types = [.. objects.Where(static r => r.Cell >= 0).Select(static r => r.Type).Distinct()];
        return types.Length != 1 || head.Own.Count >= MaxOwn
            ? FrontValue.Undecided
            : OwnRow(new FrontValue.Reference(_nextCell++, types[0]), objects[0].Cell < 0, Constant.False);
    }

    private static FrontValue OwnRow(FrontValue.Reference own, bool isNullable, Operand isNull) =>
        isNullable ? new FrontValue.Choice(isNull, FrontValue.Null, own) : own;

    private FrontValue LikeReference(FrontValue shape, FrontValue value, Dictionary<int, FrontValue> claimed)
    {
        FrontValue.Reference[] objects = [.. References.Candidates(shape)];
        FrontValue.Reference own = objects[objects.Length - 1];

        if (own.Cell < 0 || IsMade(own.Cell))
        {
            return References.Spread(value, objects);
        }

        FrontValue? content = ContentOf(value, own.Type);
        claimed.Add(own.Cell, content ?? FindZeroStruct(_objectTypes[own.Type])!);
        _copied.Add(own.Cell);
        return References.Spread(Collapse(value, own), objects);
    }

    /// <summary>What is in the object that a reference refers to, if it is not null; it is copied for good.</summary>
    private FrontValue? ContentOf(FrontValue reference, string type)
    {
        if (References.Narrow(reference, static r => r.Cell >= 0) is not FrontValue objects)
        {
            return null;
        }

        _copied.UnionWith(ReferredCells.Of(objects));
        return FieldsOf(objects);
    }

    private FrontValue FieldsOf(FrontValue objects) => objects is FrontValue.Choice choice
        ? Select(choice.Condition, "", FieldsOf(choice.Then), FieldsOf(choice.Otherwise))
        : FieldsOf(((FrontValue.Reference)objects).Cell);

    /// <summary>The same reference, but to one object whichever it is.</summary>
    private static FrontValue Collapse(FrontValue reference, FrontValue.Reference own) => reference switch
    {
        FrontValue.Reference { Cell: < 0 } => reference,
        FrontValue.Choice { Then: FrontValue.Reference { Cell: < 0 } } nullable => nullable with { Otherwise = own },
        _ => own,
    };

    private void Claim(LoopHead head, Dictionary<int, FrontValue> claimed)
    {
        foreach (KeyValuePair<int, FrontValue> cell in claimed)
        {
            Put(cell.Key, cell.Value);
        }

        _resumed = [.. head.Own, .. claimed.Keys];
    }

    /// <summary>Brings what the variables hold at the end of an iteration into the shape they have at its start.</summary>
    private void RaiseAll(LoopHead head)
    {
        Dictionary<int, FrontValue> cells = [];

        for (int slot = 0; slot < head.Parameters.Count; slot++)
        {
            if (slot != _heap.Slot && head.Parameters[slot] is FrontValue parameter && _values[slot] is FrontValue next)
            {
                FrontValue raised = Raise(head, next, parameter, cells);
                _values[slot] = raised;
            }
        }

        FrontValue.Aggregate expected = (FrontValue.Aggregate)head.Parameters[_heap.Slot]!;

        for (int cell = 0; cell < expected.Elements.Count; cell++)
        {
            if (!head.Own.Contains(cell))
            {
                cells[cell] = Raise(head, Heap.Elements[cell], expected.Elements[cell], cells);
            }
        }

        foreach (KeyValuePair<int, FrontValue> cell in cells)
        {
            Put(cell.Key, cell.Value);
        }
    }

    private FrontValue Raise(LoopHead head, FrontValue value, FrontValue expected, Dictionary<int, FrontValue> cells)
    {
        switch (value, expected)
        {
            case (_, FrontValue.View) when IsMemory(value):
                return ViewOf(value);
            case (FrontValue.Aggregate own, FrontValue.Aggregate its) when own.Names == its.Names:
                return own with
                {
                    Elements = own.Elements
                        .Select((e, i) => i < its.Elements.Count ? Raise(head, e, its.Elements[i], cells) : e).ToEquatable(),
                };
            default:
                return References.Are(value) && References.Are(expected)
                    ? RaiseReference(head, value, expected, cells)
                    : value;
        }
    }

    private FrontValue RaiseReference(
        LoopHead head, FrontValue value, FrontValue expected, Dictionary<int, FrontValue> cells)
    {
        FrontValue.Reference[] objects = [.. References.Candidates(expected)];
        FrontValue.Reference own = objects[objects.Length - 1];
        FrontValue.Reference[] next = [.. References.Candidates(value)];

        if (!head.Own.Contains(own.Cell))
        {
            return next.All(objects.Contains) ? References.Spread(value, objects) : value;
        }

        FrontValue.Reference[] referred = [.. next.Where(static r => r.Cell >= 0)];

        if (referred.Any(r => r.Type != own.Type))
        {
            return value;
        }

        FrontValue content = referred.All(r => r.Cell == own.Cell)
            ? FieldsOf(own.Cell)
            : ContentOf(value, own.Type)!;
        FrontValue fields = ((FrontValue.Aggregate)head.Parameters[_heap.Slot]!).Elements[own.Cell];
        cells[own.Cell] = Raise(head, content, fields, cells);
        FrontValue raised = Collapse(value, own);
        return References.Candidates(raised).All(objects.Contains) ? References.Spread(raised, objects) : raised;
    }

    /// <summary>What was made in a loop, and is not carried, is not there after it.</summary>
    private void ForgetFresh(LoopHead head)
    {
        int count = ((FrontValue.Aggregate)head.Parameters[_heap.Slot]!).Elements.Count;
        FrontValue.Aggregate heap = Heap;
        _values[_heap.Slot] = heap with { Elements = heap.Elements.Take(count).ToEquatable() };
    }
}
