using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Optimization;

/// <summary>A step of plain gradient descent.</summary>
/// <typeparam name="T">The type of the parameters.</typeparam>
/// <param name="sgd">The settings.</param>
internal readonly struct SgdRule<T>(Sgd<T> sgd) : IUpdateRule<T>
    where T : IFloatingPointIeee754<T>
{
    private readonly Direction<T> _direction = new(sgd.Maximize, sgd.WeightDecay);
    private readonly T _learningRate = sgd.LearningRate;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<TLane>(
        ref TLane parameter, TLane gradient, ref TLane first, ref TLane second, ref TLane third)
        where TLane : struct, ILane<TLane, T>
    {
        parameter -= _learningRate * _direction.Of(parameter, gradient);
    }
}
