using System.Globalization;
using System.Numerics;

namespace Fluxion.Verification;

/// <summary>Compares gradients with numeric differences of the function, parameter by parameter.</summary>
/// <remarks>
/// <para>
/// Central differences over a range of steps are extrapolated to the step 0, and the error of the result is
/// estimated, the function's own rounding errors included. A component agrees if it is within twice that error plus a
/// relative tolerance. Where the function has a kink, no difference can say which derivative is meant; such a
/// component is
/// <see cref="GradientVerdict.Unreliable"/>, which is not a pass.
/// </para>
/// <para>
/// The function is evaluated up to 50 (<see cref="float"/>) or 100 (<see cref="double"/>) times for each parameter,
/// in its own precision and at points up to a third of the parameter, at least 0.3, to both sides; where it is not
/// finite there, nearer points are used. An exception it throws is not caught.
/// </para>
/// </remarks>
public static partial class GradientCheck
{
    private const double SingleTolerance = 2e-4;
    private const double DoubleTolerance = 1e-7;

    /// <summary>Compares the gradient of an objective.</summary>
    /// <typeparam name="T">The type of the parameters.</typeparam>
    /// <param name="objective">The objective.</param>
    /// <param name="parameters">The point.</param>
    /// <param name="relativeTolerance">
    /// The relative difference that is always allowed: 1e-7 for <see cref="double"/> and 2e-4 for <see cref="float"/>
    /// unless given.
    /// </param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException">The point has not as many parameters as the objective.</exception>
    public static GradientReport Compare<T>(
        IObjective<T> objective, ReadOnlySpan<T> parameters, double? relativeTolerance = null)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(objective);

        if (parameters.Length != objective.ParameterCount)
        {
            throw new ArgumentException(
                $"There are {parameters.Length} parameters, the objective has {objective.ParameterCount}.",
                nameof(parameters));
        }

        T[] point = parameters.ToArray();
        T[] gradient = NotWritten<T>(point.Length);
        double value = double.CreateTruncating(objective.ValueAndGradient(point, gradient));
        return Compare(p => objective.Value(p), value, gradient, point, objective.ParameterNames, relativeTolerance);
    }

    /// <summary>Compares the gradient of an objective and throws unless it passes.</summary>
    /// <typeparam name="T">The type of the parameters.</typeparam>
    /// <param name="objective">The objective.</param>
    /// <param name="parameters">The point.</param>
    /// <param name="relativeTolerance">The relative difference that is always allowed.</param>
    /// <returns>The comparison, which has passed.</returns>
    /// <exception cref="GradientMismatchException">The gradient disagrees or could not be checked.</exception>
    public static GradientReport Assert<T>(
        IObjective<T> objective, ReadOnlySpan<T> parameters, double? relativeTolerance = null)
        where T : IFloatingPointIeee754<T> =>
        Compare(objective, parameters, relativeTolerance).Assert();

    private static GradientReport Compare<T>(
        Func<T[], T> function,
        double? gradientValue,
        T[] gradient,
        T[] point,
        IReadOnlyList<string>? names,
        double? relativeTolerance)
        where T : IFloatingPointIeee754<T>
    {
        double tolerance = relativeTolerance ?? (NumericSlope<T>.Epsilon > 1e-10 ? SingleTolerance : DoubleTolerance);

        if (!(tolerance >= 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(relativeTolerance), relativeTolerance, "The tolerance must be 0 or greater.");
        }

        double value = double.CreateTruncating(function(point));
        var check = new ComponentCheck<T>(value, tolerance);
        var components = new GradientComponent[point.Length];

        for (int i = 0; i < point.Length; i++)
        {
            string name = names is not null && i < names.Count ? names[i] : DefaultName(i);
            components[i] = check.Run(i, name, Along(function, point, i), point[i], gradient[i]);
        }

        return new GradientReport(value, gradientValue ?? value, tolerance, components);
    }

    private static Func<T, T> Along<T>(Func<T[], T> function, T[] point, int index)
    {
        return variable =>
        {
            T[] moved = [.. point];
            moved[index] = variable;
            return function(moved);
        };
    }

    /// <summary>An element that the gradient does not overwrite must not pass.</summary>
    private static T[] NotWritten<T>(int length)
        where T : IFloatingPointIeee754<T>
    {
        T[] gradient = new T[length];
        Array.Fill(gradient, T.NaN);
        return gradient;
    }

    private static string DefaultName(int index) => string.Create(CultureInfo.InvariantCulture, $"[{index}]");
}
