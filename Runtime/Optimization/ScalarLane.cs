using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>One number.</summary>
/// <typeparam name="T">Its type.</typeparam>
/// <param name="value">The number.</param>
internal readonly struct ScalarLane<T>(T value) : ILane<ScalarLane<T>, T>
    where T : IFloatingPointIeee754<T>
{
    private readonly T _value = value;

    public static ScalarLane<T> operator +(ScalarLane<T> left, ScalarLane<T> right) => new(left._value + right._value);

    public static ScalarLane<T> operator -(ScalarLane<T> left, ScalarLane<T> right) => new(left._value - right._value);

    public static ScalarLane<T> operator *(ScalarLane<T> left, ScalarLane<T> right) => new(left._value * right._value);

    public static ScalarLane<T> operator *(T left, ScalarLane<T> right) => new(left * right._value);

    public static ScalarLane<T> operator /(ScalarLane<T> left, ScalarLane<T> right) => new(left._value / right._value);

    public static ScalarLane<T> All(T value) => new(value);

    public static ScalarLane<T> Abs(ScalarLane<T> value) => new(T.Abs(value._value));

    public static ScalarLane<T> Sqrt(ScalarLane<T> value) => new(T.Sqrt(value._value));

    public static ScalarLane<T> Max(ScalarLane<T> left, ScalarLane<T> right) => new(T.Max(left._value, right._value));

    public static ScalarLane<T> Min(ScalarLane<T> left, ScalarLane<T> right) => new(T.Min(left._value, right._value));

    public static ScalarLane<T> IfPositive(ScalarLane<T> test, ScalarLane<T> yes, ScalarLane<T> no) =>
        test._value > T.Zero ? yes : no;
}
