using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>Something that a method hands out.</summary>
/// <param name="Type">Its type; none if there is nothing.</param>
/// <param name="Shape">What it looks like; null for what no numbers can stand for.</param>
/// <param name="Place">Where it goes, if it is given by reference.</param>
/// <param name="Name">What it is called.</param>
internal sealed record RoutineResult(ITypeSymbol? Type, FrontValue? Shape, Place? Place = null, string Name = "")
{
    public bool IsKnown => Type is null || Shape is not null;
}
