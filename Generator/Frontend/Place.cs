using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// What can stand left of an assignment, its parts evaluated. A <c>ref</c> is another name for a place.
/// </summary>
internal abstract record Place
{
    internal sealed record Local(Variable Variable) : Place;

    internal sealed record Element(FrontValue Memory, EquatableArray<Operand> Indices) : Place;

    /// <summary>An element of a tuple or a field of a struct.</summary>
    internal sealed record Member(Place Whole, int Index) : Place;

    /// <summary>A captured variable that is no more: what it held last can be read.</summary>
    internal sealed record Held(FrontValue Value) : Place;

    /// <summary>The fields of an object.</summary>
    internal sealed record Cell(int Number, INamedTypeSymbol Type) : Place;

    /// <summary>One of two places, by a condition that has been decided.</summary>
    internal sealed record Either(Operand Condition, Place Then, Place Otherwise, ITypeSymbol Type) : Place;

    /// <summary>A member of no object: to read or write it throws.</summary>
    internal sealed record Null : Place;

    /// <summary>A property whose accessors run.</summary>
    internal sealed record Property(Receiver Receiver, IPropertySymbol Symbol, List<BoundArgument> Arguments) : Place;

    /// <summary>A value that no variable holds; C# lets nobody assign to it.</summary>
    internal sealed record Fixed(FrontValue Value) : Place;

    /// <summary>Swallows what is assigned: a discard, or a target that was reported.</summary>
    internal sealed record Discard : Place;
}
