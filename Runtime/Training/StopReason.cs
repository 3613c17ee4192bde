namespace Fluxion.Training;

/// <summary>Why a training ended.</summary>
public enum StopReason
{
    /// <summary>All epochs have been gone through.</summary>
    Epochs,

    /// <summary>The cost changes no more, or the gradient is small enough.</summary>
    Converged,

    /// <summary>The time is up.</summary>
    Time,

    /// <summary>It was cancelled.</summary>
    Cancelled,

    /// <summary>The cost, its gradient or a parameter became NaN or infinite.</summary>
    Diverged,
}
