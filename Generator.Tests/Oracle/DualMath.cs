using System.Numerics;

namespace Fluxion.Generator.Tests.Oracle;

/// <summary>
/// The functions of <see cref="Math"/> and of <c>double</c> on dual numbers, by the textbook, at kinks by the conventions.
/// This part: roots, arithmetic by another name, and what has kinks or steps.
/// </summary>
public static partial class DualMath
{
    public const double PI = Math.PI;

    public const double E = Math.E;

    [ThreadStatic]
    private static double _largest;

    /// <summary>The largest finite size of a result since this was set to zero.</summary>
    public static double Largest { get => _largest; set => _largest = value; }

    /// <summary>Keeps <see cref="Largest"/>.</summary>
    public static void Note(double value) =>
        _largest = double.IsNaN(value) ? _largest : Math.Max(_largest, Math.Abs(value));

    public static bool IsNaN<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => T.IsNaN(x.V);

    public static Dual<T> Abs<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.Abs(x.V), SignOf(x.V));

    public static Dual<T> CopySign<T>(Dual<T> x, Dual<T> y)
        where T : IFloatingPointIeee754<T> => x.Of(T.CopySign(x.V, y.V), SignOf(x.V) * T.CopySign(T.One, y.V));

    public static Dual<T> Max<T>(Dual<T> x, Dual<T> y)
        where T : IFloatingPointIeee754<T> => Dual<T>.Of(T.Max(x.V, y.V), (x, Wins(x.V > y.V, x.V, y.V)), (y, Wins(y.V > x.V, x.V, y.V)));

    public static Dual<T> Min<T>(Dual<T> x, Dual<T> y)
        where T : IFloatingPointIeee754<T> => Dual<T>.Of(T.Min(x.V, y.V), (x, Wins(x.V < y.V, x.V, y.V)), (y, Wins(y.V < x.V, x.V, y.V)));

    public static Dual<T> MaxMagnitude<T>(Dual<T> x, Dual<T> y)
        where T : IFloatingPointIeee754<T> => Picked(x, y, T.MaxMagnitude(x.V, y.V));

    public static Dual<T> MinMagnitude<T>(Dual<T> x, Dual<T> y)
        where T : IFloatingPointIeee754<T> => Picked(x, y, T.MinMagnitude(x.V, y.V));

    public static Dual<T> MaxNumber<T>(Dual<T> x, Dual<T> y)
        where T : IFloatingPointIeee754<T> => Picked(x, y, T.MaxNumber(x.V, y.V));

    public static Dual<T> MinNumber<T>(Dual<T> x, Dual<T> y)
        where T : IFloatingPointIeee754<T> => Picked(x, y, T.MinNumber(x.V, y.V));

    public static Dual<T> Clamp<T>(Dual<T> x, Dual<T> low, Dual<T> high)
        where T : IFloatingPointIeee754<T> => Dual<T>.Of(
            T.Clamp(x.V, low.V, high.V),
            (x, x < low || x > high ? T.Zero : T.One), (low, x < low ? T.One : T.Zero), (high, x > high ? T.One : T.Zero));

    public static Dual<T> Floor<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => T.Floor(x.V);

    public static Dual<T> Ceiling<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => T.Ceiling(x.V);

    public static Dual<T> Truncate<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => T.Truncate(x.V);

    public static Dual<T> Round<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => T.Round(x.V);

    public static int Sign<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => T.Sign(x.V);

    public static Dual<T> IEEERemainder<T>(Dual<T> x, Dual<T> y)
        where T : IFloatingPointIeee754<T> =>
        Dual<T>.Of(T.Ieee754Remainder(x.V, y.V), (x, T.One), (y, -T.Round(x.V / y.V)));

    public static Dual<T> Sqrt<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.Sqrt(x.V), T.One / (Real<T>(2) * T.Sqrt(x.V)));

    public static Dual<T> Cbrt<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.Cbrt(x.V), T.One / (Real<T>(3) * T.Cbrt(x.V) * T.Cbrt(x.V)));

    public static Dual<T> Hypot<T>(Dual<T> x, Dual<T> y)
        where T : IFloatingPointIeee754<T>
    {
        T value = T.Hypot(x.V, y.V);
        return T.IsZero(value) ? value : Dual<T>.Of(value, (x, x.V / value), (y, y.V / value));
    }

    public static Dual<T> FusedMultiplyAdd<T>(Dual<T> x, Dual<T> y, Dual<T> z)
        where T : IFloatingPointIeee754<T> =>
        Dual<T>.Of(T.FusedMultiplyAdd(x.V, y.V, z.V), (x, y.V), (y, x.V), (z, T.One));

    public static Dual<T> Lerp<T>(Dual<T> x, Dual<T> y, Dual<T> share)
        where T : IFloatingPointIeee754<T> =>
        Dual<T>.Of(T.Lerp(x.V, y.V, share.V), (x, T.One - share.V), (y, share.V), (share, y.V - x.V));

    public static Dual<T> DegreesToRadians<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.DegreesToRadians(x.V), T.Pi / Real<T>(180));

    public static Dual<T> RadiansToDegrees<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.RadiansToDegrees(x.V), Real<T>(180) / T.Pi);

    private static T SignOf<T>(T x)
        where T : IFloatingPointIeee754<T> => T.IsZero(x) ? T.Zero : T.CopySign(T.One, x);

    // Half at a tie; one for both when either is NaN.
    private static T Wins<T>(bool wins, T x, T y)
        where T : IFloatingPointIeee754<T> =>
        x == y ? Real<T>(0.5) : wins || T.IsNaN(x) || T.IsNaN(y) ? T.One : T.Zero;

    private static Dual<T> Picked<T>(Dual<T> x, Dual<T> y, T value)
        where T : IFloatingPointIeee754<T> =>
        x.V == y.V ? Dual<T>.Of(value, (x, Real<T>(0.5)), (y, Real<T>(0.5)))
        : value == x.V ? x : value == y.V ? y
        : Dual<T>.Of(value, (x, T.One), (y, T.One));

    private static T Real<T>(double value)
        where T : IFloatingPointIeee754<T> =>
        T.CreateTruncating(value);
}
