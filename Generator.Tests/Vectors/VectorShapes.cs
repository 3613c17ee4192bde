namespace Fluxion.Generator.Tests.Vectors;

/// <summary>Loops as people write them; most of them run in the lanes of vectors, some must not.</summary>
internal static class VectorShapes
{
    public static IReadOnlyDictionary<string, VectorShape> All { get; } = new VectorShape[]
    {
        // Sums.
        new("Sum", Loop("s += x[i];")),
        new("SumOfSquares", Loop("s += x[i] * x[i];")),
        new("Difference", Loop("s -= x[i] * y[i];")),
        new("DotProduct", Loop("s += x[i] * y[i];")),
        new("Regression", Loop("R e = w * x[i] + b - y[i]; s += e * e;")),
        new("Mean", Loop("s += w * x[i] / x.Length;")),
        new("Variance", "R s = 0, q = 0;\nfor (int i = 0; i < x.Length; i++) { s += x[i]; q += x[i] * x[i]; }\nreturn q - s * s * w + b;"),
        new("TwoSums", "R s = 0, q = b;\nfor (int i = 0; i < x.Length; i++) { s += x[i] * w; q -= y[i] * y[i]; }\nreturn s * q;"),
        new("Started", "R s = 0;\nfor (int i = 2; i < x.Length; i++) { s += x[i] * y[i] * w; }\nreturn s + b;"),
        new("Inclusive", "R s = 0;\nfor (int i = 0; i <= x.Length - 1; i++) { s += x[i] * y[i] * w; }\nreturn s + b;"),
        new("Foreach", "R s = 0;\nforeach (R v in x) { s += v * v * w; }\nreturn s + b;"),
        new("Backwards", "R s = 0;\nfor (int i = x.Length - 1; i >= 0; i--) { s += x[i] * y[i] * w; }\nreturn s + b;", false),
        new("EverySecond", "R s = 0;\nfor (int i = 0; i < x.Length; i += 2) { s += x[i] * y[i] * w; }\nreturn s + b;", false),
        new("IndexAsNumber", Loop("s += i * x[i] * w;")),
        new("Quotient", Loop("s += (x[i] - w) / (y[i] + 3);")),

        // Memory.
        new("Store", Stored("t[i] = x[i] * w + b;")),
        new("StoredSine", Stored("t[i] = M.Sin(x[i]) * w;")),
        new("Overwritten", "R[] t = new R[x.Length];\nfor (int i = 0; i < x.Length; i++) { t[i] = x[i] * w; }\nfor (int i = 0; i < x.Length; i++) { t[i] = t[i] * t[i] + b; }\nR s = 0;\nfor (int i = 0; i < x.Length; i++) { s += t[i] * y[i]; }\nreturn s;"),
        new("Updated", "R[] t = new R[x.Length];\nfor (int i = 0; i < x.Length; i++) { t[i] = y[i]; }\nfor (int i = 0; i < x.Length; i++) { t[i] += w * x[i]; }\nR s = b;\nfor (int i = 0; i < x.Length; i++) { s += t[i] * t[i]; }\nreturn s;"),
        new("Scaled", "R[] t = new R[x.Length];\nfor (int i = 0; i < x.Length; i++) { t[i] = y[i]; }\nfor (int i = 0; i < x.Length; i++) { t[i] *= w * x[i]; }\nR s = b;\nfor (int i = 0; i < x.Length; i++) { s += t[i] * t[i]; }\nreturn s;"),
        new("Elements", "R[] t = new R[2];\nfor (int i = 0; i < x.Length; i++) { t[0] += x[i] * w; t[1] += y[i] * y[i]; }\nreturn t[0] * t[1] + b;"),
        new("Element", "R[] t = new R[1];\nfor (int i = 0; i < x.Length; i++) { t[0] += x[i] * y[i]; }\nreturn t[0] * w + b;"),
        new("InvariantLoad", "if (y.Length == 0) { return b; }\nR s = 0;\nfor (int i = 0; i < x.Length; i++) { s += x[i] * x[i] * y[0]; }\nreturn s * w + b;"),
        new("Next", "R s = 0;\nfor (int i = 0; i < x.Length - 1; i++) { R d = x[i + 1] - x[i]; s += d * d * w; }\nreturn s + b;", false),
        new("Previous", "R s = 0;\nfor (int i = 1; i < x.Length; i++) { s += x[i] * x[i - 1] * w; }\nreturn s + b;", false),
        new("ThreePoints", "R s = 0;\nfor (int i = 1; i < x.Length - 1; i++) { R d = x[i + 1] - 2 * x[i] + x[i - 1]; s += d * d * w; }\nreturn s + b;", false),
        new("Shifted", "R[] t = new R[x.Length + 1];\nfor (int i = 0; i < x.Length; i++) { t[i + 1] = x[i] * w; }\nR s = b;\nfor (int i = 0; i < x.Length; i++) { s += t[i] * t[i + 1] * y[i]; }\nreturn s;"),
        new("Smear", "R[] t = new R[x.Length + 1];\nt[0] = b;\nfor (int i = 0; i < x.Length; i++) { t[i + 1] = t[i] * w + x[i]; }\nreturn t[x.Length];", false),
        new("Rows", "int columns = x.Length / 3;\nR s = 0;\nfor (int r = 0; r < 3; r++)\n{\n    R dot = b;\n    for (int j = 0; j < columns; j++) { dot += x[r * columns + j] * y[j]; }\n    s += dot * dot * w;\n}\nreturn s;"),
        new("RowsWithOffset", "int columns = x.Length / 3;\nR s = 0;\nint offset = 0;\nfor (int r = 0; r < 3; r++)\n{\n    R dot = b;\n    for (int j = 0; j < columns; j++) { dot += x[offset + j] * y[j]; }\n    offset += columns;\n    s += M.Tanh(dot) * w;\n}\nreturn s;"),
        new("Outer", "int columns = x.Length / 3;\nR[] t = new R[3 * columns];\nfor (int r = 0; r < 3; r++)\n{\n    for (int j = 0; j < columns; j++) { t[r * columns + j] = x[r] * y[j] * w; }\n}\nR s = b;\nfor (int i = 0; i < t.Length; i++) { s += t[i] * t[i]; }\nreturn s;"),

        // Branches.
        new("Huber", Loop("R e = w * x[i] + b - y[i];\nif (M.Abs(e) <= 1) { s += (R)0.5 * e * e; } else { s += M.Abs(e) - (R)0.5; }")),
        new("Relu", Loop("R z = w * x[i] + b; s += z > 0 ? z : 0;")),
        new("ReluTimes", Loop("R z = w * x[i] + b; s += (z > 0 ? z : 0) * y[i];")),
        new("LeakyStore", Stored("t[i] = x[i] > 0 ? x[i] * w : x[i] * b;")),
        new("StoreInOneArm", Stored("if (x[i] > 0) { t[i] = x[i] * w; }")),
        new("StoreInBothArms", Stored("if (x[i] > y[i]) { t[i] = x[i] * w; } else { t[i] = b; }")),
        new("SumInOneArm", Loop("if (x[i] > y[i]) { s += x[i] * w; }")),
        new("SumsInArms", "R s = 0, q = b;\nfor (int i = 0; i < x.Length; i++) { if (x[i] > y[i]) { s += x[i] * w; } else { q -= y[i] * y[i]; } }\nreturn s + q;"),
        new("NestedArms", Loop("if (x[i] > 0) { if (y[i] > 0) { s += x[i] * y[i]; } else { s -= y[i] * w; } } else { s += x[i] * b; }")),
        new("Conjunction", Loop("if (x[i] > 0 && y[i] < w) { s += x[i] * y[i]; }")),
        new("Continue", Loop("if (x[i] < 0) { continue; } s += x[i] * x[i] * w;")),
        new("GuardedLogarithm", Loop("s += x[i] > 0 ? M.Log(x[i]) * w : 0;")),
        new("GuardedRoot", Loop("if (x[i] > 0) { s += M.Sqrt(x[i]) * w; }")),
        new("GuardedQuotient", Loop("s += x[i] != 0 ? y[i] / x[i] * w : b;")),
        new("GuardedByInvariant", Loop("if (w > 0) { s += x[i] * w; } else { s += M.Sqrt(x[i]) * y[i]; }")),
        new("Maximum", Loop("s += M.Max(w * x[i] + b, y[i]);")),
        new("MaximumOfZero", Loop("s += M.Max(x[i], 0) * w;")),
        new("Minimum", Loop("s += M.Min(w * x[i] + b, y[i]);")),
        new("Absolute", Loop("s += M.Abs(x[i] * w + b);")),
        new("AbsoluteDifference", Loop("s += M.Abs(x[i] - y[i]) * w;")),
        new("Clamped", Loop("s += Math.Clamp(x[i], -1, 1) * w;"), false),

        // Functions.
        new("Exponential", Loop("s += M.Exp(w * x[i] + b);")),
        new("Logistic", Loop("s += M.Log(1 + M.Exp(-y[i] * (w * x[i] + b)));")),
        new("Sigmoid", Loop("s += y[i] / (1 + M.Exp(-w * x[i]));")),
        new("Logarithm", Loop("s += M.Log(x[i] * x[i] + 1) * w;")),
        new("PlainLogarithm", Loop("s += M.Log(M.Abs(x[i])) * w;")),
        new("Root", Loop("s += M.Sqrt(x[i] * x[i] + b * b);")),
        new("PlainRoot", Loop("s += M.Sqrt(M.Abs(x[i])) * w;")),
        new("Sine", Loop("s += M.Sin(w * x[i]) * y[i];")),
        new("Cosine", Loop("s += M.Cos(w * x[i]) * y[i];")),
        new("HyperbolicTangent", Loop("s += M.Tanh(w * x[i] + b) * y[i];")),
        new("Square", Loop("s += M.Pow(x[i] * w, 2);")),
        new("Power", Loop("s += M.Pow(M.Abs(x[i]) + (R)0.5, w);")),
        new("Arctangent", Loop("s += M.Atan(w * x[i]);")),
        new("SoftMax", "R top = R.NegativeInfinity;\nfor (int i = 0; i < x.Length; i++) { top = x[i] > top ? x[i] : top; }\nR s = 0;\nfor (int i = 0; i < x.Length; i++) { s += M.Exp(x[i] - top); }\nreturn x.Length == 0 ? b : M.Log(s) + top * w;"),

        // What is carried from trip to trip is more than a sum.
        new("Recurrence", "R v = b;\nfor (int i = 0; i < x.Length; i++) { v = v * w + x[i]; }\nreturn v;", false),
        new("RunningMaximum", "R v = b;\nfor (int i = 0; i < x.Length; i++) { v = M.Max(v, x[i] * w); }\nreturn v;", false),
        new("Product", "R v = b;\nfor (int i = 0; i < x.Length; i++) { v *= 1 + x[i] * w / 10; }\nreturn v;", false),
        new("EarlyExit", Loop("if (x[i] > (R)1.6) { break; } s += x[i] * w;"), false),
        new("EarlyReturn", Loop("if (x[i] > (R)1.6) { return s * w; } s += x[i] * w;"), false),
        new("SumThatIsRead", Loop("s += x[i] * w; s += s * y[i] / 50;"), false),
    }.Concat(NestedShapes.All).Concat(TripShapes.All).ToDictionary(static shape => shape.Name);

    private static string Loop(string body) => $"R s = 0;\nfor (int i = 0; i < x.Length; i++) {{ {body} }}\nreturn s + b;";

    private static string Stored(string body) =>
        $"R[] t = new R[x.Length];\nfor (int i = 0; i < x.Length; i++) {{ {body} }}\n"
        + "R s = 0;\nfor (int i = 0; i < x.Length; i++) { s += t[i] * y[i]; }\nreturn s + b;";
}
