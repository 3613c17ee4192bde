using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Optimization;

/// <summary>A step of Adam, and of AdamW; it remembers the two means and AMSGrad's maximum.</summary>
/// <typeparam name="T">The type of the parameters.</typeparam>
/// <param name="adam">The settings.</param>
/// <param name="correction1">What is left of the mean's start at 0.</param>
/// <param name="correction2">What is left of the mean square's start at 0.</param>
internal readonly struct AdamRule<T>(Adam<T> adam, double correction1, double correction2) : IUpdateRule<T>
    where T : IFloatingPointIeee754<T>
{
    private readonly Direction<T> _direction = new(adam.Maximize, T.CreateTruncating(adam.GradientDecay));
    private readonly Moments<T> _moments = new(adam);
    private readonly T _shrink = T.CreateTruncating(adam.Shrink);
    private readonly T _stepSize = T.CreateTruncating(adam.ExactRate / correction1);
    private readonly T _scale = T.CreateTruncating(1 / Math.Sqrt(correction2));
    private readonly T _epsilon = T.CreateTruncating(adam.Epsilon);
    private readonly bool _amsgrad = adam.Amsgrad;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<TLane>(
        ref TLane parameter, TLane gradient, ref TLane mean, ref TLane square, ref TLane greatest)
        where TLane : struct, ILane<TLane, T>
    {
        TLane direction = _direction.Of(parameter, gradient);
        TLane m = _moments.Mean(mean, direction);
        TLane v = _moments.Square(square, direction);
        mean = m;
        square = v;

        if (_amsgrad)
        {
            v = TLane.Max(greatest, v);
            greatest = v;
        }

        TLane denominator = (_scale * TLane.Sqrt(v)) + TLane.All(_epsilon);
        parameter = (_shrink * parameter) - (_stepSize * m / denominator);
    }
}
