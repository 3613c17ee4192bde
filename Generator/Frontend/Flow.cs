namespace Fluxion.Generator.Frontend;

/// <summary>How control arrives at the statement that is lowered next.</summary>
internal enum Flow
{
    /// <summary>It does, on some path at least.</summary>
    Live,

    /// <summary>
    /// Every path has left through a <c>break</c>, <c>continue</c> or <c>return</c>; flags say which.
    /// </summary>
    Exited,

    /// <summary>Every path has left the function through an exception.</summary>
    Thrown,
}
