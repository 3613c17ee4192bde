using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Optimization;

/// <summary>How the running means of Adam and its relatives advance.</summary>
/// <typeparam name="T">The type of the parameters.</typeparam>
/// <param name="settings">The settings.</param>
internal readonly struct Moments<T>(AdaptiveMoments<T> settings)
    where T : IFloatingPointIeee754<T>
{
    private readonly T _beta1 = T.CreateTruncating(settings.Beta1);
    private readonly T _beta2 = T.CreateTruncating(settings.Beta2);
    private readonly T _share1 = T.CreateTruncating(1 - settings.Beta1);
    private readonly T _share2 = T.CreateTruncating(1 - settings.Beta2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TLane Mean<TLane>(TLane mean, TLane direction)
        where TLane : struct, ILane<TLane, T> =>
        (_beta1 * mean) + (_share1 * direction);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TLane Square<TLane>(TLane square, TLane direction)
        where TLane : struct, ILane<TLane, T> =>
        (_beta2 * square) + (_share2 * direction * direction);
}
