using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Optimization;

/// <summary>A step of RMSprop; it remembers the mean square, the mean and the momentum buffer.</summary>
/// <typeparam name="T">The type of the parameters.</typeparam>
/// <param name="rmsProp">The settings.</param>
internal readonly struct RmsPropRule<T>(RmsProp<T> rmsProp) : IUpdateRule<T>
    where T : IFloatingPointIeee754<T>
{
    private readonly Direction<T> _direction = new(rmsProp.Maximize, T.CreateTruncating(rmsProp.WeightDecay));
    private readonly T _learningRate = rmsProp.LearningRate;
    private readonly T _alpha = T.CreateTruncating(rmsProp.Alpha);
    private readonly T _share = T.CreateTruncating(1 - rmsProp.Alpha);
    private readonly T _epsilon = T.CreateTruncating(rmsProp.Epsilon);
    private readonly T _momentum = T.CreateTruncating(rmsProp.Momentum);
    private readonly bool _hasMomentum = rmsProp.Momentum > 0;
    private readonly bool _centered = rmsProp.Centered;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<TLane>(
        ref TLane parameter, TLane gradient, ref TLane square, ref TLane mean, ref TLane buffer)
        where TLane : struct, ILane<TLane, T>
    {
        TLane direction = _direction.Of(parameter, gradient);
        TLane v = (_alpha * square) + (_share * direction * direction);
        square = v;

        if (_centered)
        {
            TLane m = (_alpha * mean) + (_share * direction);
            mean = m;
            v -= m * m;
        }

        TLane denominator = TLane.Sqrt(v) + TLane.All(_epsilon);

        if (_hasMomentum)
        {
            TLane momentum = (_momentum * buffer) + (direction / denominator);
            buffer = momentum;
            parameter -= _learningRate * momentum;
        }
        else
        {
            parameter -= _learningRate * direction / denominator;
        }
    }
}
