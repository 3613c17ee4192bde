using System.Numerics;

namespace Fluxion.Generator.Tests.Oracle;

/// <summary>
/// A number with its derivative along one direction: forward mode by operator overloading, which shares nothing with the
/// generator. A program is compiled a second time with this type in the place of its floating type.
/// </summary>
/// <param name="V">The value.</param>
/// <param name="D">The derivative.</param>
public readonly record struct Dual<T>(T V, T D)
    where T : IFloatingPointIeee754<T>
{
    public static Dual<T> NaN => T.NaN;

    public static Dual<T> PositiveInfinity => T.PositiveInfinity;

    public static Dual<T> NegativeInfinity => T.NegativeInfinity;

    public static implicit operator Dual<T>(T value) => new(value, T.Zero);

    public static explicit operator int(Dual<T> x) => int.CreateTruncating(x.V);

    public static Dual<T> operator +(Dual<T> x) => x;

    public static Dual<T> operator -(Dual<T> x) => new(-x.V, -x.D);

    public static Dual<T> operator ++(Dual<T> x) => x with { V = x.V + T.One };

    public static Dual<T> operator --(Dual<T> x) => x with { V = x.V - T.One };

    public static Dual<T> operator +(Dual<T> x, Dual<T> y) => new(x.V + y.V, x.D + y.D);

    public static Dual<T> operator -(Dual<T> x, Dual<T> y) => new(x.V - y.V, x.D - y.D);

    public static Dual<T> operator *(Dual<T> x, Dual<T> y) => new(x.V * y.V, Times(y.V, x.D) + Times(x.V, y.D));

    public static Dual<T> operator /(Dual<T> x, Dual<T> y)
    {
        T value = x.V / y.V;
        return new(value, Times(T.One / y.V, x.D) + Times(-(value / y.V), y.D));
    }

    public static Dual<T> operator %(Dual<T> x, Dual<T> y) => new(x.V % y.V, x.D - Times(T.Truncate(x.V / y.V), y.D));

    public static bool operator <(Dual<T> x, Dual<T> y) => x.V < y.V;

    public static bool operator >(Dual<T> x, Dual<T> y) => x.V > y.V;

    public static bool operator <=(Dual<T> x, Dual<T> y) => x.V <= y.V;

    public static bool operator >=(Dual<T> x, Dual<T> y) => x.V >= y.V;

    public static bool IsNaN(Dual<T> x) => T.IsNaN(x.V);

    /// <summary>The chain rule's product: what does not move adds nothing, whatever the slope.</summary>
    public static T Times(T slope, T tangent) => T.IsZero(slope) || T.IsZero(tangent) ? T.Zero : slope * tangent;

    /// <summary>The result of a function of one argument.</summary>
    public Dual<T> Of(T value, T slope) => new(value, Times(slope, D));

    public bool Equals(Dual<T> other) => V == other.V;

    public override int GetHashCode() => V.GetHashCode();
}
