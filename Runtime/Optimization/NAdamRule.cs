using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Optimization;

/// <summary>A step of NAdam; it remembers the two means.</summary>
/// <typeparam name="T">The type of the parameters.</typeparam>
/// <param name="nadam">The settings.</param>
/// <param name="correction">What is left of the mean square's start at 0.</param>
/// <param name="gradientShare">The factor of the gradient in the step.</param>
/// <param name="meanShare">The factor of the mean in the step.</param>
internal readonly struct NAdamRule<T>(
    NAdam<T> nadam, double correction, double gradientShare, double meanShare) : IUpdateRule<T>
    where T : IFloatingPointIeee754<T>
{
    private readonly Direction<T> _direction = new(false, T.CreateTruncating(nadam.WeightDecay));
    private readonly Moments<T> _moments = new(nadam);
    private readonly T _scale = T.CreateTruncating(1 / correction);
    private readonly T _epsilon = T.CreateTruncating(nadam.Epsilon);
    private readonly T _gradientShare = T.CreateTruncating(gradientShare);
    private readonly T _meanShare = T.CreateTruncating(meanShare);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<TLane>(
        ref TLane parameter, TLane gradient, ref TLane mean, ref TLane square, ref TLane third)
        where TLane : struct, ILane<TLane, T>
    {
        TLane direction = _direction.Of(parameter, gradient);
        TLane m = _moments.Mean(mean, direction);
        TLane v = _moments.Square(square, direction);
        mean = m;
        square = v;
        TLane denominator = TLane.Sqrt(_scale * v) + TLane.All(_epsilon);
        parameter -= ((_gradientShare * direction) + (_meanShare * m)) / denominator;
    }
}
