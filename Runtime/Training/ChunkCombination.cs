namespace Fluxion.Training;

/// <summary>How the value over all rows comes from the values over parts of them.</summary>
public enum ChunkCombination
{
    /// <summary>It does not: all rows are evaluated in one go, by one thread.</summary>
    None,

    /// <summary>
    /// It is their mean, weighted by the numbers of rows. Right for an objective that is a mean over its rows, and for
    /// no other: the sum of a mean and a penalty on the parameters is one too, a root of a mean is not.
    /// </summary>
    Mean,

    /// <summary>It is their sum. Right for an objective that is a sum over its rows, and for no other.</summary>
    Sum,
}
