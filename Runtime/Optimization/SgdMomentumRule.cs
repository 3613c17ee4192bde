using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Optimization;

/// <summary>A step of gradient descent with momentum; the state is the momentum buffer.</summary>
/// <typeparam name="T">The type of the parameters.</typeparam>
/// <param name="plain">The step without momentum.</param>
/// <param name="sgd">The settings.</param>
internal readonly struct SgdMomentumRule<T>(SgdRule<T> plain, Sgd<T> sgd) : IUpdateRule<T>
    where T : IFloatingPointIeee754<T>
{
    private readonly SgdRule<T> _plain = plain;
    private readonly T _momentum = sgd.Momentum;
    private readonly bool _nesterov = sgd.Nesterov;

    // PyTorch's buffer begins as the first direction itself, undampened; until then it is 0.
    private readonly T _share = sgd.StepCount == 0 ? T.One : T.One - sgd.Dampening;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke(ref T parameter, T gradient, ref T state)
    {
        T direction = _plain.Direction(parameter, gradient);
        T buffer = (_momentum * state) + (_share * direction);
        state = buffer;
        parameter = _plain.Move(parameter, _nesterov ? direction + (_momentum * buffer) : buffer);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke(ref Vector<T> parameters, Vector<T> gradient, ref Vector<T> state)
    {
        Vector<T> direction = _plain.Direction(parameters, gradient);
        Vector<T> buffer = (_momentum * state) + (_share * direction);
        state = buffer;
        parameters = _plain.Move(parameters, _nesterov ? direction + (_momentum * buffer) : buffer);
    }
}
