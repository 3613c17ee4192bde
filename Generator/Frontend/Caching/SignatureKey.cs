namespace Fluxion.Generator.Frontend.Caching;

/// <summary>Members of one name in one type, as far as a file declares them.</summary>
/// <param name="Name">The name; empty for the names of all fields and properties, in their order.</param>
/// <param name="IsData">Whether they are fields or properties, of which a value of the type consists.</param>
internal readonly record struct SignatureKey(ulong Scope, string Name, bool IsData);
