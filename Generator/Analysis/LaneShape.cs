namespace Fluxion.Generator.Analysis;

/// <summary>How a value of a loop's trip relates to that of the next trip.</summary>
internal enum LaneShape
{
    /// <summary>The same.</summary>
    Uniform,

    /// <summary>An integer that grows by one from each trip to the next.</summary>
    Consecutive,

    /// <summary>An integer that grows by the same amount from each trip to the next.</summary>
    Linear,

    /// <summary>Anything.</summary>
    Varying,
}
