using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Optimization;

/// <summary>A step of RAdam; it remembers the two means.</summary>
/// <typeparam name="T">The type of the parameters.</typeparam>
/// <param name="radam">The settings.</param>
/// <param name="stepSize">The factor of the step, corrections and rectification included.</param>
/// <param name="isRectified">Whether the mean square is already worth dividing by.</param>
internal readonly struct RAdamRule<T>(RAdam<T> radam, double stepSize, bool isRectified) : IUpdateRule<T>
    where T : IFloatingPointIeee754<T>
{
    private readonly Direction<T> _direction = new(false, T.CreateTruncating(radam.WeightDecay));
    private readonly Moments<T> _moments = new(radam);
    private readonly T _epsilon = T.CreateTruncating(radam.Epsilon);
    private readonly T _stepSize = T.CreateTruncating(stepSize);
    private readonly bool _isRectified = isRectified;

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
        TLane step = _stepSize * m;
        parameter -= _isRectified ? step / (TLane.Sqrt(v) + TLane.All(_epsilon)) : step;
    }
}
