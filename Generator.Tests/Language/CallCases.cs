namespace Fluxion.Generator.Tests.Language;

/// <summary>Calls in all their forms, and what is chosen among.</summary>
internal static class CallCases
{
    public static readonly LanguageCase[] All =
    [
        new("switch with jumps between its sections, first way", """
            static double F(double x, double y, int k)
            {
                double r = 0;
                switch (k)
                {
                    case 0: r += x * y; break;
                    case 1: r += x * x; goto case 2;
                    case 2: r += y * y; goto default;
                    case 7: case 8: return x;
                    default: r += x * x * y * y; break;
                }
                return r;
            }
            """, "double x, double y, int k", 1.2, 0.7, 0),
        new("switch with jumps between its sections, second way", """
            static double F(double x, double y, int k)
            {
                double r = 0;
                switch (k)
                {
                    case 0: r += x * y; break;
                    case 1: r += x * x; goto case 2;
                    case 2: r += y * y; goto default;
                    case 7: case 8: return x;
                    default: r += x * x * y * y; break;
                }
                return r;
            }
            """, "double x, double y, int k", 1.2, 0.7, 1),
        new("switch with jumps between its sections, third way", """
            static double F(double x, double y, int k)
            {
                double r = 0;
                switch (k)
                {
                    case 0: r += x * y; break;
                    case 1: r += x * x; goto case 2;
                    case 2: r += y * y; goto default;
                    case 7: case 8: return x;
                    default: r += x * x * y * y; break;
                }
                return r;
            }
            """, "double x, double y, int k", 1.2, 0.7, 7),
        new("switch with jumps between its sections, fourth way", """
            static double F(double x, double y, int k)
            {
                double r = 0;
                switch (k)
                {
                    case 0: r += x * y; break;
                    case 1: r += x * x; goto case 2;
                    case 2: r += y * y; goto default;
                    case 7: case 8: return x;
                    default: r += x * x * y * y; break;
                }
                return r;
            }
            """, "double x, double y, int k", 1.2, 0.7, 9),
        new("switch inside a loop that continues it", """
            static double F(double x, double y)
            {
                for (int i = 0; i < 4; i++)
                {
                    switch (i) { case 1: continue; case 2: x *= y; break; }
                    x += i * y;
                }
                return x;
            }
            """, "double x, double y", 0.9, 1.1),
        new("switch expression on strings with guards, first way", """
            static double F(double x, double y, string m) => m switch
            {
                "a" => x * x * y,
                "b" when y > 0 => x * y,
                not null and "c" => y * x * x,
                _ => x - y * y,
            };
            """, "double x, double y, string m", 1.2, 0.7, "a"),
        new("switch expression on strings with guards, second way", """
            static double F(double x, double y, string m) => m switch
            {
                "a" => x * x * y,
                "b" when y > 0 => x * y,
                not null and "c" => y * x * x,
                _ => x - y * y,
            };
            """, "double x, double y, string m", 1.2, 0.7, "b"),
        new("switch expression on strings with guards, third way", """
            static double F(double x, double y, string m) => m switch
            {
                "a" => x * x * y,
                "b" when y > 0 => x * y,
                not null and "c" => y * x * x,
                _ => x - y * y,
            };
            """, "double x, double y, string m", 1.2, -0.7, "b"),
        new("switch expression on strings with guards, fourth way", """
            static double F(double x, double y, string m) => m switch
            {
                "a" => x * x * y,
                "b" when y > 0 => x * y,
                not null and "c" => y * x * x,
                _ => x - y * y,
            };
            """, "double x, double y, string m", 1.2, 0.7, "c"),
        new("pattern variables in a condition, first way", """
            static double F(double x, double y)
            {
                if (x is > 0 and var v && v * y is < 5 or > 10) { return v * y; }
                return x is double.NaN ? y : x * y * y;
            }
            """, "double x, double y", 1.2, 0.7),
        new("pattern variables in a condition, second way", """
            static double F(double x, double y)
            {
                if (x is > 0 and var v && v * y is < 5 or > 10) { return v * y; }
                return x is double.NaN ? y : x * y * y;
            }
            """, "double x, double y", -1.2, 0.7),
        new("pattern variables in a condition, third way", """
            static double F(double x, double y)
            {
                if (x is > 0 and var v && v * y is < 5 or > 10) { return v * y; }
                return x is double.NaN ? y : x * y * y;
            }
            """, "double x, double y", 4.0, 3.0),
        new("delegates chosen by a condition, first way", """
            static double F(double x, double y)
            {
                Func<double, double> f = x > y ? z => x * z : z => Math.Sin(z) * y;
                Func<double, Func<double, double>> make = a => (z => a * z * x);
                Func<double, double> g = make(y);
                return f(2) + g(3) + Apply(g, x) + Apply(Math.Exp, x) + Apply(Square, y);
            }
            static double Square(double v) => v * v;
            static double Apply(Func<double, double> f, double v) => f(f(v));
            """, "double x, double y", 1.2, 0.7),
        new("delegates chosen by a condition, second way", """
            static double F(double x, double y)
            {
                Func<double, double> f = x > y ? z => x * z : z => Math.Sin(z) * y;
                Func<double, Func<double, double>> make = a => (z => a * z * x);
                Func<double, double> g = make(y);
                return f(2) + g(3) + Apply(g, x) + Apply(Math.Exp, x) + Apply(Square, y);
            }
            static double Square(double v) => v * v;
            static double Apply(Func<double, double> f, double v) => f(f(v));
            """, "double x, double y", 0.2, 0.7),
        new("local function that changes what it captures", """
            static double F(double x, double y)
            {
                double t = x;
                void Step(double k) { t = t * t + y * k; if (t > 100) { return; } t += 1; }
                for (int i = 0; i < 3; i++) { Step(i); }
                Action twice = () => t *= 2;
                twice();
                twice();
                return t;
            }
            """, "double x, double y", 0.4, 0.7),
        new("closures that outlive their variables, first way", """
            static double F(double x, double y)
            {
                Func<double, double> f = Make(x, y > 0), g = Make(y, x > 0);
                return f(g(x));
            }
            static Func<double, double> Make(double c, bool b)
            {
                double k = c * c;
                if (b) { return z => z * k; }
                k += 1;
                return z => z + k;
            }
            """, "double x, double y", 0.4, 0.7),
        new("closures that outlive their variables, second way", """
            static double F(double x, double y)
            {
                Func<double, double> f = Make(x, y > 0), g = Make(y, x > 0);
                return f(g(x));
            }
            static Func<double, double> Make(double c, bool b)
            {
                double k = c * c;
                if (b) { return z => z * k; }
                k += 1;
                return z => z + k;
            }
            """, "double x, double y", -0.4, 0.7),
        new("composition of a composition", """
            static double F(double x)
            {
                Func<double, double> f = Compose<double, double, double>(Math.Sin, z => z * x);
                Func<double, double> h = Compose(f, f);
                double s = 0;
                for (int i = 0; i < 2; i++) { s += h(s + x); }
                return s;
            }
            static Func<A, C> Compose<A, B, C>(Func<A, B> f, Func<B, C> g) => v => g(f(v));
            """, "double x", 0.6),
        new("recursion in two branches", """
            static double F(double x, int n) => Tree(x, n) * Tree(x * x, 2);
            static double Tree(double x, int n)
            {
                if (n <= 1) { return x; }
                double l = Tree(x * 0.5, n - 1);
                double r = Tree(x + 1, n - 2);
                return l * r;
            }
            """, "double x, int n", 0.8, 5),
        new("method that is its own helper", """
            static double F(double x, int n) => n <= 0 ? x : Math.Sin(x) * F(x + 0.5, n - 1);
            """, "double x, int n", 0.8, 4),
        new("recursion over an array that changes between the calls", """
            static double F(double[] a, double x)
            {
                double[] b = new double[3];
                for (int i = 0; i < 3; i++) { b[i] = a[i] * x; }
                double s = Walk(b, 0);
                b[1] = s * x;
                for (int i = 0; i < 3; i++) { b[0] = a[i] * x + s; b[1] += x; s += Walk(b, 0) * 0.1; }
                return s;
            }
            static double Walk(double[] a, int i) => i == a.Length ? 0 : a[i] * a[i] * (i + 1) + Walk(a, i + 1) * a[i];
            """, "double[] a, double x", new double[] { 0.5, -1.2, 0.8 }, 0.7),
        new("recursion on a type parameter", """
            static double F(double x, int n) => Power(x, n);
            static T Power<T>(T x, int n) where T : INumber<T> => n <= 0 ? T.One : x * Power(x, n - 1);
            """, "double x, int n", 1.3, 4),
        new("generic math, first way", """
            static double F(double x, double y) => Poly(x, y) + Curve(y);
            static T Poly<T>(T x, T c) where T : INumber<T>
            {
                T k = T.CreateChecked(2.5);
                k += x;
                k *= c;
                if (x > c) { k -= T.One; }
                return -k * x / (c * c + T.Zero + T.CreateChecked(1)) + T.Max(x, c);
            }
            static T Curve<T>(T x) where T : IFloatingPointIeee754<T> => T.Sin(x) * T.Pi + T.Exp(x) + T.Abs(x) + T.Sqrt(x * x + T.E);
            """, "double x, double y", 1.3, 0.4),
        new("generic math, second way", """
            static double F(double x, double y) => Poly(x, y) + Curve(y);
            static T Poly<T>(T x, T c) where T : INumber<T>
            {
                T k = T.CreateChecked(2.5);
                k += x;
                k *= c;
                if (x > c) { k -= T.One; }
                return -k * x / (c * c + T.Zero + T.CreateChecked(1)) + T.Max(x, c);
            }
            static T Curve<T>(T x) where T : IFloatingPointIeee754<T> => T.Sin(x) * T.Pi + T.Exp(x) + T.Abs(x) + T.Sqrt(x * x + T.E);
            """, "double x, double y", 0.3, 0.4),
        new("rules of the user", """
            static double F(double x, double y, int n)
            {
                double s = y;
                for (int i = 0; i < n; i++) { s += Two(x, s) * Bent(x * x, n); }
                Func<double, double, double> f = Two;
                return s + f(x, x);
            }
            internal static double Two(double a, double b) => Math.Sin(a) * b;
            internal static double Bent(double x, int n) => Math.Tanh(x) * n;
            [DerivativeOf(typeof(Language_rules_of_the_user), nameof(Two))]
            internal static (double, double) TwoBack(double a, double b, double adjoint) => (Math.Cos(a) * b * adjoint, Math.Sin(a) * adjoint);
            [DerivativeOf(typeof(Language_rules_of_the_user), nameof(Bent))]
            internal static double BentSlope(double x, int n) => n / Math.Cosh(x) / Math.Cosh(x);
            """, "double x, double y, int n", 0.7, 1.2, 3),
        new("folds and extremes of LINQ", """
            static double F(double[] a, double x) => a.Aggregate(x, (s, v) => s * v + 1) + a.Max() * x - a.Min() + a.Max(v => v * v);
            """, "double[] a, double x", new double[] { 0.5, -1.2, 0.8 }, 0.7),
        new("projections and filters of LINQ", """
            static double F(double[] a, double x) => a.Where(v => v > 0).Select(v => v * v * x).Sum() + a.Sum(v => Math.Sin(v))
                + a.Count(v => v > x) * x + a.Where(v => v > -5).Average() + a.Zip(a.Select(v => v * x)).Select(t => t.First * t.Second).Sum()
                + Enumerable.Range(1, 3).Select(i => Math.Pow(x, i) / i).Sum() + Enumerable.Repeat(x, 3).Sum();
            """, "double[] a, double x", new double[] { 0.5, -1.2, 0.8 }, 0.7),
        new("iterator that is left early, first way", """
            static double F(double x)
            {
                double s = 0;
                foreach (double p in Powers(x, 5))
                {
                    if (s > 3) { return s * x; }
                    s += p * p;
                }
                return s + Powers(x * 2, 3).Select(v => v * 3).Sum();
            }
            static IEnumerable<double> Powers(double x, int n)
            {
                double p = 1;
                for (int i = 0; i < n; i++) { if (p > 50) { yield break; } yield return p; p *= x; }
                yield return 0.5 * x;
            }
            """, "double x", 0.6),
        new("iterator that is left early, second way", """
            static double F(double x)
            {
                double s = 0;
                foreach (double p in Powers(x, 5))
                {
                    if (s > 3) { return s * x; }
                    s += p * p;
                }
                return s + Powers(x * 2, 3).Select(v => v * 3).Sum();
            }
            static IEnumerable<double> Powers(double x, int n)
            {
                double p = 1;
                for (int i = 0; i < n; i++) { if (p > 50) { yield break; } yield return p; p *= x; }
                yield return 0.5 * x;
            }
            """, "double x", 1.4),
        new("iterator that is left early, third way", """
            static double F(double x)
            {
                double s = 0;
                foreach (double p in Powers(x, 5))
                {
                    if (s > 3) { return s * x; }
                    s += p * p;
                }
                return s + Powers(x * 2, 3).Select(v => v * 3).Sum();
            }
            static IEnumerable<double> Powers(double x, int n)
            {
                double p = 1;
                for (int i = 0; i < n; i++) { if (p > 50) { yield break; } yield return p; p *= x; }
                yield return 0.5 * x;
            }
            """, "double x", 3.0),
    ];
}
