using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Optimization;

/// <summary>A step of Adagrad; it remembers the sum of squares.</summary>
/// <typeparam name="T">The type of the parameters.</typeparam>
/// <param name="adagrad">The settings.</param>
/// <param name="stepSize">The decayed learning rate.</param>
internal readonly struct AdagradRule<T>(Adagrad<T> adagrad, double stepSize) : IUpdateRule<T>
    where T : IFloatingPointIeee754<T>
{
    private readonly Direction<T> _direction = new(adagrad.Maximize, T.CreateTruncating(adagrad.WeightDecay));
    private readonly T _stepSize = T.CreateTruncating(stepSize);
    private readonly T _epsilon = T.CreateTruncating(adagrad.Epsilon);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<TLane>(
        ref TLane parameter, TLane gradient, ref TLane sum, ref TLane second, ref TLane third)
        where TLane : struct, ILane<TLane, T>
    {
        TLane direction = _direction.Of(parameter, gradient);
        TLane squares = sum + (direction * direction);
        sum = squares;
        parameter -= _stepSize * direction / (TLane.Sqrt(squares) + TLane.All(_epsilon));
    }
}
