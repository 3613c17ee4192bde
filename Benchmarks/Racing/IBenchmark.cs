namespace Fluxion.Benchmarks.Racing;

/// <summary>Work that can be raced, made when it is asked for.</summary>
internal interface IBenchmark
{
    IEnumerable<Work> Works(Setting setting);
}
