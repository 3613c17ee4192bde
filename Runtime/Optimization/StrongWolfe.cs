using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>A search along a line for a point with enough descent and a flat enough slope.</summary>
/// <remarks>
/// First a bracket is found, then it is narrowed by cubic interpolation: J. Nocedal, S. Wright, "Numerical
/// optimization", algorithms 3.5 and 3.6, with the details of M. Schmidt's minFunc and of PyTorch.
/// </remarks>
/// <typeparam name="T">The type of the parameters.</typeparam>
/// <param name="parameterCount">The number of parameters.</param>
internal sealed class StrongWolfe<T>(int parameterCount)
    where T : IFloatingPointIeee754<T>
{
    private const int Iterations = 25;

    private static readonly T Armijo = T.CreateTruncating(1e-4);
    private static readonly T Curvature = T.CreateTruncating(0.9);
    private static readonly T Tenth = T.CreateTruncating(0.1);

    private readonly T[] _point = new T[parameterCount];
    private readonly T[] _direction = new T[parameterCount];
    private readonly T[] _trial = new T[parameterCount];

    private readonly Node[] _ends = [new(parameterCount), new(parameterCount)];
    private Node _new = new(parameterCount);
    private int _lowIndex;
    private IObjective<T>? _objective;
    private T _value = T.Zero;
    private T _slope = T.Zero;

    /// <summary>The gradient at the point that was found.</summary>
    internal ReadOnlySpan<T> Gradient => Low.Gradient;

    /// <summary>The value at the point that was found.</summary>
    internal T Value => Low.Value;

    /// <summary>The number of evaluations of the last search.</summary>
    internal int Evaluations { get; private set; }

    private ref Node Low => ref _ends[_lowIndex];

    private ref Node High => ref _ends[1 - _lowIndex];

    private bool IsTooHigh => _new.Value > _value + (Armijo * _new.Distance * _slope);

    private bool IsFlat => T.Abs(_new.Slope) <= -Curvature * _slope;

    /// <summary>Finds how far to go.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="point">Where the line begins.</param>
    /// <param name="direction">Its direction.</param>
    /// <param name="start">Value and gradient at its beginning, and the first distance to try.</param>
    /// <param name="changeTolerance">The size of a bracket that is not narrowed any more.</param>
    /// <returns>The distance.</returns>
    internal T Search(
        IObjective<T> objective,
        ReadOnlySpan<T> point,
        ReadOnlySpan<T> direction,
        LineStart<T> start,
        T changeTolerance)
    {
        _objective = objective;
        point.CopyTo(_point);
        direction.CopyTo(_direction);
        (_value, _slope) = (start.Value, start.Slope);
        Evaluations = 0;

        // The start of the line is the lower end until a better one is found.
        _lowIndex = 0;
        Low.Set(T.Zero, start);
        Evaluate(start.Distance);

        if (!Bracket(start))
        {
            Order();
            Zoom(changeTolerance);
        }

        _objective = null;
        return Low.Distance;
    }

    /// <summary>Goes on until the conditions hold (true; the point is the low one) or a bracket encloses
    /// them.</summary>
    private bool Bracket(LineStart<T> start)
    {
        for (int iteration = 0; iteration < Iterations; iteration++)
        {
            if (IsTooHigh || (iteration > 1 && _new.Value >= Low.Value))
            {
                Swap(ref High);
                return false;
            }

            if (IsFlat)
            {
                Swap(ref Low);
                return true;
            }

            if (_new.Slope >= T.Zero)
            {
                Swap(ref High);
                return false;
            }

            T distance = _new.Distance;
            T least = distance + (T.CreateTruncating(0.01) * (distance - Low.Distance));
            T next = Interpolate(Low, _new, least, distance * T.CreateTruncating(10));
            Swap(ref Low);
            Evaluate(next);
        }

        Low.Set(T.Zero, start);
        Swap(ref High);
        return false;
    }

    private void Zoom(T changeTolerance)
    {
        T norm = Sums.GreatestAbsolute<T>(_direction);
        bool isSlow = false;

        while (Evaluations <= Iterations && !(T.Abs(_ends[1].Distance - _ends[0].Distance) * norm < changeTolerance))
        {
            T left = T.Min(_ends[0].Distance, _ends[1].Distance);
            T right = T.Max(_ends[0].Distance, _ends[1].Distance);
            Evaluate(MoveInside(Interpolate(_ends[0], _ends[1], left, right), left, right, ref isSlow));

            if (IsTooHigh || _new.Value >= Low.Value)
            {
                Swap(ref High);
                Order();
                continue;
            }

            bool isDone = IsFlat;

            if (!isDone && _new.Slope * (High.Distance - Low.Distance) >= T.Zero)
            {
                // The low end becomes the high one; the former high end is not needed any more.
                (High, Low) = (Low, High);
            }

            Swap(ref Low);

            if (isDone)
            {
                return;
            }
        }
    }

    /// <summary>Keeps a trial that comes too close to an end of the bracket twice a tenth of it away.</summary>
    private static T MoveInside(T distance, T left, T right, ref bool isSlow)
    {
        T margin = Tenth * (right - left);

        if (!(T.Min(right - distance, distance - left) < margin))
        {
            isSlow = false;
            return distance;
        }

        if (!isSlow && distance < right && distance > left)
        {
            isSlow = true;
            return distance;
        }

        isSlow = false;
        return T.Abs(distance - right) < T.Abs(distance - left) ? right - margin : left + margin;
    }

    /// <summary>The minimum, between bounds, of the cubic with the values and slopes of two points.</summary>
    private static T Interpolate(Node first, Node second, T least, T greatest)
    {
        (T x1, T x2) = (first.Distance, second.Distance);
        T d1 = first.Slope + second.Slope
            - (T.CreateTruncating(3) * (first.Value - second.Value) / (x1 - x2));
        T square = (d1 * d1) - (first.Slope * second.Slope);

        if (!(square >= T.Zero))
        {
            return (least + greatest) / T.CreateTruncating(2);
        }

        T d2 = T.Sqrt(square);
        T two = T.CreateTruncating(2);
        T minimum = x1 <= x2
            ? x2 - ((x2 - x1) * ((second.Slope + d2 - d1) / (second.Slope - first.Slope + (two * d2))))
            : x1 - ((x1 - x2) * ((first.Slope + d2 - d1) / (first.Slope - second.Slope + (two * d2))));
        return T.Min(T.Max(minimum, least), greatest);
    }

    private void Order() => _lowIndex = _ends[0].Value <= _ends[1].Value ? 0 : 1;

    private void Swap(ref Node end) => (end, _new) = (_new, end);

    private void Evaluate(T distance)
    {
        for (int i = 0; i < _trial.Length; i++)
        {
            _trial[i] = _point[i] + (distance * _direction[i]);
        }

        _new.Distance = distance;
        _new.Value = _objective!.ValueAndGradient(_trial, _new.Gradient);
        _new.Slope = Sums.Dot<T>(_new.Gradient, _direction);
        Evaluations++;
    }

    /// <summary>A point of the line.</summary>
    private sealed class Node(int parameterCount)
    {
        internal T Distance { get; set; } = T.Zero;

        internal T Value { get; set; } = T.Zero;

        internal T Slope { get; set; } = T.Zero;

        internal T[] Gradient { get; } = new T[parameterCount];

        internal void Set(T distance, LineStart<T> start)
        {
            (Distance, Value, Slope) = (distance, start.Value, start.Slope);
            start.Gradient.CopyTo(Gradient);
        }
    }
}
