namespace Fluxion.Generator.Tests.Numerics;

/// <summary>Functions whose exponentials, squares and probabilities overflow, vanish or saturate long before their slopes.</summary>
internal static class OverflowCases
{
    public static readonly Dictionary<string, OverflowCase> All = new()
    {
        ["Logistic"] = new("y / (1 + M.Exp(-x))", Logistic),
        ["LogisticOfBothSigns"] = new("y * M.Exp(x) / (1 + M.Exp(x))", Logistic),
        ["LogisticAsAFactor"] = new("y * (M.Exp(x) / (M.Exp(x) + 1))", Logistic),
        ["LogisticComplement"] = new("y * (1 - 1 / (1 + M.Exp(x)))", Logistic),
        ["LogisticByTanh"] = new("y * (R)0.5 * (1 + M.Tanh(x / 2))", Logistic),
        ["Softplus"] = new("M.Log(1 + M.Exp(x)) + y", static (x, _) => (Sigma(x), 1)),
        ["SoftplusOfLogP1"] = new("R.LogP1(M.Exp(x)) + y", static (x, _) => (Sigma(x), 1)),
        ["LogOfLogistic"] = new("M.Log(Sigma(x)) + y", static (x, _) => (Sigma(-x), 1)),
        ["LogOfQuotient"] = new("M.Log(M.Exp(x) / (1 + M.Exp(x))) + y", static (x, _) => (Sigma(-x), 1)),
        ["LogOfComplement"] = new("M.Log(1 - Sigma(x)) + y", static (x, _) => (-Sigma(x), 1)),
        ["CrossEntropyOfLogistic"] = new("CrossEntropy(Sigma(x), Gradient.Stop(y)) + y", static (x, y) => (Sigma(x) - y, 1)),
        ["CrossEntropyOfLogits"] = new("Math.Max(x, 0) - x * y + M.Log(1 + M.Exp(-Math.Abs(x)))", static (x, y) => ((x == 0 ? 0.5 : Sigma(x)) - y, -x)),
        ["LogAdd"] = new("M.Log(M.Exp(x) + M.Exp(y))", static (x, y) => (Sigma(x - y), Sigma(y - x)), true),
        ["LogAddWithMaximum"] = new("LogAdd(x, y)", static (x, y) => (Sigma(x - y), Sigma(y - x)), true),
        ["LogAddWithWeights"] = new("M.Log((R)0.25 * M.Exp(x) + (R)0.75 * M.Exp(y))",
            static (x, y) => (Sigma(x - y - Math.Log(3)), Sigma(y - x + Math.Log(3))), true),
        ["LogAddOfThree"] = new("M.Log(M.Exp(x) + M.Exp(y) + 2)",
            static (x, y) => (1 / (1 + Math.Exp(y - x) + (2 * Math.Exp(-x))), 1 / (1 + Math.Exp(x - y) + (2 * Math.Exp(-y)))), true),
        ["LogAddOfDifference"] = new("M.Log(M.Exp(x - y) + M.Exp(y))",
            static (x, y) => (Sigma(x - y - y), Sigma(y - (x - y)) - Sigma(x - y - y)), true),
        ["Softmax"] = new("M.Exp(x) / (M.Exp(x) + M.Exp(y))",
            static (x, y) => (Sigma(x - y) * Sigma(y - x), -Sigma(x - y) * Sigma(y - x)), true),
        ["CrossEntropyOfSoftmax"] = new("-M.Log(M.Exp(x) / (M.Exp(x) + M.Exp(y)))", static (x, y) => (-Sigma(y - x), Sigma(y - x)), true),
        ["TanhOfExponentials"] = new("y * (M.Exp(x) - M.Exp(-x)) / (M.Exp(x) + M.Exp(-x))", Tanh),
        ["TanhOfOneExponential"] = new("y * (M.Exp(2 * x) - 1) / (M.Exp(2 * x) + 1)", Tanh),
        ["TanhOfLogistic"] = new("y * (1 - 2 / (1 + M.Exp(2 * x)))", Tanh),
        ["TanhOfCube"] = new("M.Tanh(x * x * x) + y", static (x, _) => (Flat(3 * x * x, x * x * x, static t => 4 * Sigma(2 * t) * Sigma(-2 * t)), 1)),
        ["Swish"] = new("x / (1 + M.Exp(-x)) + y", static (x, _) => (Sigma(x) + (x * Sigma(x) * Sigma(-x)), 1)),
        ["LogCosh"] = new("M.Log(M.Cosh(x)) + y", static (x, _) => (Math.Tanh(x), 1)),
        ["LogCoshOfExponentials"] = new("M.Log((M.Exp(x) + M.Exp(-x)) / 2) + y", static (x, _) => (Math.Tanh(x), 1)),
        ["Secant"] = new("2 * y / (M.Exp(x) + M.Exp(-x))", static (x, y) => (-y * Math.Tanh(x) / Math.Cosh(x), 1 / Math.Cosh(x))),
        ["PseudoLength"] = new("x / M.Sqrt(x * x + 1) + y", static (x, _) => (Math.Pow(double.Hypot(1, x), -3), 1)),
        ["Gauss"] = new("y * M.Exp(-x * x)", static (x, y) => (Flat(-2 * x * y, -x * x, Math.Exp), Math.Exp(-x * x))),
        ["GaussOfPower"] = new("y * M.Exp(-M.Pow(x, 2))", static (x, y) => (Flat(-2 * x * y, -x * x, Math.Exp), Math.Exp(-x * x))),
        ["FourthPower"] = new("M.Exp(-M.Pow(x, 4)) + y", static (x, _) => (Flat(-4 * x * x * x, -x * x * x * x, Math.Exp), 1)),
        ["Rational"] = new("y / (1 + x * x)", static (x, y) => (-2 * y * (x / (1 + (x * x)) / (1 + (x * x))), 1 / (1 + (x * x)))),
        ["Gumbel"] = new("M.Exp(-M.Exp(-x)) + y", static (x, _) => (Math.Exp(-x - Math.Exp(-x)), 1)),
    };

    private static double Sigma(double x) => 1 / (1 + Math.Exp(-x));

    private static (double X, double Y) Logistic(double x, double y) => (y * Sigma(x) * Sigma(-x), Sigma(x));

    private static (double X, double Y) Tanh(double x, double y) => (y * 4 * Sigma(2 * x) * Sigma(-2 * x), Math.Tanh(x));

    /// <summary>A product in which the second factor, where it vanishes, wins.</summary>
    private static double Flat(double factor, double inside, Func<double, double> outside) => outside(inside) is var slope && slope == 0 ? 0 : factor * slope;
}
