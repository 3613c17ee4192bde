namespace Fluxion.Generator.Tests.Vectors;

/// <summary>
/// Loops in loops with arrays of their own: those that each row fills before it reads, for which both sweeps of a row run
/// together, and those that carry something from row to row, for which they must not.
/// </summary>
internal static class NestedShapes
{
    public static IEnumerable<VectorShape> All { get; } =
    [
        // Each row writes all of its array first.
        new("Scratch", Rows("for (int j = 0; j < columns; j++) { t[j] = x[r * columns + j] * w; }\nfor (int j = 0; j < columns; j++) { s += t[j] * t[j] * y[j]; }")) { IsOnePass = true },
        new("ScratchPerRow", "int columns = x.Length / 3;\nR s = b;\nfor (int r = 0; r < 3; r++)\n{\n    R[] t = new R[columns];\n    for (int j = 0; j < columns; j++) { t[j] = M.Sin(x[r * columns + j]) * w; }\n    for (int j = 0; j < columns; j++) { s += t[j] * t[j] * y[j]; }\n}\nreturn s;") { IsOnePass = true },
        new("ScratchCleared", Rows("Array.Clear(t);\nfor (int j = 1; j < columns; j++) { t[j - 1] = x[r * columns + j] * w; }\nfor (int j = 0; j < columns; j++) { s += t[j] * y[j]; }")),
        new("ScratchUpdated", Rows("for (int j = 0; j < columns; j++) { t[j] = x[r * columns + j]; }\nfor (int j = 0; j < columns; j++) { t[j] += w * y[j]; }\nfor (int j = 0; j < columns; j++) { t[j] *= t[j]; }\nfor (int j = 0; j < columns; j++) { s += t[j] * b; }")) { IsOnePass = true },
        new("ScratchReadInItsLoop", Rows("for (int j = 0; j < columns; j++) { t[j] = x[r * columns + j] * w; s += t[j] * t[j]; t[j] += y[j]; }\nfor (int j = 0; j < columns; j++) { s += t[j] * t[j]; }")) { IsOnePass = true },
        new("ScratchTriangle", Rows("for (int j = 0; j < columns; j++) { t[j] = x[r * columns + j] * w; }\nfor (int j = 0; j < columns; j++) { for (int k = j + 1; k < columns; k++) { t[k] += y[k - j - 1] * t[j] / 64; } }\nfor (int j = 0; j < columns; j++) { s += t[j] * b; }")) { IsOnePass = true },
        new("NestedScratch", "R[] t = new R[3], u = new R[2];\nR s = b;\nfor (int i = 0; i < x.Length; i++)\n{\n    for (int k = 0; k < 3; k++)\n    {\n        for (int d = 0; d < 2; d++) { u[d] = x[i] * (k + d) - w; }\n        R q = 0;\n        for (int d = 0; d < 2; d++) { q += u[d] * u[d]; }\n        t[k] = y[i] * k - q / 4;\n    }\n    for (int k = 0; k < 3; k++) { s += M.Cos(t[k]); }\n}\nreturn s;", false) { IsOnePass = true },
        new("Mixture", "R[] t = new R[5];\nR s = b;\nfor (int i = 0; i < x.Length; i++)\n{\n    for (int k = 0; k < 5; k++) { R e = x[i] - k * w; t[k] = y[i] * k / 8 - e * e; }\n    R top = t[0];\n    for (int k = 1; k < 5; k++) { top = M.Max(top, t[k]); }\n    R q = 0;\n    for (int k = 0; k < 5; k++) { q += M.Exp(t[k] - top); }\n    s += M.Log(q) + top;\n}\nreturn s;", false) { IsOnePass = true },
        new("MixtureOfTies", "R[] t = new R[20];\nR s = b;\nfor (int i = 0; i < x.Length; i++)\n{\n    for (int k = 0; k < 20; k++) { t[k] = x[i] * w; }\n    R top = t[0];\n    for (int k = 1; k < 20; k++) { if (t[k] > top) { top = t[k]; } }\n    R q = 0;\n    for (int k = 0; k < 20; k++) { q += M.Exp(t[k] - top); }\n    s += (M.Log(q) + top) * y[i];\n}\nreturn s;") { IsOnePass = true },
        new("ShiftedByParameter", "R q = 0;\nfor (int i = 0; i < x.Length; i++) { q += M.Exp(x[i] - w); }\nreturn x.Length == 0 ? b : M.Log(q) + w;"),
        new("HiddenLayer", "int columns = y.Length / 4;\nif (columns == 0) { return b; }\nR[] h = new R[4];\nR s = b;\nfor (int r = 0; r + columns <= x.Length; r += columns)\n{\n    for (int k = 0; k < 4; k++)\n    {\n        R z = w;\n        for (int j = 0; j < columns; j++) { z += y[k * columns + j] * x[r + j] / 16; }\n        h[k] = M.Tanh(z);\n    }\n    R o = 0;\n    for (int k = 0; k < 4; k++) { o += h[k] * w; }\n    s += o * o;\n}\nreturn s;"),
        new("HiddenLayerOfRows", "int columns = y.Length / 4;\nint rows = columns == 0 ? 0 : x.Length / columns;\nR s = b;\nfor (int r = 0; r < rows; r++)\n{\n    R[] h = new R[4];\n    for (int k = 0; k < 4; k++)\n    {\n        R z = w;\n        for (int j = 0; j < columns; j++) { z += y[k * columns + j] * x[r * columns + j] / 16; }\n        h[k] = M.Max(z, 0);\n    }\n    R o = 0;\n    for (int k = 0; k < 4; k++) { o += h[k] * w; }\n    s += o * o;\n}\nreturn s;") { IsOnePass = true },

        // Something is left for the next row.
        new("Kept", Rows("for (int j = 0; j < columns; j++) { t[j] += x[r * columns + j] * w; s += t[j] * t[j] * y[j]; }")),
        new("KeptInOneArm", Rows("for (int j = 0; j < columns; j++) { if (x[r * columns + j] > 0) { t[j] = x[r * columns + j] * w; } }\nfor (int j = 0; j < columns; j++) { s += t[j] * t[j] * y[j]; }")),
        new("KeptAtTheStart", Rows("for (int j = 1; j < columns; j++) { t[j] = x[r * columns + j] * w; }\nfor (int j = 0; j < columns; j++) { s += t[j] * t[j] * y[j]; }\nif (columns > 0) { t[0] += w; }")),
        new("KeptAtTheEnd", Rows("for (int j = 0; j < columns - 1; j++) { t[j] = x[r * columns + j] * w; }\nfor (int j = 0; j < columns; j++) { s += t[j] * t[j]; }\nif (columns > 0) { t[columns - 1] += y[0]; }")),
        new("ReadBefore", Rows("for (int j = 0; j < columns; j++) { s += t[j] * y[j]; }\nfor (int j = 0; j < columns; j++) { t[j] = x[r * columns + j] * w; }")),
        new("ReadAhead", Rows("for (int j = 0; j < columns; j++) { t[j] = x[r * columns + j] * w + (j + 1 < columns ? t[j + 1] : 0); }\nfor (int j = 0; j < columns; j++) { s += t[j] * t[j]; }"), false),
        new("ReadAfter", "int columns = x.Length / 3;\nR[] t = new R[columns];\nR s = b;\nfor (int r = 0; r < 3; r++)\n{\n    for (int j = 0; j < columns; j++) { t[j] = x[r * columns + j] * w; }\n    for (int j = 0; j < columns; j++) { s += t[j] * t[j]; }\n}\nfor (int j = 0; j < columns; j++) { s += t[j] * y[j]; }\nreturn s;"),
        new("Swapped", "int columns = x.Length / 3;\nR[] t = new R[columns], u = new R[columns];\nR s = b;\nfor (int r = 0; r < 3; r++)\n{\n    for (int j = 0; j < columns; j++) { u[j] = t[j] * w + x[r * columns + j]; }\n    for (int j = 0; j < columns; j++) { t[j] = u[j]; s += t[j] * y[j]; }\n}\nreturn s;"),
        new("State", "int n = y.Length < 6 ? y.Length : 6;\nR[] h = new R[n], next = new R[n];\nR s = b;\nfor (int i = 0; i < x.Length; i++)\n{\n    for (int j = 0; j < n; j++)\n    {\n        R z = x[i];\n        for (int k = 0; k < n; k++) { z += y[k] * h[k] * (j + 1) / 16; }\n        next[j] = M.Tanh(z * w);\n    }\n    for (int j = 0; j < n; j++) { h[j] = next[j]; s += h[j] * y[j]; }\n}\nreturn s;"),

        // Matrices and views.
        new("MatrixRows", "int columns = x.Length / 3;\nR[,] m = new R[3, columns];\nfor (int r = 0; r < 3; r++) { for (int j = 0; j < columns; j++) { m[r, j] = x[r * columns + j] * w; } }\nR s = b;\nfor (int r = 0; r < 3; r++)\n{\n    R dot = 0;\n    for (int j = 0; j < columns; j++) { dot += m[r, j] * y[j]; }\n    s += dot * dot;\n}\nreturn s;"),
        new("MatrixOfOneRow", "int columns = x.Length / 3;\nR[,] m = new R[3, columns];\nfor (int r = 0; r < 2; r++) { for (int j = 0; j < columns; j++) { m[r + 1, j] = m[r, j] * w + x[r * columns + j] * y[j]; } }\nR s = b;\nfor (int j = 0; j < columns; j++) { s += m[2, j] * m[1, j]; }\nreturn s;", false),
        new("MatrixProduct", "int n = x.Length / 3;\nR[,] c = new R[3, 3];\nfor (int i = 0; i < 3; i++) { for (int j = 0; j < n; j++) { for (int k = 0; k < 3; k++) { c[i, k] += x[i * n + j] * y[k * n + j] * w; } } }\nR s = b;\nfor (int i = 0; i < 3; i++) { for (int k = 0; k < 3; k++) { s += c[i, k] * c[i, k] / 16; } }\nreturn s;", false),
        new("Slices", "int columns = x.Length / 3;\nR s = b;\nfor (int r = 0; r < 3; r++)\n{\n    ReadOnlySpan<R> row = x.Slice(r * columns, columns);\n    R dot = 0;\n    for (int j = 0; j < row.Length; j++) { dot += row[j] * y[j]; }\n    s += M.Cos(dot * w);\n}\nreturn s;"),
        new("SliceOfTheRest", "R s = b;\nif (x.Length > 2)\n{\n    ReadOnlySpan<R> rest = x.Slice(2);\n    for (int j = 0; j < rest.Length; j++) { s += rest[j] * rest[j] * w; }\n}\nreturn s;"),
    ];

    private static string Rows(string body) =>
        "int columns = x.Length / 3;\nR[] t = new R[columns];\nR s = b;\nfor (int r = 0; r < 3; r++)\n{\n    "
        + body.Replace("\n", "\n    ", StringComparison.Ordinal) + "\n}\nreturn s;";
}
