namespace Fluxion.Generator.Tests.Vectors;

/// <summary>Outer loops whose trips run side by side in lanes, with loops, branches and arrays of their own; and some that must not.</summary>
internal static class TripShapes
{
    private const string Few = "int few = y.Length < 3 ? y.Length : 3;\n";

    public static IEnumerable<VectorShape> All { get; } =
    [
        // Elements that are not neighbours.
        Trip("Pairs", "R s = b;\nfor (int i = 0; i < x.Length / 2; i++) { R e = x[2 * i] * w - M.Sin(x[2 * i + 1]); s += e * e; }\nreturn s;"),
        Trip("Triples", "R s = b;\nfor (int i = 0; i < x.Length / 3; i++) { R p = x[3 * i], q = x[i * 3 + 1], r = x[3 * i + 2]; s += M.Sqrt(p * p + q * q + r * r + 1) * w; }\nreturn s;"),
        Trip("FromTheEnd", "R s = b;\nfor (int i = 0; i < x.Length; i++) { s += M.Exp(x[x.Length - 1 - i] * w) * y[i]; }\nreturn s;"),
        Trip("StartedLater", Few + "R s = b;\nfor (int i = 3; i <= x.Length - 2; i++)\n{\n    R p = 0;\n    for (int k = 0; k < few; k++) { p = p * x[i] / 2 + y[k]; }\n    s += p * w;\n}\nreturn s;"),

        Trip("Window", Few + "R s = b;\nfor (int i = 0; i < x.Length - 2; i++)\n{\n    R p = 0;\n    for (int k = 0; k < few; k++) { p += y[k] * x[i + k]; }\n    s += p * p * w;\n}\nreturn s;"),
        Trip("DiagonalMixture", Few + "R s = b;\nfor (int i = 0; i < x.Length / 2; i++)\n{\n    for (int k = 0; k < few; k++)\n    {\n        R q = 0;\n        for (int j = 0; j < 2; j++) { R z = (x[i * 2 + j] - y[k]) * M.Exp(-w); q += z * z + M.Cos(z); }\n        s += M.Exp(-q);\n    }\n}\nreturn s;"),
        Trip("Differences", Few + "R s = b;\nfor (int i = 0; i < x.Length; i++) { for (int k = 0; k < few; k++) { R z = x[i] * x[i] - y[k] * y[k]; s += M.Sqrt(M.Abs(z) + 1) * w; } }\nreturn s;"),

        Trip("Distances", "R s = b;\nint n = x.Length / 2;\nfor (int i = 0; i < n; i++)\n{\n    for (int j = i + 1; j < n; j++)\n    {\n        R p = x[2 * i] - x[2 * j], q = x[2 * i + 1] - x[2 * j + 1];\n        R d = M.Sqrt(p * p + q * q + 1) - w;\n        s += d * d / 16;\n    }\n}\nreturn s;"),
        Trip("Strides", "R s = b;\nfor (int i = 0; i < 3; i++) { for (int j = 0; j < x.Length / 3; j++) { R e = M.Exp(x[3 * j + i] * w) - y[j]; s += e * e; } }\nreturn s;"),
        Trip("FirstElement", "R s = b;\nif (y.Length == 0) { return s; }\nfor (int i = 0; i < x.Length / 2; i++) { R e = x[2 * i] * y[0] - M.Cos(x[2 * i + 1] * y[y.Length - 1]); s += e * e * w; }\nreturn s;"),

        // Loops inside.
        Trip("Horner", Rows("R p = 0;\nfor (int k = 0; k < few; k++) { p = p * x[i] / 2 + y[k]; }\ns += p * p * w;")),
        Trip("HornerBackwards", Rows("R p = 0;\nfor (int k = few - 1; k >= 0; k--) { p = p * x[i] / 2 + y[k]; }\ns += p * p * w;")),
        Trip("HornerWhile", Rows("R p = 0;\nint k = 0;\nwhile (k < few) { p = p * x[i] / 2 + y[k]; k++; }\ns += p * p * w;")),
        Trip("Newton", Rows("R a = x[i] * x[i] + 1, z = 1;\nfor (int k = 0; k < 4; k++) { z -= (z * z - a) / (2 * z); }\ns += z * w;")),
        Trip("SumInside", Rows("for (int k = 0; k < few; k++) { R e = x[i] * w - y[k]; s += e * e; }")),
        Trip("TwoSumsInside", "R s = b, q = 0;\n" + Few + "for (int i = 0; i < x.Length; i++) { for (int k = 0; k < few; k++) { s += x[i] * y[k]; q -= x[i] * w; } s += M.Cos(x[i]); }\nreturn s * q / 64;"),
        Trip("ProductInside", Rows("R p = 1;\nfor (int k = 0; k < few; k++) { p *= M.Cos(x[i] - y[k]); }\ns += p * w;")),
        Trip("NumberOfTheTrip", Rows("R p = 0;\nfor (int k = 0; k < few; k++) { p = p * w + x[i] * i / 64; }\ns += p * p;")),
        Trip("LargestInside", Rows("R top = y.Length == 0 ? b : y[0] * x[i];\nfor (int k = 1; k < few; k++) { top = M.Max(top, y[k] * x[i]); }\ns += top * w;")),
        Trip("LargestByBranch", Rows("R top = -100;\nfor (int k = 0; k < few; k++) { R v = y[k] * x[i]; if (v > top) { top = v; } }\ns += top * w;")),
        Trip("LoopsInLoops", Rows("for (int k = 0; k < few; k++) { R p = x[i]; for (int m = 0; m <= k; m++) { p = p * y[m] / 2 + w; } s += p; }")),
        Trip("GuardedInside", Rows("for (int k = 0; k < few; k++) { R e = x[i] - y[k]; s += e > 0 ? M.Log(e) * w : M.Sqrt(-e) * b; }")),

        // Branches around loops.
        Trip("LoopInAnArm", Rows("if (x[i] > 0) { R p = 0; for (int k = 0; k < few; k++) { p = p * x[i] / 2 + y[k]; } s += p * w; } else { s -= x[i] * b; }")),
        Trip("LoopInBothArms", Rows("R p = 0;\nif (x[i] > 0) { for (int k = 0; k < few; k++) { p = p * x[i] / 2 + y[k]; } } else { for (int k = 0; k < 2; k++) { p = M.Sin(p + x[i]); } }\ns += p * w;")),
        Trip("LoopOfTheRest", Rows("if (x[i] < 0) { continue; }\nR p = 0;\nfor (int k = 0; k < few; k++) { p = p * x[i] / 2 + y[k]; }\ns += p * w;")),
        Trip("LoopByInvariant", Rows("R p = x[i];\nif (w > 0) { for (int k = 0; k < few; k++) { p = p * y[k] / 2 + b; } }\ns += p * p;")),
        Trip("LoopOfALogarithm", Rows("if (x[i] > 0) { R p = M.Log(x[i]); for (int k = 0; k < few; k++) { p = M.Sin(p) * y[k]; } s += p; }")),

        // Memory of a trip.
        Trip("MixtureOfThree", "R[] t = new R[3];\nR s = b;\nif (y.Length < 3) { return s; }\nfor (int i = 0; i < x.Length; i++)\n{\n    for (int k = 0; k < 3; k++) { R e = x[i] - y[k]; t[k] = k * w - e * e; }\n    R top = t[0];\n    for (int k = 1; k < 3; k++) { top = M.Max(top, t[k]); }\n    R q = 0;\n    for (int k = 0; k < 3; k++) { q += M.Exp(t[k] - top); }\n    s += M.Log(q) + top;\n}\nreturn s;") with { IsOnePass = true },
        Trip("Moved", "R[] t = new R[4];\nR s = b;\nif (y.Length < 4) { return s; }\nfor (int i = 0; i < x.Length; i++)\n{\n    for (int k = 0; k < 4; k++) { t[k] = y[k] * x[i]; }\n    for (int k = 0; k < 4; k++) { for (int m = k + 1; m < 4; m++) { t[m] += t[k] * w / 4; } }\n    for (int k = 0; k < 4; k++) { s += t[k] * t[k]; }\n}\nreturn s;"),
        Trip("WrittenInAnArm", Rows("R[] t = new R[3];\nfor (int k = 0; k < few; k++) { if (x[i] > y[k]) { t[k] = x[i] * w; } }\nfor (int k = 0; k < 3; k++) { s += t[k] * t[k]; }")),
        new("Histogram", Few + "R[] t = new R[3];\nfor (int i = 0; i < x.Length; i++) { for (int k = 0; k < few; k++) { t[k] += M.Sin(x[i] * y[k]) * w; } }\nR s = b;\nfor (int k = 0; k < 3; k++) { s += t[k] * t[k]; }\nreturn s;", false),
        Trip("Places", "int[] place = new int[3];\nR[] t = new R[3];\nR s = b;\nif (y.Length < 3) { return s; }\nfor (int i = 0; i < x.Length; i++)\n{\n    for (int k = 0; k < 3; k++) { place[k] = 2 - k; t[k] = x[i] * y[k]; }\n    for (int k = 0; k < 3; k++) { s += t[place[k]] * y[k] * w; }\n}\nreturn s;"),

        // One trip after the other.
        new("TripsOfOtherLengths", Rows("R p = 0;\nfor (int k = 0; k < i % 3 && k < few; k++) { p = p * x[i] + y[k]; }\ns += p * w;"), false),
        new("TripsInTurn", Rows("for (int k = 0; k < few; k++) { s = s * M.Cos(x[i]) + y[k] * w; }"), false),
        new("TripsThatShareAnArray", "R[] t = new R[3];\nR s = b;\nfor (int i = 0; i < x.Length; i++) { for (int k = 0; k < 3; k++) { t[k] = t[k] * w + x[i]; } s += t[0] * t[2]; }\nreturn s;", false),
        new("TripsByPlace", Rows("R p = 0;\nfor (int k = 0; k < few; k++) { p = p * x[i] + y[(i + k) % y.Length]; }\ns += p * w;"), false),
    ];

    private static VectorShape Trip(string name, string body) => new(name, body) { IsTripVector = true };

    private static string Rows(string body) =>
        Few + "R s = b;\nfor (int i = 0; i < x.Length; i++)\n{\n    " + body.Replace("\n", "\n    ", StringComparison.Ordinal) + "\n}\nreturn s;";
}
