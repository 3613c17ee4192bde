using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Optimization;

/// <summary>A step of plain gradient descent, and what the one with momentum shares with it.</summary>
/// <typeparam name="T">The type of the parameters.</typeparam>
/// <param name="sgd">The settings.</param>
internal readonly struct SgdRule<T>(Sgd<T> sgd) : IUpdateRule<T>
    where T : IFloatingPointIeee754<T>
{
    private readonly T _learningRate = sgd.LearningRate;
    private readonly T _sign = sgd.Maximize ? T.NegativeOne : T.One;
    private readonly T _weightDecay = sgd.WeightDecay;

    // Without it an infinite parameter must not turn 0·∞ into NaN.
    private readonly bool _decays = sgd.WeightDecay != T.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke(ref T parameter, T gradient, ref T state)
    {
        parameter = Move(parameter, Direction(parameter, gradient));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke(ref Vector<T> parameters, Vector<T> gradient, ref Vector<T> state)
    {
        parameters = Move(parameters, Direction(parameters, gradient));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal T Direction(T parameter, T gradient)
    {
        T direction = gradient * _sign;
        return _decays ? direction + (_weightDecay * parameter) : direction;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector<T> Direction(Vector<T> parameters, Vector<T> gradient)
    {
        Vector<T> direction = gradient * _sign;
        return _decays ? direction + (_weightDecay * parameters) : direction;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal T Move(T parameter, T direction) => parameter - (_learningRate * direction);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector<T> Move(Vector<T> parameters, Vector<T> direction) => parameters - (_learningRate * direction);
}
