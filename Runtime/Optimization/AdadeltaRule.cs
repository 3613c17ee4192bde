using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Optimization;

/// <summary>A step of Adadelta; it remembers the mean squares of gradient and step.</summary>
/// <typeparam name="T">The type of the parameters.</typeparam>
/// <param name="adadelta">The settings.</param>
internal readonly struct AdadeltaRule<T>(Adadelta<T> adadelta) : IUpdateRule<T>
    where T : IFloatingPointIeee754<T>
{
    private readonly Direction<T> _direction = new(adadelta.Maximize, T.CreateTruncating(adadelta.WeightDecay));
    private readonly T _learningRate = adadelta.LearningRate;
    private readonly T _rho = T.CreateTruncating(adadelta.Rho);
    private readonly T _share = T.CreateTruncating(1 - adadelta.Rho);
    private readonly T _epsilon = T.CreateTruncating(adadelta.Epsilon);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<TLane>(
        ref TLane parameter, TLane gradient, ref TLane square, ref TLane stepSquare, ref TLane third)
        where TLane : struct, ILane<TLane, T>
    {
        TLane direction = _direction.Of(parameter, gradient);
        TLane epsilon = TLane.All(_epsilon);
        TLane v = (_rho * square) + (_share * direction * direction);
        TLane u = stepSquare;
        TLane step = TLane.Sqrt(u + epsilon) / TLane.Sqrt(v + epsilon) * direction;
        square = v;
        stepSquare = (_rho * u) + (_share * step * step);
        parameter -= _learningRate * step;
    }
}
