using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>The last changes of parameters and gradient, and the inverse Hessian they stand for.</summary>
/// <typeparam name="T">The type of the parameters.</typeparam>
/// <param name="capacity">The number of pairs that are kept.</param>
internal sealed class LbfgsHistory<T>(int capacity) : IStateful
    where T : IFloatingPointIeee754<T>
{
    private static readonly T LeastCurvature = T.CreateTruncating(1e-10);

    // Oldest first.
    private readonly List<LbfgsPair<T>> _pairs = [];

    // The arrays the next pair is computed in; those of a pair that is dropped serve again.
    private LbfgsPair<T>? _spare;
    private double _scale = 1;

    internal int Capacity { get; } = capacity;

    internal int ParameterCount { get; set; }

    public void Transfer(StateTransfer state)
    {
        state.Setting("historySize", (long)Capacity);
        state.Value("scale", ref _scale);
        int count = _pairs.Count;
        state.Value("pairs", ref count);

        if (count < 0 || count > Capacity)
        {
            throw StateTransfer.Refusal($"'pairs' is {count} where {Capacity} fit.");
        }

        if (state.IsRestoring)
        {
            _pairs.Clear();
            _pairs.AddRange(Enumerable.Range(0, count).Select(_ => new LbfgsPair<T>(ParameterCount)));
        }

        foreach (LbfgsPair<T> pair in _pairs)
        {
            pair.Transfer(state);
        }
    }

    /// <summary>Takes the changes of the last iteration in, unless the function curves the wrong way there.</summary>
    internal void Remember(
        ReadOnlySpan<T> gradient, ReadOnlySpan<T> formerGradient, ReadOnlySpan<T> direction, T distance)
    {
        LbfgsPair<T> pair = _spare ?? new LbfgsPair<T>(ParameterCount);
        pair.Set(gradient, formerGradient, direction, distance);
        _spare = pair;

        if (!(pair.Curvature > LeastCurvature))
        {
            return;
        }

        _spare = null;

        if (_pairs.Count == Capacity)
        {
            _spare = _pairs[0];
            _pairs.RemoveAt(0);
        }

        _pairs.Add(pair);
        T square = Sums.Dot(pair.GradientChange, pair.GradientChange);
        _scale = double.CreateTruncating(pair.Curvature / square);
    }

    /// <summary>The negative gradient times the inverse Hessian, by the two loops of Nocedal.</summary>
    internal void Direction(ReadOnlySpan<T> gradient, Span<T> direction)
    {
        for (int i = 0; i < gradient.Length; i++)
        {
            direction[i] = -gradient[i];
        }

        for (int i = _pairs.Count - 1; i >= 0; i--)
        {
            LbfgsPair<T> pair = _pairs[i];
            pair.Share = Sums.Dot(pair.Change, direction) * pair.Reciprocal;
            Add(direction, -pair.Share, pair.GradientChange);
        }

        T scale = T.CreateTruncating(_scale);

        for (int i = 0; i < direction.Length; i++)
        {
            direction[i] *= scale;
        }

        foreach (LbfgsPair<T> pair in _pairs)
        {
            Add(direction, pair.Share - (Sums.Dot(pair.GradientChange, direction) * pair.Reciprocal), pair.Change);
        }
    }

    private static void Add(Span<T> target, T factor, ReadOnlySpan<T> values)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] += factor * values[i];
        }
    }
}
