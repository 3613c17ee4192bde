namespace Fluxion.Optimization;

/// <summary>How the cycles of a <see cref="CyclicSchedule"/> get smaller.</summary>
public enum CyclicMode
{
    /// <summary>They do not.</summary>
    Triangular,

    /// <summary>Each is half as high as the former one.</summary>
    Triangular2,

    /// <summary>By a power of the number of steps.</summary>
    ExponentialRange,
}
