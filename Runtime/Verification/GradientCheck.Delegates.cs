using System.Numerics;

namespace Fluxion.Verification;

/// <content>Functions and gradients as delegates: a differentiable method and what was generated for it.</content>
public static partial class GradientCheck
{
    /// <summary>Compares the gradient of a function of one parameter.</summary>
    /// <typeparam name="T">The type of the parameters.</typeparam>
    /// <param name="function">The function.</param>
    /// <param name="derivative">Its derivative.</param>
    /// <param name="point">The point.</param>
    /// <param name="relativeTolerance">The relative difference that is always allowed.</param>
    /// <returns>The comparison.</returns>
    public static GradientReport Compare<T>(
        Func<T, T> function, Func<T, T> derivative, T point, double? relativeTolerance = null)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(derivative);
        return Compare(p => function(p[0]), null, [derivative(point)], [point], Names(function), relativeTolerance);
    }

    /// <summary>Compares the gradient of a function of one parameter and throws unless it passes.</summary>
    /// <typeparam name="T">The type of the parameters.</typeparam>
    /// <param name="function">The function.</param>
    /// <param name="derivative">Its derivative.</param>
    /// <param name="point">The point.</param>
    /// <param name="relativeTolerance">The relative difference that is always allowed.</param>
    /// <returns>The comparison, which has passed.</returns>
    /// <exception cref="GradientMismatchException">The gradient disagrees or could not be checked.</exception>
    public static GradientReport Assert<T>(
        Func<T, T> function, Func<T, T> derivative, T point, double? relativeTolerance = null)
        where T : IFloatingPointIeee754<T> =>
        Compare(function, derivative, point, relativeTolerance).Assert();

    /// <summary>Compares the gradient of a function of two parameters.</summary>
    /// <typeparam name="T">The type of the parameters.</typeparam>
    /// <param name="function">The function.</param>
    /// <param name="gradient">Its gradient.</param>
    /// <param name="x">The first parameter.</param>
    /// <param name="y">The second parameter.</param>
    /// <param name="relativeTolerance">The relative difference that is always allowed.</param>
    /// <returns>The comparison.</returns>
    public static GradientReport Compare<T>(
        Func<T, T, T> function, Func<T, T, (T X, T Y)> gradient, T x, T y, double? relativeTolerance = null)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(gradient);
        (T dX, T dY) = gradient(x, y);
        return Compare(p => function(p[0], p[1]), null, [dX, dY], [x, y], Names(function), relativeTolerance);
    }

    /// <summary>Compares the gradient of a function of two parameters and throws unless it passes.</summary>
    /// <typeparam name="T">The type of the parameters.</typeparam>
    /// <param name="function">The function.</param>
    /// <param name="gradient">Its gradient.</param>
    /// <param name="x">The first parameter.</param>
    /// <param name="y">The second parameter.</param>
    /// <param name="relativeTolerance">The relative difference that is always allowed.</param>
    /// <returns>The comparison, which has passed.</returns>
    /// <exception cref="GradientMismatchException">The gradient disagrees or could not be checked.</exception>
    public static GradientReport Assert<T>(
        Func<T, T, T> function, Func<T, T, (T X, T Y)> gradient, T x, T y, double? relativeTolerance = null)
        where T : IFloatingPointIeee754<T> =>
        Compare(function, gradient, x, y, relativeTolerance).Assert();

    /// <summary>Compares the gradient of a function of three parameters.</summary>
    /// <typeparam name="T">The type of the parameters.</typeparam>
    /// <param name="function">The function.</param>
    /// <param name="gradient">Its gradient.</param>
    /// <param name="x">The first parameter.</param>
    /// <param name="y">The second parameter.</param>
    /// <param name="z">The third parameter.</param>
    /// <param name="relativeTolerance">The relative difference that is always allowed.</param>
    /// <returns>The comparison.</returns>
    public static GradientReport Compare<T>(
        Func<T, T, T, T> function,
        Func<T, T, T, (T X, T Y, T Z)> gradient,
        T x,
        T y,
        T z,
        double? relativeTolerance = null)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(gradient);
        (T dX, T dY, T dZ) = gradient(x, y, z);
        return Compare(
            p => function(p[0], p[1], p[2]), null, [dX, dY, dZ], [x, y, z], Names(function), relativeTolerance);
    }

    /// <summary>Compares the gradient of a function of three parameters and throws unless it passes.</summary>
    /// <typeparam name="T">The type of the parameters.</typeparam>
    /// <param name="function">The function.</param>
    /// <param name="gradient">Its gradient.</param>
    /// <param name="x">The first parameter.</param>
    /// <param name="y">The second parameter.</param>
    /// <param name="z">The third parameter.</param>
    /// <param name="relativeTolerance">The relative difference that is always allowed.</param>
    /// <returns>The comparison, which has passed.</returns>
    /// <exception cref="GradientMismatchException">The gradient disagrees or could not be checked.</exception>
    public static GradientReport Assert<T>(
        Func<T, T, T, T> function,
        Func<T, T, T, (T X, T Y, T Z)> gradient,
        T x,
        T y,
        T z,
        double? relativeTolerance = null)
        where T : IFloatingPointIeee754<T> =>
        Compare(function, gradient, x, y, z, relativeTolerance).Assert();

    /// <summary>Compares the gradient of a function of an array.</summary>
    /// <typeparam name="T">The type of the parameters.</typeparam>
    /// <param name="function">The function.</param>
    /// <param name="gradient">Its gradient, an array as long.</param>
    /// <param name="parameters">The point.</param>
    /// <param name="relativeTolerance">The relative difference that is always allowed.</param>
    /// <returns>The comparison.</returns>
    public static GradientReport Compare<T>(
        Func<T[], T> function, Func<T[], T[]> gradient, T[] parameters, double? relativeTolerance = null)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentNullException.ThrowIfNull(parameters);
        T[] result = gradient([.. parameters]);

        if (result.Length != parameters.Length)
        {
            throw new ArgumentException(
                $"There are {parameters.Length} parameters, but the gradient has {result.Length} elements.",
                nameof(gradient));
        }

        return Compare(function, null, result, [.. parameters], null, relativeTolerance);
    }

    /// <summary>Compares the gradient of a function of an array and throws unless it passes.</summary>
    /// <typeparam name="T">The type of the parameters.</typeparam>
    /// <param name="function">The function.</param>
    /// <param name="gradient">Its gradient, an array as long.</param>
    /// <param name="parameters">The point.</param>
    /// <param name="relativeTolerance">The relative difference that is always allowed.</param>
    /// <returns>The comparison, which has passed.</returns>
    /// <exception cref="GradientMismatchException">The gradient disagrees or could not be checked.</exception>
    public static GradientReport Assert<T>(
        Func<T[], T> function, Func<T[], T[]> gradient, T[] parameters, double? relativeTolerance = null)
        where T : IFloatingPointIeee754<T> =>
        Compare(function, gradient, parameters, relativeTolerance).Assert();

    /// <summary>Compares the gradient of a function of a span.</summary>
    /// <typeparam name="T">The type of the parameters.</typeparam>
    /// <param name="function">The function.</param>
    /// <param name="valueAndGradient">The same with its gradient.</param>
    /// <param name="parameters">The point.</param>
    /// <param name="relativeTolerance">The relative difference that is always allowed.</param>
    /// <returns>The comparison.</returns>
    public static GradientReport Compare<T>(
        ValueFunction<T> function,
        GradientFunction<T> valueAndGradient,
        ReadOnlySpan<T> parameters,
        double? relativeTolerance = null)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(valueAndGradient);
        T[] point = parameters.ToArray();
        T[] gradient = NotWritten<T>(point.Length);
        double value = double.CreateTruncating(valueAndGradient(point, gradient));
        return Compare(p => function(p), value, gradient, point, null, relativeTolerance);
    }

    /// <summary>Compares the gradient of a function of a span and throws unless it passes.</summary>
    /// <typeparam name="T">The type of the parameters.</typeparam>
    /// <param name="function">The function.</param>
    /// <param name="valueAndGradient">The same with its gradient.</param>
    /// <param name="parameters">The point.</param>
    /// <param name="relativeTolerance">The relative difference that is always allowed.</param>
    /// <returns>The comparison, which has passed.</returns>
    /// <exception cref="GradientMismatchException">The gradient disagrees or could not be checked.</exception>
    public static GradientReport Assert<T>(
        ValueFunction<T> function,
        GradientFunction<T> valueAndGradient,
        ReadOnlySpan<T> parameters,
        double? relativeTolerance = null)
        where T : IFloatingPointIeee754<T> =>
        Compare(function, valueAndGradient, parameters, relativeTolerance).Assert();

    private static string[] Names(Delegate function) =>
        [.. function.Method.GetParameters().Select((parameter, i) => parameter.Name ?? DefaultName(i))];
}
