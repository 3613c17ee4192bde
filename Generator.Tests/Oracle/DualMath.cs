using System.Numerics;

namespace Fluxion.Generator.Tests.Oracle;

/// <summary>The functions of <see cref="Math"/> on dual numbers, by the textbook, at kinks by the conventions.</summary>
public static class DualMath
{
    public const double PI = Math.PI;

    public static Dual<T> Abs<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> =>
        x.Of(T.Abs(x.V), T.IsZero(x.V) ? T.Zero : T.CopySign(T.One, x.V));

    public static Dual<T> Max<T>(Dual<T> x, Dual<T> y)
        where T : IFloatingPointIeee754<T> =>
        Extremum(x, y, T.Max(x.V, y.V), Share(x.V > y.V, x.V, y.V), Share(y.V > x.V, x.V, y.V));

    public static Dual<T> Min<T>(Dual<T> x, Dual<T> y)
        where T : IFloatingPointIeee754<T> =>
        Extremum(x, y, T.Min(x.V, y.V), Share(x.V < y.V, x.V, y.V), Share(y.V < x.V, x.V, y.V));

    public static Dual<T> Clamp<T>(Dual<T> x, Dual<T> low, Dual<T> high)
        where T : IFloatingPointIeee754<T> =>
        new(T.Clamp(x.V, low.V, high.V), x < low ? low.D : x > high ? high.D : x.D);

    public static Dual<T> Sqrt<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> =>
        x.Of(T.Sqrt(x.V), T.One / (Real<T>(2) * T.Sqrt(x.V)));

    public static Dual<T> Exp<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> =>
        x.Of(T.Exp(x.V), T.Exp(x.V));

    public static Dual<T> Log<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> =>
        x.Of(T.Log(x.V), T.One / x.V);

    public static Dual<T> Sin<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> =>
        x.Of(T.Sin(x.V), T.Cos(x.V));

    public static Dual<T> Cos<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> =>
        x.Of(T.Cos(x.V), -T.Sin(x.V));

    public static Dual<T> Tanh<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> =>
        x.Of(T.Tanh(x.V), T.One / (T.Cosh(x.V) * T.Cosh(x.V)));

    public static Dual<T> Atan<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> =>
        x.Of(T.Atan(x.V), T.One / (T.One + (x.V * x.V)));

    public static Dual<T> Floor<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> =>
        T.Floor(x.V);

    public static Dual<T> Pow<T>(Dual<T> x, Dual<T> y)
        where T : IFloatingPointIeee754<T>
    {
        T value = T.Pow(x.V, y.V);
        T byBase = T.IsZero(y.V) ? T.Zero : y.V * T.Pow(x.V, y.V - T.One);
        T byExponent = !T.IsZero(x.V) ? value * T.Log(x.V) : y.V >= T.Zero ? T.Zero : -value;
        return new(value, Dual<T>.Times(byBase, x.D) + Dual<T>.Times(byExponent, y.D));
    }

    private static Dual<T> Extremum<T>(Dual<T> x, Dual<T> y, T value, T ofX, T ofY)
        where T : IFloatingPointIeee754<T> =>
        new(value, Dual<T>.Times(ofX, x.D) + Dual<T>.Times(ofY, y.D));

    // Half at a tie; one for both when either is NaN.
    private static T Share<T>(bool wins, T x, T y)
        where T : IFloatingPointIeee754<T> =>
        x == y ? Real<T>(0.5) : wins || T.IsNaN(x) || T.IsNaN(y) ? T.One : T.Zero;

    private static T Real<T>(double value)
        where T : IFloatingPointIeee754<T> =>
        T.CreateTruncating(value);
}
