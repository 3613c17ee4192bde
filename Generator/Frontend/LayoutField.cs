using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>A part of a value.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Type">Its type.</param>
/// <param name="Symbol">
/// The definition of the field, of the property whose field it is, or of the captured parameter; null where the name says it.
/// </param>
internal sealed record LayoutField(string Name, ITypeSymbol Type, ISymbol? Symbol);
