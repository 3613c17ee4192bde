namespace Fluxion.Verification;

/// <summary>What the comparison of a partial derivative with numeric differences has shown.</summary>
public enum GradientVerdict
{
    /// <summary>The two agree as closely as the differences can tell.</summary>
    Agrees,

    /// <summary>
    /// The differences cannot tell: the function has a kink or a jump here, is not finite around, or its rounding
    /// errors drown it.
    /// </summary>
    Unreliable,

    /// <summary>The two differ by more than the error of the differences.</summary>
    Disagrees,
}
