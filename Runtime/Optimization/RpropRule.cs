using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Optimization;

/// <summary>A step of Rprop; it remembers the former gradient and the size of the step.</summary>
/// <typeparam name="T">The type of the parameters.</typeparam>
/// <param name="rprop">The settings.</param>
internal readonly struct RpropRule<T>(Rprop<T> rprop) : IUpdateRule<T>
    where T : IFloatingPointIeee754<T>
{
    private readonly T _sign = rprop.Maximize ? T.NegativeOne : T.One;
    private readonly T _shrink = T.CreateTruncating(rprop.EtaMinus);
    private readonly T _grow = T.CreateTruncating(rprop.EtaPlus);
    private readonly T _least = T.CreateTruncating(rprop.StepSizeMin);
    private readonly T _greatest = T.CreateTruncating(rprop.StepSizeMax);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<TLane>(
        ref TLane parameter, TLane gradient, ref TLane former, ref TLane stepSize, ref TLane third)
        where TLane : struct, ILane<TLane, T>
    {
        (TLane zero, TLane one) = (TLane.All(T.Zero), TLane.All(T.One));
        TLane direction = _sign * gradient;
        TLane agreement = direction * former;
        TLane disagreement = zero - agreement;
        TLane factor = TLane.IfPositive(
            agreement, TLane.All(_grow), TLane.IfPositive(disagreement, TLane.All(_shrink), one));
        TLane size = TLane.Min(TLane.Max(stepSize * factor, TLane.All(_least)), TLane.All(_greatest));

        // After a change of sign the parameter rests for a step.
        direction = TLane.IfPositive(disagreement, zero, direction);
        former = direction;
        stepSize = size;
        parameter += TLane.IfPositive(direction, zero - size, TLane.IfPositive(zero - direction, size, zero));
    }
}
