using System.Numerics;

namespace Fluxion.Verification;

/// <summary>The derivative of a function of one variable by central differences.</summary>
/// <remarks>
/// Steps fall by 3 from a third of the variable, at least a third, to where rounding leaves nothing: the scale on
/// which the function changes need not be the variable's own. What is subtracted are values computed in
/// <typeparamref name="T"/>; the arithmetic on them is done as <see cref="double"/>.
/// </remarks>
/// <typeparam name="T">The type in which the function is computed.</typeparam>
internal sealed class NumericSlope<T>
    where T : IFloatingPointIeee754<T>
{
    private const double FirstStep = 0.3;
    private const double StepRatio = 3;
    private const double SmallestScale = 1e-8;
    private const double ScaleAtZero = 1e-3;

    private readonly Func<T, T> _function;
    private readonly T _point;
    private readonly double _value;
    private readonly Extrapolation _slope = new();
    private readonly Extrapolation _jump = new();
    private bool _hasChanged;
    private double _widestFlat;
    private double? _variation;
    private double _noise;
    private double _curvature = double.PositiveInfinity;
    private double _reach;

    /// <summary>Evaluates the function around a point.</summary>
    /// <param name="function">The function.</param>
    /// <param name="point">The point, which is finite.</param>
    internal NumericSlope(Func<T, T> function, T point)
    {
        _function = function;
        _point = point;
        _value = Evaluate(point);

        if (double.IsFinite(_value))
        {
            Measure();
            Slope = _slope.Best();
            Jump = _jump.Best();
        }
    }

    /// <summary>The smallest number by which 1 can grow.</summary>
    internal static double Epsilon { get; } = double.CreateTruncating(T.BitIncrement(T.One) - T.One);

    /// <summary>The derivative.</summary>
    internal Estimate Slope { get; } = Estimate.Unknown;

    /// <summary>By how much the slope to the right is greater than the slope to the left; not 0 at a kink.</summary>
    internal Estimate Jump { get; } = Estimate.Unknown;

    /// <summary>A slope that is large for this function: what derivatives that are 0 are measured by.</summary>
    /// <remarks>
    /// The value or its change over the largest step; and where the noise tells of numbers inside the function that are
    /// larger, up to 1, these.
    /// </remarks>
    internal double Unit
    {
        get
        {
            double magnitude = Math.Max(Math.Abs(_value), Math.Min(_noise / Epsilon, 1));
            double size = Math.Max(1, Math.Abs(double.CreateTruncating(_point)));
            return Math.Max(magnitude / size, _variation ?? 0);
        }
    }

    /// <summary>The slope a flat function may have whose changes a 1 inside absorbs, as in log(1 + exp(x)).</summary>
    internal double Absorbed =>
        _widestFlat > 0 && Slope.Value == 0 ? Epsilon * Math.Max(1, Math.Abs(_value)) / _widestFlat : 0;

    /// <summary>By how much rounding may put off a derivative that is computed well.</summary>
    /// <remarks>
    /// It is the derivative for a parameter, or a number it is added to, that is off by its last digit; such numbers are as
    /// large as the piece on which the function is a parabola. At a minimum nothing else is left. Backward errors as in N. Higham, "Accuracy and Stability of Numerical Algorithms" (2002), 1.5.
    /// </remarks>
    internal double Rounding => double.IsFinite(_curvature)
        ? Epsilon * _curvature * Math.Max(_reach, Math.Abs(double.CreateTruncating(_point)))
        : 0;

    private void Measure()
    {
        double point = double.CreateTruncating(_point);
        double size = Math.Abs(point);
        double scale = point == 0 ? ScaleAtZero : Math.Max(size, SmallestScale);
        double smallest = Math.Pow(Epsilon, 2.0 / 3.0) * scale;
        double blur = Math.Cbrt(Epsilon) * scale;
        _noise = Math.Max(
            NoiseLevel.Around(Evaluate, _point, smallest), NoiseLevel.SmallestChange(Evaluate, _point, scale));

        for (double step = FirstStep * Math.Max(1, size); step >= smallest; step /= StepRatio)
        {
            Add(step, blur);
        }
    }

    private void Add(double wantedStep, double blur)
    {
        (T left, T right) = Neighbours(T.CreateTruncating(wantedStep));
        double step = (double.CreateTruncating(right) - double.CreateTruncating(left)) / 2;

        if (step == 0)
        {
            return;
        }

        double below = Evaluate(left);
        double above = Evaluate(right);
        bool isFlat = below == _value && above == _value;

        if (isFlat && _hasChanged && step < blur)
        {
            // Too short a piece to be more than values that have been rounded to the same one.
            return;
        }

        if (isFlat)
        {
            _widestFlat = Math.Max(_widestFlat, step);
        }

        _hasChanged |= !isFlat;
        _variation ??= Finite(Math.Max(Math.Abs(above - _value), Math.Abs(_value - below)) / step);
        double error = _noise + (Epsilon * Math.Max(Math.Abs(_value), Math.Max(Math.Abs(below), Math.Abs(above))));

        var jump = new Estimate(((above - _value) - (_value - below)) / step, 4 * error / step);

        // Central differences are even in the step, the difference of the one-sided ones is not.
        _slope.Add(step * step, new Estimate((above - below) / (2 * step), error / step));
        _jump.Add(step, jump);
        double curvature = (Math.Abs(jump.Value) + jump.Error) / step;

        if (curvature < _curvature)
        {
            (_curvature, _reach) = (curvature, step);
        }
    }

    /// <summary>Two points at the same distance from the point, exactly.</summary>
    private (T Left, T Right) Neighbours(T step)
    {
        if (_point >= T.Zero)
        {
            T right = _point + step;
            return (_point - (right - _point), right);
        }

        T left = _point - step;
        return (left, _point + (_point - left));
    }

    private static double? Finite(double number) => double.IsFinite(number) ? number : null;

    private double Evaluate(T variable) => double.CreateTruncating(_function(variable));
}
