namespace Fluxion.Generator.Frontend;

/// <summary>Which objects values refer to.</summary>
internal static class ReferredCells
{
    /// <summary>Those that a value refers to itself.</summary>
    public static IEnumerable<int> Of(FrontValue? value) => value switch
    {
        FrontValue.Reference { Cell: >= 0 } reference => [reference.Cell],
        FrontValue.Aggregate aggregate => aggregate.Elements.SelectMany(Of),
        FrontValue.Choice choice => Of(choice.Then).Concat(Of(choice.Otherwise)),
        FrontValue.Deferred deferred => deferred.Parts.SelectMany(Of).Concat(Of(deferred.Code)),
        _ => [],
    };

    /// <summary>Those that the variables of an environment lead to.</summary>
    public static HashSet<int> From(List<FrontValue?> values, int heapSlot)
    {
        FrontValue.Aggregate heap = (FrontValue.Aggregate)values[heapSlot]!;
        HashSet<int> reached = [];
        Stack<int> work = new(values.Where((_, slot) => slot != heapSlot).SelectMany(Of));

        while (work.Count > 0)
        {
            int cell = work.Pop();

            if (reached.Add(cell) && cell < heap.Elements.Count)
            {
                foreach (int next in Of(heap.Elements[cell]))
                {
                    work.Push(next);
                }
            }
        }

        return reached;
    }

    private static IEnumerable<int> Of(DeferredCode code) => code is DelegateCode target
        ? target.Places.Values.Concat(target.This is Place self ? [self] : []).SelectMany(Of)
        : [];

    private static IEnumerable<int> Of(Place place) => place switch
    {
        Place.Cell cell => [cell.Number],
        Place.Member member => Of(member.Whole),
        Place.Either either => Of(either.Then).Concat(Of(either.Otherwise)),
        Place.Held held => Of(held.Value),
        Place.Fixed own => Of(own.Value),
        Place.Property property => property.Receiver.Place is Place receiver ? Of(receiver) : Of(property.Receiver.Value),
        _ => [],
    };
}
