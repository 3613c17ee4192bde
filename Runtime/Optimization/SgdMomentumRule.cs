using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Optimization;

/// <summary>A step of gradient descent with momentum; it remembers the momentum buffer.</summary>
/// <typeparam name="T">The type of the parameters.</typeparam>
/// <param name="sgd">The settings.</param>
/// <param name="isFirst">Whether the buffer is still 0.</param>
internal readonly struct SgdMomentumRule<T>(Sgd<T> sgd, bool isFirst) : IUpdateRule<T>
    where T : IFloatingPointIeee754<T>
{
    private readonly Direction<T> _direction = new(sgd.Maximize, sgd.WeightDecay);
    private readonly T _learningRate = sgd.LearningRate;
    private readonly T _momentum = sgd.Momentum;
    private readonly bool _nesterov = sgd.Nesterov;

    // PyTorch's buffer begins as the first direction itself, undampened.
    private readonly T _share = isFirst ? T.One : T.One - sgd.Dampening;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<TLane>(
        ref TLane parameter, TLane gradient, ref TLane buffer, ref TLane second, ref TLane third)
        where TLane : struct, ILane<TLane, T>
    {
        TLane direction = _direction.Of(parameter, gradient);
        TLane momentum = (_momentum * buffer) + (_share * direction);
        buffer = momentum;
        parameter -= _learningRate * (_nesterov ? direction + (_momentum * momentum) : momentum);
    }
}
