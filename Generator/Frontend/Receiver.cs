namespace Fluxion.Generator.Frontend;

/// <summary>What <c>this</c> is in a method: a place, or a copy that the method may change.</summary>
internal sealed record Receiver(Place? Place, FrontValue? Value);
