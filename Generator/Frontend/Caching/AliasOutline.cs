namespace Fluxion.Generator.Frontend.Caching;

/// <summary><c>using Alias = Some.Target;</c></summary>
internal sealed record AliasOutline(string Alias, string Target, bool IsGlobal);
