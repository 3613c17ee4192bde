using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// References to one of several objects. They are a row: is it this object, else this one, else the last, in the order of
/// the cells. Because all rows have one order, two of them join condition by condition, and a row over more objects needs
/// no new conditions: none of the added ones it is.
/// </summary>
internal static class References
{
    /// <summary>Whether a value is a reference whose objects are known.</summary>
    public static bool Are(FrontValue value) => value switch
    {
        FrontValue.Reference => true,
        FrontValue.Choice choice => Are(choice.Then) && Are(choice.Otherwise),
        _ => false,
    };

    /// <summary>The objects that a reference can refer to.</summary>
    public static IEnumerable<FrontValue.Reference> Candidates(FrontValue row)
    {
        while (row is FrontValue.Choice choice)
        {
            yield return (FrontValue.Reference)choice.Then;
            row = choice.Otherwise;
        }

        yield return (FrontValue.Reference)row;
    }

    public static FrontValue.Reference[] Union(FrontValue first, FrontValue second) =>
        [.. Candidates(first).Concat(Candidates(second)).Distinct().OrderBy(static r => r.Cell)];

    /// <summary>Joins two references where paths meet.</summary>
    public static FrontValue Join(FrontValue first, FrontValue second, Func<Operand, Operand, Operand> leaf)
    {
        FrontValue.Reference[] objects = Union(first, second);
        return Row(objects, [.. Conditions(first, objects).Zip(Conditions(second, objects), leaf)]);
    }

    /// <summary>The same reference as a row over more objects.</summary>
    public static FrontValue Spread(FrontValue reference, FrontValue.Reference[] over) =>
        Row(over, [.. Conditions(reference, over)]);

    /// <summary>The same reference where it is known to be one of the objects that hold.</summary>
    public static FrontValue? Narrow(FrontValue reference, Func<FrontValue.Reference, bool> holds)
    {
        FrontValue.Reference[] kept = [.. Candidates(reference).Where(holds)];
        return kept.Length == 0 ? null : Row(kept, [.. Conditions(reference, kept)]);
    }

    private static FrontValue Row(FrontValue.Reference[] objects, Operand[] conditions)
    {
        FrontValue row = objects[objects.Length - 1];

        for (int i = objects.Length - 2; i >= 0; i--)
        {
            row = new FrontValue.Choice(conditions[i], objects[i], row);
        }

        return row;
    }

    // For each object but the last: whether it is this one, if it is none before.
    private static IEnumerable<Operand> Conditions(FrontValue reference, FrontValue.Reference[] objects)
    {
        FrontValue row = reference;

        foreach (FrontValue.Reference wanted in objects.Take(objects.Length - 1))
        {
            while (row is FrontValue.Choice { Then: FrontValue.Reference before } choice && before.Cell < wanted.Cell)
            {
                row = choice.Otherwise;
            }

            yield return row switch
            {
                FrontValue.Choice { Then: FrontValue.Reference found } choice when found.Cell == wanted.Cell =>
                    choice.Condition,
                FrontValue.Reference last => Constant.Of(last.Cell == wanted.Cell),
                _ => Constant.False,
            };
        }
    }
}
