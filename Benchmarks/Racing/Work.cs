namespace Fluxion.Benchmarks.Racing;

/// <summary>A piece of work and those who race to do it; the generated code is the first.</summary>
internal sealed record Work(string Name, IReadOnlyList<Contestant> Contestants);
