using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>A vector of numbers, as many as the machine takes at once.</summary>
/// <typeparam name="T">The type of a number.</typeparam>
/// <param name="value">The numbers.</param>
internal readonly struct VectorLane<T>(Vector<T> value) : ILane<VectorLane<T>, T>
    where T : IFloatingPointIeee754<T>
{
    private readonly Vector<T> _value = value;

    public static VectorLane<T> operator +(VectorLane<T> left, VectorLane<T> right) => new(left._value + right._value);

    public static VectorLane<T> operator -(VectorLane<T> left, VectorLane<T> right) => new(left._value - right._value);

    public static VectorLane<T> operator *(VectorLane<T> left, VectorLane<T> right) => new(left._value * right._value);

    public static VectorLane<T> operator *(T left, VectorLane<T> right) => new(left * right._value);

    public static VectorLane<T> operator /(VectorLane<T> left, VectorLane<T> right) => new(left._value / right._value);

    public static VectorLane<T> All(T value) => new(new Vector<T>(value));

    public static VectorLane<T> Abs(VectorLane<T> value) => new(Vector.Abs(value._value));

    public static VectorLane<T> Sqrt(VectorLane<T> value) => new(Vector.SquareRoot(value._value));

    public static VectorLane<T> Max(VectorLane<T> left, VectorLane<T> right) =>
        new(Vector.Max(left._value, right._value));

    public static VectorLane<T> Min(VectorLane<T> left, VectorLane<T> right) =>
        new(Vector.Min(left._value, right._value));

    public static VectorLane<T> IfPositive(VectorLane<T> test, VectorLane<T> yes, VectorLane<T> no) =>
        new(Vector.ConditionalSelect(Vector.GreaterThan(test._value, Vector<T>.Zero), yes._value, no._value));
}
