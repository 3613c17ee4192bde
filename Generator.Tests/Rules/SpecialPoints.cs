namespace Fluxion.Generator.Tests.Rules;

/// <summary>The derivatives that are agreed rather than given: kinks, ties and vertical tangents. One row each.</summary>
internal static class SpecialPoints
{
    private const double Inf = double.PositiveInfinity;
    private const double NaN = double.NaN;

    public static readonly SpecialPoint[] All =
    [
        // Code that branches: the path that was executed.
        new("x > 0 ? x : 0", [0], [0]),
        new("x >= 0 ? x : 0", [0], [1]),
        new("x > 0 ? M.Log(x) : 0", [0], [0]),
        new("x > 0 ? M.Sqrt(x) : 0", [0], [0]),

        // Kinks of library functions: symmetric.
        new("M.Abs(x)", [0], [0]),
        new("M.Abs(x)", [-0.0], [0]),
        new("M.Abs(x)", [-3], [-1]),
        new("M.Abs(x)", [3], [1]),
        new("M.Max(x, y)", [1, 1], [0.5, 0.5]),
        new("M.Max(x, y)", [2, 1], [1, 0]),
        new("M.Max(x, y)", [1, 2], [0, 1]),
        new("M.Max(x, y)", [NaN, 1], [1, 1]),
        new("M.Max(x, y)", [1, NaN], [1, 1]),
        new("M.Max(x, 0)", [0], [0.5]),
        new("M.Min(x, y)", [1, 1], [0.5, 0.5]),
        new("M.Min(x, y)", [2, 1], [0, 1]),
        new("M.Min(x, y)", [1, 2], [1, 0]),
        new("M.Min(x, y)", [NaN, 1], [1, 1]),
        new("R.MaxNumber(x, y)", [1, 1], [0.5, 0.5]),
        new("R.MaxNumber(x, y)", [NaN, 1], [0, 1]),
        new("R.MaxNumber(x, y)", [1, NaN], [1, 0]),
        new("M.MaxMagnitude(x, y)", [-2, 1], [1, 0]),
        new("M.MaxMagnitude(x, y)", [-2, 2], [0, 1]),
        new("M.Clamp(x, y, z)", [0, 0, 1], [1, 0, 0]),
        new("M.Clamp(x, y, z)", [1, 0, 1], [1, 0, 0]),
        new("M.Clamp(x, y, z)", [-1, 0, 1], [0, 1, 0]),
        new("M.Clamp(x, y, z)", [2, 0, 1], [0, 0, 1]),
        new("M.CopySign(x, y)", [0, -2], [0, 0]),
        new("M.CopySign(x, y)", [3, -2], [-1, 0]),
        new("M.CopySign(x, y)", [-3, -2], [1, 0]),

        // Vertical tangents: a signed infinity, and nothing when nothing reaches them.
        new("M.Sqrt(x)", [0], [Inf]),
        new("y * M.Sqrt(x)", [0, 0], [0, 0]),
        new("y * M.Sqrt(x)", [0, 2], [Inf, 0]),
        new("M.Sqrt(x * x)", [0], [0]),
        new("M.Sqrt(x) * x", [0], [0]),
        new("1 / M.Sqrt(x)", [0], [-Inf]),
        new("M.Sqrt(((x - y) * (x - y)) + ((y - x) * (y - x)))", [1, 1], [0, 0]),
        new("M.Cbrt(x)", [0], [Inf]),
        new("R.RootN(x, 2)", [0], [Inf]),
        new("R.RootN(x, 1)", [0], [1]),
        new("R.RootN(x, 3)", [-8], [1 / 12.0]),
        new("R.Hypot(x, y)", [0, 0], [0, 0]),
        new("M.Atan2(x, y)", [0, 0], [NaN, NaN]),
        new("M.Log(x)", [0], [Inf]),
        new("M.Asin(x)", [1], [Inf]),
        new("M.Acos(x)", [-1], [-Inf]),
        new("M.Acosh(x)", [1], [Inf]),
        new("M.Atanh(x)", [1], [Inf]),
        new("M.Min(1, 1 / x)", [0], [0]),

        // Powers.
        new("M.Pow(x, 0)", [0], [0]),
        new("M.Pow(x, 1)", [0], [1]),
        new("M.Pow(x, 2)", [0], [0]),
        new("M.Pow(x, 2)", [-2], [-4]),
        new("M.Pow(x, 3)", [-2], [12]),
        new("M.Pow(2, x)", [0], [0.69314718055994530942]),
        new("M.Pow(x, y)", [0, 0], [0, 0]),
        new("M.Pow(x, y)", [0, 1], [1, 0]),
        new("M.Pow(x, y)", [0, 0.5], [Inf, 0]),
        new("M.Pow(x, y)", [0, -1], [-Inf, -Inf]),
        new("M.Pow(x, y)", [2, 0], [0, 0.69314718055994530942]),
        new("M.Pow(x, y)", [-2, 2], [-4, NaN]),
        new("M.Pow(x, y)", [-2, 3], [12, NaN]),

        // Steps and remainders.
        new("M.Floor(x) + x", [1], [1]),
        new("M.Ceiling(x) + x", [1.5], [1]),
        new("M.Truncate(x) + x", [1.5], [1]),
        new("M.Round(x) + x", [1.5], [1]),
        new("M.Sign(x) * y", [0, 3], [0, 0]),
        new("M.Sign(x) * y", [-2, 3], [0, -1]),
        new("x % y", [7.5, 2], [1, -3]),
        new("x % y", [-7.5, 2], [1, 3]),
        new("M.IEEERemainder(x, y)", [7.5, 2], [1, -4]),
        new("x * (int)y", [2, 3.75], [3, 0]),

        // A value without its derivative.
        new("Gradient.Stop(x) * x", [3], [3]),

        // A product in which several factors are zero.
        new("x * y * z", [0, 0, 3], [0, 0, 0]),
        new("x * y * z", [0, 2, 3], [6, 0, 0]),

        // Far out: no overflow on the way, no digit lost.
        new("M.Tanh(x)", [30], [0]),
        new("M.Tanh(x)", [-1000], [0]),
        new("R.ExpM1(x)", [-40], [4.2483542552915889e-18]),
        new("M.Atan2(x, y)", [0, 1e30], [1e-30, 0]),
        new("R.Hypot(x, y)", [3e30, 4e30], [0.6, 0.8]),
        new("M.Asinh(x)", [1e25], [1e-25]),
    ];
}
