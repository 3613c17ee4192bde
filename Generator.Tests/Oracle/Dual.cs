using System.Numerics;

namespace Fluxion.Generator.Tests.Oracle;

/// <summary>
/// A number with its derivative along one direction: forward mode by operator overloading, which shares nothing with the
/// generator. A program is compiled a second time with this type in the place of its floating type.
/// </summary>
/// <param name="V">The value.</param>
/// <param name="D">The derivative.</param>
/// <param name="M">
/// The sum of the sizes of what the derivative is added up from, over all paths: what it lost to cancellation, and so how
/// closely two ways of computing it can agree, goes by this.
/// </param>
public readonly record struct Dual<T>(T V, T D, T M)
    where T : IFloatingPointIeee754<T>
{
    public Dual(T value, T derivative)
        : this(value, derivative, T.Abs(derivative))
    {
    }

    public static Dual<T> NaN => T.NaN;

    public static Dual<T> PositiveInfinity => T.PositiveInfinity;

    public static Dual<T> NegativeInfinity => T.NegativeInfinity;

    public static implicit operator Dual<T>(T value) => new(value, T.Zero);

    public static implicit operator Dual<double>(Dual<T> x) => new(Real(x.V), Real(x.D), Real(x.M));

    public static explicit operator Dual<float>(Dual<T> x) => new(
        float.CreateTruncating(x.V), float.CreateTruncating(x.D), float.CreateTruncating(x.M));

    public static explicit operator int(Dual<T> x) => int.CreateTruncating(x.V);

    public static Dual<T> operator +(Dual<T> x) => x;

    public static Dual<T> operator -(Dual<T> x) => new(-x.V, -x.D, x.M);

    public static Dual<T> operator ++(Dual<T> x) => x with { V = x.V + T.One };

    public static Dual<T> operator --(Dual<T> x) => x with { V = x.V - T.One };

    public static Dual<T> operator +(Dual<T> x, Dual<T> y) => Of(x.V + y.V, (x, T.One), (y, T.One));

    public static Dual<T> operator -(Dual<T> x, Dual<T> y) => Of(x.V - y.V, (x, T.One), (y, -T.One));

    public static Dual<T> operator *(Dual<T> x, Dual<T> y) => Of(x.V * y.V, (x, y.V), (y, x.V));

    public static Dual<T> operator /(Dual<T> x, Dual<T> y)
    {
        T value = x.V / y.V;
        return Of(value, (x, T.One / y.V), (y, -(value / y.V)));
    }

    public static Dual<T> operator %(Dual<T> x, Dual<T> y) => Of(x.V % y.V, (x, T.One), (y, -T.Truncate(x.V / y.V)));

    public static bool operator <(Dual<T> x, Dual<T> y) => x.V < y.V;

    public static bool operator >(Dual<T> x, Dual<T> y) => x.V > y.V;

    public static bool operator <=(Dual<T> x, Dual<T> y) => x.V <= y.V;

    public static bool operator >=(Dual<T> x, Dual<T> y) => x.V >= y.V;

    public static bool IsNaN(Dual<T> x) => T.IsNaN(x.V);

    /// <summary>The chain rule's product: what does not move adds nothing, whatever the slope.</summary>
    public static T Times(T slope, T tangent) => T.IsZero(slope) || T.IsZero(tangent) ? T.Zero : slope * tangent;

    /// <summary>The result of a function: its value, and each argument with the slope by it.</summary>
    public static Dual<T> Of(T value, params ReadOnlySpan<(Dual<T> Argument, T Slope)> terms)
    {
        (T derivative, T size) = (T.Zero, T.Zero);

        foreach ((Dual<T> argument, T slope) in terms)
        {
            derivative += Times(slope, argument.D);
            size += Times(T.Abs(slope), argument.M);
        }

        DualMath.Note(double.CreateTruncating(value));
        return new(value, derivative, size);
    }

    /// <summary>The result of a function of one argument.</summary>
    public Dual<T> Of(T value, T slope) => Of(value, (this, slope));

    public bool Equals(Dual<T> other) => V == other.V;

    public override int GetHashCode() => V.GetHashCode();

    private static double Real(T value) => double.CreateTruncating(value);
}
