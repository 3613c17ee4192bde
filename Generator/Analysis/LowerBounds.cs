using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>Values that provably are not below a bound: squares, absolute values, exponentials, and sums of such.</summary>
internal static class LowerBounds
{
    /// <summary>The bound of a result from those of its arguments; −∞ where nothing is known.</summary>
    public static double Of(Expr.Apply apply, Func<Operand, double> bound)
    {
        double First() => bound(apply.Arguments[0]);
        double Second() => bound(apply.Arguments[1]);

        return apply.Primitive.Name switch
        {
            "+" => First() + Second(),
            "*" when apply.Arguments[0] == apply.Arguments[1] => Math.Max(0, First() * Math.Abs(First())),
            "*" when First() >= 0 && Second() >= 0 => Finite(First() * Second()),
            "/" when First() >= 0 && Second() > 0 => 0,
            "Exp" or "Exp2" or "Exp10" or "Abs" or "Hypot" => 0,
            "Cosh" => 1,
            "Sqrt" => Math.Sqrt(Math.Max(0, First())),
            "Max" => Math.Max(First(), Second()),
            "Min" => Math.Min(First(), Second()),
            "convert" => First(),
            "?:" => Math.Min(Second(), bound(apply.Arguments[2])),
            _ => double.NegativeInfinity,
        };
    }

    private static double Finite(double bound) => double.IsNaN(bound) ? double.NegativeInfinity : bound;
}
