namespace Fluxion.Benchmarks.Racing;

/// <summary>How a contestant fared: seconds for one call, and what one call allocates.</summary>
/// <param name="Ratio">The generated code's time by this one's: the median over rounds that both ran.</param>
internal sealed record Result(Contestant Contestant, double Median, double Best, double Ratio, double? Bytes);
