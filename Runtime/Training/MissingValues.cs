namespace Fluxion.Training;

/// <summary>What becomes of a field of a file that holds no value.</summary>
public enum MissingValues
{
    /// <summary>The file is refused.</summary>
    Refuse,

    /// <summary>The value is NaN.</summary>
    NaN,

    /// <summary>The row is left out.</summary>
    SkipRow,
}
