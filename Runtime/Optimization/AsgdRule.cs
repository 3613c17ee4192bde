using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Optimization;

/// <summary>A step of averaged gradient descent; it remembers the average.</summary>
/// <typeparam name="T">The type of the parameters.</typeparam>
/// <param name="asgd">The settings.</param>
/// <param name="stepSize">The decayed learning rate.</param>
/// <param name="share">The share of the new parameters in their average.</param>
internal readonly struct AsgdRule<T>(Asgd<T> asgd, double stepSize, double share) : IUpdateRule<T>
    where T : IFloatingPointIeee754<T>
{
    private readonly Direction<T> _direction = new(asgd.Maximize, T.CreateTruncating(asgd.WeightDecay));
    private readonly T _shrink = T.CreateTruncating(1 - (asgd.Lambda * stepSize));
    private readonly T _stepSize = T.CreateTruncating(stepSize);
    private readonly T _share = T.CreateTruncating(share);
    private readonly bool _averages = share != 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<TLane>(
        ref TLane parameter, TLane gradient, ref TLane average, ref TLane second, ref TLane third)
        where TLane : struct, ILane<TLane, T>
    {
        TLane p = (_shrink * parameter) - (_stepSize * _direction.Of(parameter, gradient));
        parameter = p;
        average = _averages ? average + (_share * (p - average)) : p;
    }
}
