namespace Fluxion.Generator.Frontend.Caching;

/// <summary>Half of a SHA-256: what stands for a text when texts are compared. Equal hashes, equal texts.</summary>
internal readonly record struct ContentHash(ulong High, ulong Low);
