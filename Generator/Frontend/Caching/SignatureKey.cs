namespace Fluxion.Generator.Frontend.Caching;

/// <summary>Methods of one name in one type, as far as a file declares them.</summary>
internal readonly record struct SignatureKey(ulong Scope, string Name);
