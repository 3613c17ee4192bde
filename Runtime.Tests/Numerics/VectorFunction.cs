using System.Numerics;
using Fluxion.Numerics;

namespace Fluxion.Tests.Numerics;

/// <summary>A function on vectors, and the one on scalars that it has to agree with.</summary>
internal sealed record VectorFunction<T>(string Name, Func<Vector<T>, Vector<T>> Vector, Func<T, T> Scalar);

/// <summary>The same of two arguments.</summary>
internal sealed record VectorFunction2<T>(
    string Name, Func<Vector<T>, Vector<T>, Vector<T>> Vector, Func<T, T, T> Scalar);

/// <summary>All functions of <see cref="VectorMath"/>.</summary>
internal static class VectorFunctions
{
    public static readonly VectorFunction<double>[] OfDouble =
    [
        new("Exp", VectorMath.Exp, Math.Exp),
        new("Exp2", VectorMath.Exp2, double.Exp2),
        new("Exp10", VectorMath.Exp10, double.Exp10),
        new("ExpM1", VectorMath.ExpM1, ExpM1),
        new("Sigmoid", VectorMath.Sigmoid, Sigmoid),
        new("Log", VectorMath.Log, Math.Log),
        new("LogP1", VectorMath.LogP1, LogP1),
        new("Log2", VectorMath.Log2, Math.Log2),
        new("Log10", VectorMath.Log10, Math.Log10),
        new("SoftPlus", VectorMath.SoftPlus, SoftPlus),
        new("Sin", VectorMath.Sin, Math.Sin),
        new("Cos", VectorMath.Cos, Math.Cos),
        new("Tan", VectorMath.Tan, Math.Tan),
        new("Asin", VectorMath.Asin, Math.Asin),
        new("Acos", VectorMath.Acos, Math.Acos),
        new("Atan", VectorMath.Atan, Math.Atan),
        new("Sinh", VectorMath.Sinh, Math.Sinh),
        new("Cosh", VectorMath.Cosh, Math.Cosh),
        new("Tanh", VectorMath.Tanh, Math.Tanh),
        new("Asinh", VectorMath.Asinh, Math.Asinh),
        new("Acosh", VectorMath.Acosh, Math.Acosh),
        new("Atanh", VectorMath.Atanh, Math.Atanh),
        new("Cbrt", VectorMath.Cbrt, Math.Cbrt),
        new("Sqrt", VectorMath.Sqrt, Math.Sqrt),
        new("Abs", VectorMath.Abs, Math.Abs),
        new("Floor", VectorMath.Floor, Math.Floor),
        new("Ceiling", VectorMath.Ceiling, Math.Ceiling),
        new("Truncate", VectorMath.Truncate, Math.Truncate),
        new("Round", VectorMath.Round, Math.Round),
    ];

    public static readonly VectorFunction<float>[] OfSingle =
    [
        new("Exp", VectorMath.Exp, MathF.Exp),
        new("Exp2", VectorMath.Exp2, float.Exp2),
        new("Exp10", VectorMath.Exp10, float.Exp10),
        new("ExpM1", VectorMath.ExpM1, static x => (float)ExpM1(x)),
        new("Sigmoid", VectorMath.Sigmoid, static x => (float)Sigmoid(x)),
        new("Log", VectorMath.Log, MathF.Log),
        new("LogP1", VectorMath.LogP1, static x => (float)LogP1(x)),
        new("Log2", VectorMath.Log2, MathF.Log2),
        new("Log10", VectorMath.Log10, MathF.Log10),
        new("SoftPlus", VectorMath.SoftPlus, static x => (float)SoftPlus(x)),
        new("Sin", VectorMath.Sin, MathF.Sin),
        new("Cos", VectorMath.Cos, MathF.Cos),
        new("Tan", VectorMath.Tan, MathF.Tan),
        new("Asin", VectorMath.Asin, MathF.Asin),
        new("Acos", VectorMath.Acos, MathF.Acos),
        new("Atan", VectorMath.Atan, MathF.Atan),
        new("Sinh", VectorMath.Sinh, MathF.Sinh),
        new("Cosh", VectorMath.Cosh, MathF.Cosh),
        new("Tanh", VectorMath.Tanh, MathF.Tanh),
        new("Asinh", VectorMath.Asinh, MathF.Asinh),
        new("Acosh", VectorMath.Acosh, MathF.Acosh),
        new("Atanh", VectorMath.Atanh, MathF.Atanh),
        new("Cbrt", VectorMath.Cbrt, MathF.Cbrt),
        new("Sqrt", VectorMath.Sqrt, MathF.Sqrt),
        new("Abs", VectorMath.Abs, MathF.Abs),
        new("Floor", VectorMath.Floor, MathF.Floor),
        new("Ceiling", VectorMath.Ceiling, MathF.Ceiling),
        new("Truncate", VectorMath.Truncate, MathF.Truncate),
        new("Round", VectorMath.Round, MathF.Round),
    ];

    public static readonly VectorFunction2<double>[] OfDoubles =
    [
        new("Pow", VectorMath.Pow, Math.Pow),
        new("Atan2", VectorMath.Atan2, Math.Atan2),
        new("Hypot", VectorMath.Hypot, double.Hypot),
        new("Min", VectorMath.Min, Math.Min),
        new("Max", VectorMath.Max, Math.Max),
        new("CopySign", VectorMath.CopySign, Math.CopySign),
    ];

    public static readonly VectorFunction2<float>[] OfSingles =
    [
        new("Pow", VectorMath.Pow, MathF.Pow),
        new("Atan2", VectorMath.Atan2, MathF.Atan2),
        new("Hypot", VectorMath.Hypot, float.Hypot),
        new("Min", VectorMath.Min, MathF.Min),
        new("Max", VectorMath.Max, MathF.Max),
        new("CopySign", VectorMath.CopySign, MathF.CopySign),
    ];

    private static double Sigmoid(double x)
    {
        double small = Math.Exp(-Math.Abs(x));
        return (x < 0 ? small : 1) / (1 + small);
    }

    private static double SoftPlus(double x) => Math.Max(x, 0) + LogP1(Math.Exp(-Math.Abs(x)));

    // W. Kahan's: the error of the sum cancels in the quotient. The framework's own subtracts and adds 1, and loses
    // what is small.
    private static double ExpM1(double x)
    {
        double exp = Math.Exp(x);
        double difference = exp - 1;
        bool isExact = difference == -1 || !double.IsFinite(exp);
        return difference == 0 ? x : isExact ? difference : difference * (x / Math.Log(exp));
    }

    private static double LogP1(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : sum == 0 || !double.IsFinite(sum) ? Math.Log(sum) : Math.Log(sum) * (x / (sum - 1));
    }
}
