using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Optimization;

/// <summary>A step of Adamax; it remembers the mean and the decaying maximum.</summary>
/// <typeparam name="T">The type of the parameters.</typeparam>
/// <param name="adamax">The settings.</param>
/// <param name="stepSize">The learning rate over what is left of the mean's start at 0.</param>
internal readonly struct AdamaxRule<T>(Adamax<T> adamax, double stepSize) : IUpdateRule<T>
    where T : IFloatingPointIeee754<T>
{
    private readonly Direction<T> _direction = new(adamax.Maximize, T.CreateTruncating(adamax.WeightDecay));
    private readonly Moments<T> _moments = new(adamax);
    private readonly T _beta2 = T.CreateTruncating(adamax.Beta2);
    private readonly T _epsilon = T.CreateTruncating(adamax.Epsilon);
    private readonly T _stepSize = T.CreateTruncating(stepSize);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<TLane>(
        ref TLane parameter, TLane gradient, ref TLane mean, ref TLane greatest, ref TLane third)
        where TLane : struct, ILane<TLane, T>
    {
        TLane direction = _direction.Of(parameter, gradient);
        TLane m = _moments.Mean(mean, direction);
        TLane u = TLane.Max(_beta2 * greatest, TLane.Abs(direction) + TLane.All(_epsilon));
        mean = m;
        greatest = u;
        parameter -= _stepSize * m / u;
    }
}
