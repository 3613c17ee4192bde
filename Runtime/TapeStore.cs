namespace Fluxion;

/// <summary>What a tape holds of one element type.</summary>
internal abstract class TapeStore
{
    /// <summary>The bytes up to which everything is kept for the next call.</summary>
    internal const long KeptBytes = 64L << 20;

    private static int _typeCount;

    /// <summary>Whether the call under way has asked for something of this type.</summary>
    internal bool InUse { get; set; }

    /// <summary>The next of the stores the call under way uses.</summary>
    internal TapeStore? NextUsed { get; set; }

    /// <summary>Takes back everything that was handed out.</summary>
    internal abstract void Reset();

    private protected static int NextIndex() => Interlocked.Increment(ref _typeCount) - 1;
}
