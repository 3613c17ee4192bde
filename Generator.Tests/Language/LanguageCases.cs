namespace Fluxion.Generator.Tests.Language;

/// <summary>The statements and expressions of C#, in the combinations in which they go wrong.</summary>
internal static class LanguageCases
{
    public static readonly LanguageCase[] All =
    [
        new("loop that never runs", """
            static double F(double x, int n)
            {
                double y = x;
                for (int i = 0; i < n; i++) { y = y * y * x; }
                return y * x;
            }
            """, "double x, int n", 1.3, -3),
        new("loop whose bound shrinks in the body", """
            static double F(double x, int n)
            {
                double y = x;
                for (int i = 0; i < n; i++) { y = Math.Sin(y) * x; n--; }
                return y;
            }
            """, "double x, int n", 1.3, 7),
        new("loop whose index is changed in the body", """
            static double F(double x, double y)
            {
                double s = 1;
                for (int i = 0; i < 10; i++) { s = s * x + y; if (i % 3 == 0) { i++; } }
                return s;
            }
            """, "double x, double y", 0.7, 0.4),
        new("loop downwards over every second element", """
            static double F(double[] a)
            {
                double s = 0;
                for (int i = a.Length - 1; i >= 0; i -= 2) { s = s * a[i] + a[i] * a[i]; }
                return s;
            }
            """, "double[] a", new double[] { 0.5, -1.2, 0.8, 1.1, 0.3 }),
        new("break out of the inner loop", """
            static double F(double x, double y)
            {
                double s = 0;
                for (int i = 0; i < 4; i++)
                {
                    double p = x;
                    for (int j = 0; j < 10; j++)
                    {
                        p = p * y + i;
                        if (p > 3) { break; }
                        if (j == i) { continue; }
                        s += p * x;
                    }
                    s = s * 0.5 + p;
                }
                return s;
            }
            """, "double x, double y", 0.9, 1.2),
        new("return out of two loops", """
            static double F(double x, double y)
            {
                double s = 0;
                for (int i = 1; i < 6; i++)
                {
                    for (int j = 0; j < i; j++)
                    {
                        s += x * y / i;
                        if (s > 2) { return s * s * i; }
                    }
                    s *= 1 + (0.1 * x);
                }
                return -s;
            }
            """, "double x, double y", 0.9, 1.2),
        new("variable that a loop sets and does not read", """
            static double F(double x, int n)
            {
                double v = 1;
                for (int i = 0; i < n; i++) { v = x; }
                return v;
            }
            """, "double x, int n", 0.9, 2),
        new("while with a condition on the value", """
            static double F(double x, double y)
            {
                double v = x;
                while (v < 50) { v = v * y + Math.Sqrt(v); }
                return Math.Log(v) * x;
            }
            """, "double x, double y", 1.5, 1.4),
        new("do runs at least once", """
            static double F(double x, double y)
            {
                double v = x;
                int k = 0;
                do { v = v * v - y; k++; } while (v > 0.2 && k < 5);
                return v * k;
            }
            """, "double x, double y", 1.1, 0.3),
        new("while inside for, both carrying", """
            static double F(double x, double[] a)
            {
                double s = x;
                for (int i = 0; i < a.Length; i++)
                {
                    double t = a[i];
                    int guard = 0;
                    while (t * t < 4 && guard++ < 8) { t = t * 1.5 + s * 0.01; s += t * t * 0.1; }
                    s = s * t;
                }
                return s;
            }
            """, "double x, double[] a", 0.4, new double[] { 0.5, 1.2, 0.8 }),
        new("elements overwritten in place", """
            static double F(double[] a, double x)
            {
                for (int k = 0; k < 3; k++)
                {
                    for (int i = 1; i < a.Length; i++) { a[i] = a[i] * a[i - 1] + x; }
                    a[0] *= 1 + a[^1];
                }
                return a[0] + a[2] * a[3];
            }
            """, "double[] a, double x", new double[] { 0.5, -0.2, 0.8, 0.3 }, 0.2),
        new("scratch array", """
            static double F(double[] a)
            {
                double[] t = new double[a.Length];
                for (int i = 0; i < a.Length; i++) { t[i] = a[i] * a[a.Length - 1 - i]; }
                for (int i = 1; i < t.Length; i++) { t[i] += t[i - 1] * a[i]; }
                return t[^1];
            }
            """, "double[] a", new double[] { 0.5, -0.2, 0.8, 0.3 }),
        new("two names for one array", """
            static double F(double[] a, double x)
            {
                double[] b = a;
                b[0] = a[0] * x;
                a[1] *= b[0];
                b = new double[] { x, a[1] };
                b[0] *= b[1];
                return a[0] * a[1] * b[0];
            }
            """, "double[] a, double x", new double[] { 0.5, -0.2 }, 1.7),
        new("array chosen by a condition", """
            static double F(double[] a, double[] b, double x)
            {
                double[] c = x > 0 ? a : b;
                c[0] = c[0] * x + b[0];
                return a[0] * b[0] + c[1];
            }
            """, "double[] a, double[] b, double x", new double[] { 0.5, -0.2 }, new double[] { 1.5, 0.7 }, 0.6),
        new("helper that writes to its array", """
            static double F(double[] a, double x)
            {
                Scale(a, x);
                double s = Scale(a, a[0]);
                return s * a[1];
            }

            static double Scale(double[] v, double by)
            {
                double sum = 0;
                for (int i = 0; i < v.Length; i++) { v[i] *= by; sum += v[i]; }
                return sum;
            }
            """, "double[] a, double x", new double[] { 0.5, -0.2 }, 1.7),
        new("helper with several exits", """
            static double F(double x, double y) => Bend(x) * Bend(y) + Bend(x * y) * Bend(-x);

            static double Bend(double v)
            {
                if (v > 1) { return Math.Log(v) + 1; }
                for (int i = 0; i < 3; i++) { v *= 1.1; if (v > 0.9) { return v * v; } }
                return v < 0 ? Math.Exp(v) : v;
            }
            """, "double x, double y", 0.8, 1.6),
        new("side effects in their order", """
            static double F(double x, double y)
            {
                int i = 0;
                double[] t = [x, y, x * y];
                t[i++] = t[i] * t[i++];
                t[i] += t[i -= 1] * (x = x * 2);
                return t[0] + t[1] * t[2] + x * i;
            }
            """, "double x, double y", 0.8, 1.6),
        new("conditions with effects", """
            static double F(double x, double y)
            {
                double s = 0;
                if (x > 1 && (s = x * y) > 0 || (s += y * y) > 100) { s *= x; }
                bool both = x > 0 & (y = y * x) > 0;
                return both ? s * y : -s;
            }
            """, "double x, double y", 0.8, 1.6),
        new("nested conditional expressions", """
            static double F(double x, double y) => x > y ? x > 2 ? x * x : y * y : y > 1 ? x * Math.Exp(y > 1.5 ? x : y) : x;
            """, "double x, double y", 0.8, 1.6),
        new("increments of numbers with fractions", """
            static double F(double x, double y)
            {
                double a = x++ * y;
                double b = --y * x;
                return a * b + x-- - ++y * x;
            }
            """, "double x, double y", 0.8, 1.6),
        new("integers of all kinds", """
            static double F(double x, int n)
            {
                long a = n * 3L;
                byte b = (byte)(n + 250);
                uint c = (uint)n >> 1;
                char d = (char)('a' + n);
                short e = (short)(n << 2);
                return x * a + x * x * b - x * c + Math.Sin(x) * d / e;
            }
            """, "double x, int n", 0.8, 7),
        new("single precision inside", """
            static double F(double x, float y)
            {
                float a = (float)x * y;
                double b = a * x;
                return b + MathF.Sin(a) + (float)(x * x);
            }
            """, "double x, float y", 0.75, 1.5f),
        new("foreach over what was written", """
            static double F(double[] a, double x)
            {
                double[] t = new double[3];
                int k = 0;
                foreach (double v in a) { t[k++ % 3] += v * x; }
                double p = 1;
                foreach (double v in t) { p *= v; x += v; }
                return p * x;
            }
            """, "double[] a, double x", new double[] { 0.5, -0.2, 0.8, 0.3 }, 1.2),
        new("elements picked by an index array", """
            static double F(double[] a, int[] picks)
            {
                double s = 1;
                foreach (int i in picks) { s = s * a[i] + a[(i + 1) % a.Length]; a[i] *= 0.5; }
                return s;
            }
            """, "double[] a, int[] picks", new double[] { 0.5, -0.2, 0.8 }, new int[] { 2, 0, 2, 1 }),
        new("matrix times vector in one array", """
            static double F(double[] m, double[] v)
            {
                double s = 0;
                for (int i = 0; i < v.Length; i++)
                {
                    double row = 0;
                    for (int j = 0; j < v.Length; j++) { row += m[i * v.Length + j] * v[j]; }
                    s += row * row * v[i];
                }
                return s;
            }
            """, "double[] m, double[] v", new double[] { 0.5, -0.2, 0.8, 1.1 }, new double[] { 0.7, 1.3 }),
        new("sum used inside the loop that makes it", """
            static double F(double x, double[] a)
            {
                double sum = 0, best = 0;
                for (int i = 0; i < a.Length; i++) { sum += a[i] * x; best = Math.Max(best, sum); }
                return sum * best;
            }
            """, "double x, double[] a", 0.4, new double[] { 0.5, 1.2, -0.8 }),
        new("mean and variance in two passes", """
            static double F(double[] a)
            {
                double mean = 0;
                for (int i = 0; i < a.Length; i++) { mean += a[i]; }
                mean /= a.Length;
                double v = 0;
                for (int i = 0; i < a.Length; i++) { v += (a[i] - mean) * (a[i] - mean); }
                return Math.Sqrt(v / (a.Length - 1)) / mean;
            }
            """, "double[] a", new double[] { 0.5, 1.2, 0.8 }),
        new("sums whose terms all have a factor that is no number, or infinite", """
            static double F(double x, double y)
            {
                double none = double.NaN, infinite = double.PositiveInfinity;
                return x < y ? x * y : x > 5 ? (none * x) + (none * y) : (infinite * x) - (infinite * Math.Sin(y));
            }
            """, "double x, double y", 0.8, 1.6),
        .. CallCases.All,
        .. CollectionCases.All,
        .. DispatchCases.All,
        .. ModernCases.All,
        .. IteratorCases.All,
        .. ObjectMemoryCases.All,
        .. RecursionCases.All,
        .. NullableCases.All,
        .. NumericsCases.All,
        .. SequenceCases.All,
        .. StructMemoryCases.All,
        .. HygieneCases.All,
        .. ScopeCases.All,
        .. TensorCases.All,
    ];
}
