using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Optimization;

/// <summary>The gradient as most rules take it: its sign turned to maximize, and with the weights' decay.</summary>
/// <typeparam name="T">The type of the parameters.</typeparam>
/// <param name="maximize">Whether to go up.</param>
/// <param name="weightDecay">The factor of the parameters that is added.</param>
internal readonly struct Direction<T>(bool maximize, T weightDecay)
    where T : IFloatingPointIeee754<T>
{
    private readonly T _sign = maximize ? T.NegativeOne : T.One;
    private readonly T _weightDecay = weightDecay;

    // Without it an infinite parameter must not turn 0·∞ into NaN.
    private readonly bool _decays = weightDecay != T.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TLane Of<TLane>(TLane parameter, TLane gradient)
        where TLane : struct, ILane<TLane, T>
    {
        TLane direction = _sign * gradient;
        return _decays ? direction + (_weightDecay * parameter) : direction;
    }
}
