using System.Numerics;

namespace Fluxion.Generator.Tests.Oracle;

/// <summary>Exponentials, logarithms and powers.</summary>
public static partial class DualMath
{
    public static Dual<T> Exp<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.Exp(x.V), T.Exp(x.V));

    public static Dual<T> Exp2<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.Exp2(x.V), Real<T>(0.69314718055994530942) * T.Exp2(x.V));

    public static Dual<T> Exp10<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.Exp10(x.V), Real<T>(2.30258509299404568402) * T.Exp10(x.V));

    public static Dual<T> ExpM1<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.ExpM1(x.V), T.Exp(x.V));

    public static Dual<T> Exp2M1<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.Exp2M1(x.V), Real<T>(0.69314718055994530942) * T.Exp2(x.V));

    public static Dual<T> Exp10M1<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.Exp10M1(x.V), Real<T>(2.30258509299404568402) * T.Exp10(x.V));

    public static Dual<T> Log<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.Log(x.V), T.One / x.V);

    public static Dual<T> Log2<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.Log2(x.V), T.One / (Real<T>(0.69314718055994530942) * x.V));

    public static Dual<T> Log10<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.Log10(x.V), T.One / (Real<T>(2.30258509299404568402) * x.V));

    public static Dual<T> LogP1<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.LogP1(x.V), T.One / (T.One + x.V));

    public static Dual<T> Log2P1<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.Log2P1(x.V), T.One / (Real<T>(0.69314718055994530942) * (T.One + x.V)));

    public static Dual<T> Log10P1<T>(Dual<T> x)
        where T : IFloatingPointIeee754<T> => x.Of(T.Log10P1(x.V), T.One / (Real<T>(2.30258509299404568402) * (T.One + x.V)));

    public static Dual<T> Log<T>(Dual<T> x, Dual<T> radix)
        where T : IFloatingPointIeee754<T>
    {
        (T value, T logarithm) = (T.Log(x.V, radix.V), T.Log(radix.V));
        return Dual<T>.Of(value, (x, T.One / (x.V * logarithm)), (radix, -value / (radix.V * logarithm)));
    }

    public static Dual<T> Pow<T>(Dual<T> x, Dual<T> y)
        where T : IFloatingPointIeee754<T>
    {
        T value = T.Pow(x.V, y.V);
        T byBase = T.IsZero(y.V) ? T.Zero : y.V * T.Pow(x.V, y.V - T.One);
        T byExponent = !T.IsZero(x.V) ? value * T.Log(x.V) : y.V >= T.Zero ? T.Zero : -value;
        return Dual<T>.Of(value, (x, byBase), (y, byExponent));
    }
}
