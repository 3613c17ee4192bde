using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>What <c>this</c> is in a method: a place, or a copy that the method may change.</summary>
/// <param name="Place">The place.</param>
/// <param name="Value">What the copy holds.</param>
/// <param name="Type">The type of the copy, if it is not the one that has the method.</param>
/// <param name="Name">What the copy is called, if not after its type.</param>
internal sealed record Receiver(Place? Place, FrontValue? Value, ITypeSymbol? Type = null, string? Name = null);
