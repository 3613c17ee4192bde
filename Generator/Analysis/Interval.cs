using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>Bounds that a value provably keeps: squares, absolute values, exponentials, and what is built from such.</summary>
internal readonly record struct Interval(double Low, double High)
{
    public static readonly Interval Everything = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>The bounds of a result from those of its arguments.</summary>
    public static Interval Of(Expr.Apply apply, Func<Operand, Interval> bounds)
    {
        Interval x = bounds(apply.Arguments[0]);
        Interval y = apply.Arguments.Count > 1 ? bounds(apply.Arguments[1]) : Everything;

        return apply.Primitive.Name switch
        {
            "+" => new(x.Low + y.Low, x.High + y.High),
            "-" when apply.Arguments.Count == 2 => new(x.Low - y.High, x.High - y.Low),
            "-" => new(-x.High, -x.Low),
            "*" when apply.Arguments[0] == apply.Arguments[1] => Square(x),
            "*" => Product(x, y),
            "/" when x.Low >= 0 && y.Low > 0 => new(0, x.High / y.Low),
            "Exp" or "Exp2" or "Exp10" => new(0, x.High <= 0 ? 1 : double.PositiveInfinity),
            "share" => new(0, 1),
            "Abs" => Absolute(x),
            "Hypot" => new(0, double.PositiveInfinity),
            "Cosh" => new(1, double.PositiveInfinity),
            "Sqrt" => new(Math.Sqrt(Math.Max(0, x.Low)), Math.Sqrt(Math.Max(0, x.High))),
            "Tanh" or "Sin" or "Cos" or "Sign" => new(-1, 1),
            "Atan" or "Asin" => new(-2, 2),
            "CopySign" => new(-Absolute(x).High, Absolute(x).High),
            "Max" => new(Math.Max(x.Low, y.Low), Math.Max(x.High, y.High)),
            "Min" => new(Math.Min(x.Low, y.Low), Math.Min(x.High, y.High)),
            "convert" => x,
            "?:" => Union(y, bounds(apply.Arguments[2])),
            _ => Everything,
        };
    }

    public static Interval Union(Interval left, Interval right) =>
        new(Math.Min(left.Low, right.Low), Math.Max(left.High, right.High));

    public bool IsBounded => !double.IsInfinity(Low) && !double.IsInfinity(High);

    public bool IsAwayFromZero => Low > 0 || High < 0;

    private static Interval Absolute(Interval x) => x.Low >= 0 ? x
        : x.High <= 0 ? new(-x.High, -x.Low)
        : new(0, Math.Max(-x.Low, x.High));

    private static Interval Square(Interval x)
    {
        Interval size = Absolute(x);
        return new(size.Low * size.Low, size.High * size.High);
    }

    private static Interval Product(Interval x, Interval y)
    {
        double[] corners = [Corner(x.Low, y.Low), Corner(x.Low, y.High), Corner(x.High, y.Low), Corner(x.High, y.High)];
        return new(corners.Min(), corners.Max());
    }

    /// <summary>A bound that is zero wins over one that is not there: no finite value makes more of it.</summary>
    private static double Corner(double left, double right) => left == 0 || right == 0 ? 0 : left * right;
}
