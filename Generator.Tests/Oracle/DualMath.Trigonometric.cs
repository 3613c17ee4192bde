using System.Numerics;

namespace Fluxion.Generator.Tests.Oracle;

/// <summary>Circular and hyperbolic functions.</summary>
public static partial class DualMath
{
    public static Dual<T> Sin<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.Sin(x.V), T.Cos(x.V));

    public static Dual<T> Cos<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.Cos(x.V), -T.Sin(x.V));

    public static Dual<T> Tan<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.Tan(x.V), T.One / (T.Cos(x.V) * T.Cos(x.V)));

    public static Dual<T> SinPi<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.SinPi(x.V), T.Pi * T.CosPi(x.V));

    public static Dual<T> CosPi<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.CosPi(x.V), -T.Pi * T.SinPi(x.V));

    public static Dual<T> TanPi<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.TanPi(x.V), T.Pi / (T.CosPi(x.V) * T.CosPi(x.V)));

    public static Dual<T> Asin<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.Asin(x.V), T.One / T.Sqrt(T.One - (x.V * x.V)));

    public static Dual<T> Acos<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.Acos(x.V), -T.One / T.Sqrt(T.One - (x.V * x.V)));

    public static Dual<T> Atan<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.Atan(x.V), T.One / (T.One + (x.V * x.V)));

    public static Dual<T> AsinPi<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.AsinPi(x.V), T.One / (T.Pi * T.Sqrt(T.One - (x.V * x.V))));

    public static Dual<T> AcosPi<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.AcosPi(x.V), -T.One / (T.Pi * T.Sqrt(T.One - (x.V * x.V))));

    public static Dual<T> AtanPi<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.AtanPi(x.V), T.One / (T.Pi * (T.One + (x.V * x.V))));

    public static Dual<T> Sinh<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.Sinh(x.V), T.Cosh(x.V));

    public static Dual<T> Cosh<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.Cosh(x.V), T.Sinh(x.V));

    public static Dual<T> Tanh<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.Tanh(x.V), T.One / (T.Cosh(x.V) * T.Cosh(x.V)));

    public static Dual<T> Asinh<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.Asinh(x.V), T.One / T.Sqrt((x.V * x.V) + T.One));

    public static Dual<T> Acosh<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.Acosh(x.V), T.One / T.Sqrt((x.V * x.V) - T.One));

    public static Dual<T> Atanh<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.Atanh(x.V), T.One / (T.One - (x.V * x.V)));

    public static Dual<T> Atan2<T>(Dual<T> y, Dual<T> x)
        where T : IFloatingPointIeee754<T>
    {
        T square = ((x.V * x.V) + (y.V * y.V));
        return Dual<T>.Of(T.Atan2(y.V, x.V), (y, x.V / square), (x, -y.V / square));
    }

    public static Dual<T> Atan2Pi<T>(Dual<T> y, Dual<T> x)
        where T : IFloatingPointIeee754<T>
    {
        T square = T.Pi * ((x.V * x.V) + (y.V * y.V));
        return Dual<T>.Of(T.Atan2Pi(y.V, x.V), (y, x.V / square), (x, -y.V / square));
    }
}
