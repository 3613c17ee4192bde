using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>A change of the parameters and the change of the gradient that came with it.</summary>
/// <typeparam name="T">The type of the parameters.</typeparam>
/// <param name="parameterCount">The number of parameters.</param>
internal sealed class LbfgsPair<T>(int parameterCount)
    where T : IFloatingPointIeee754<T>
{
    private T[] _change = new T[parameterCount];
    private T[] _gradientChange = new T[parameterCount];

    internal ReadOnlySpan<T> Change => _change;

    internal ReadOnlySpan<T> GradientChange => _gradientChange;

    /// <summary>The product of the two changes.</summary>
    internal T Curvature { get; private set; } = T.Zero;

    internal T Reciprocal => T.One / Curvature;

    /// <summary>What the first of the two loops leaves for the second one.</summary>
    internal T Share { get; set; } = T.Zero;

    internal void Set(ReadOnlySpan<T> gradient, ReadOnlySpan<T> formerGradient, ReadOnlySpan<T> direction, T distance)
    {
        for (int i = 0; i < _change.Length; i++)
        {
            _gradientChange[i] = gradient[i] - formerGradient[i];
            _change[i] = distance * direction[i];
        }

        Curvature = Sums.Dot(GradientChange, Change);
    }

    internal void Transfer(StateTransfer state)
    {
        int count = _change.Length;
        state.Numbers("change", ref _change);
        state.Numbers("gradientChange", ref _gradientChange);

        if (_change.Length != count || _gradientChange.Length != count)
        {
            throw StateTransfer.Refusal(
                $"Changes of {_change.Length} and {_gradientChange.Length} elements for {count} parameters.");
        }

        Curvature = Sums.Dot(GradientChange, Change);
    }
}
