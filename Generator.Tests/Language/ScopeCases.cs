namespace Fluxion.Generator.Tests.Language;

/// <summary>References, scopes that are left, and members of interfaces.</summary>
internal static class ScopeCases
{
    public static readonly LanguageCase[] All =
    [
        new("constants folded", """
            static double F(double x, double y)
            {
                const double w = Z * 2;
                const bool flag = N == 3;
                return x * w + (flag ? y * Q : 1) + (int)e * x + c * y + S.Length * x + L * y * 1e-12 + U * x * 1e-9;
            }

            const double K = 1.0 / 3;

            const float Q = 0.1f;

            const int N = 7 / 2;

            const double Z = N * K + Q;

            enum E { A = 3, B }

            const E e = E.B;

            const char c = 'a';

            const string S = "ab" + "c";

            const long L = 1L << 40;

            const uint U = uint.MaxValue;
            """, "double x, double y", 1.2, 0.7),
        new("nameof, sizeof and default", """
            static double F(double x, double y) => x * nameof(F).Length + y * sizeof(double) + x * y * default(int);
            """, "double x, double y", 1.2, 0.7),
        new("goto out of nested loops", """
            static double F(double x, double y)
            {
                double s = 0;
                for (int i = 0; i < 5; i++) { for (int j = 0; j < 5; j++) { s += x * y * (i + j); if (s > 9) goto done;
                    s *= x; } }
                s += 100;
                done: return s * y;
            }
            """, "double x, double y", 1.2, 0.7),
        new("goto on in the outer loop", """
            static double F(double x, double y)
            {
                double s = 0;
                for (int i = 0; i < 5; i++) { for (int j = 0; j < 5; j++) { s += x * y * (i + j); if (j > i) goto next;
                    s *= x * 0.5; } s += 1; next: ; }
                return s * y;
            }
            """, "double x, double y", 1.2, 0.7),
        new("goto out of an endless loop", """
            static double F(double x, double y)
            {
                double s = x;
                while (true) { s = s * x + y; if (s > 10) goto end; if (s < 0) break; }
                s = 7;
                end: return s;
            }
            """, "double x, double y", 1.2, 0.7),
        new("return inside try", """
            static double F(double x, double y)
            {
                double[] a = [x, y];
                try { return a[0] * a[1]; } finally { a[0] = 7; }
            }
            """, "double x, double y", 1.2, 0.7),
        new("loop inside try", """
            static double F(double[] a, double y)
            {
                double s = 0;
                try { for (int i = 0; i < a.Length; i++) s += a[i] * y; } finally { s *= 2; }
                return s;
            }
            """, "double[] a, double y", new double[] { 1.2, 0.4 }, 0.7),
        new("lock", """
            static double F(double x, double y)
            {
                lock (Gate) { return x * y * x; }
            }

            static readonly object Gate = new();
            """, "double x, double y", 1.2, 0.7),
        new("using statement and declaration", """
            static double F(double x, double y)
            {
                using (Scope s = new() { N = x }) { y *= s.N; }
                using Scope t = new() { N = y };
                return t.N * x;
            }

            sealed class Scope : IDisposable { public double N; public void Dispose() { N = 0; } }
            """, "double x, double y", 1.2, 0.7),
        new("using a ref struct", """
            static double F(double x, double y)
            {
                using (Scope s = new() { N = x }) { y *= s.N; }
                return y * x;
            }

            ref struct Scope { public double N; public void Dispose() { N = 0; } }
            """, "double x, double y", 1.2, 0.7),
        new("in parameters that name variables and elements", """
            static double F(double x, double y)
            {
                double v = x * y;
                double r = G(v, ref v);
                double[] w = [x, y];
                r += H(w[0], w) + H(in w[1], w) + H(x + 1, w);
                return r + v * x;
            }

            static double G(in double a, ref double b)
            {
                b = b * 2 + a;
                double t = a;
                b = b * a;
                return a * t;
            }

            static double H(in double a, double[] v)
            {
                v[0] = v[0] * a;
                return a + v[0];
            }
            """, "double x, double y", 1.2, 0.7),
        new("in parameter of a struct that changes", """
            static double F(double x, double y)
            {
                P p = new() { X = x * y };
                return G(p, ref p) + G(in p, ref p) * y;
            }

            struct P { public double X; public readonly double Get() => X; public double Bump() { X += 1; return X; } }

            static double G(in P p, ref P q)
            {
                q.X *= 3;
                return p.Get() * p.X + p.Bump() + p.X;
            }
            """, "double x, double y", 1.2, 0.7),
        new("try left in every way", """
            static double F(double x, double y)
            {
                double log = y;
                double r = G(x, ref log);
                double q = G(x * 0.1, ref log);
                return r * log + q;
            }

            static double G(double x, ref double log)
            {
                for (int i = 0; i < 4; i++) { try { if (x * i > 2) return x * i * log; if (i == 1) continue; log += x;
                    } finally { log *= 1.5; } }
                return log;
            }
            """, "double x, double y", 1.2, 0.7),
        new("using declarations in the middle of a block", """
            static double F(double x, double y)
            {
                double[] log = [y];
                double r = G(x, log) + G(y, log);
                using (new Scope(y, log)) { r += log[0]; }
                return r * log[0];
            }

            sealed class Scope(double n, double[] log) : IDisposable { public double N = n;
                void IDisposable.Dispose() { log[0] += N * 2; N = 0; } }

            static double G(double x, double[] log)
            {
                using Scope a = new(x, log), b = new(x * x, log);
                if (x > 1) { return a.N * b.N; }
                using Scope c = new(3, log);
                return c.N * x;
            }
            """, "double x, double y", 1.2, 0.7),
        new("elements chosen by reference", """
            static double F(double x, double y)
            {
                double[] v = [x, y, x * y];
                int i = 1;
                Bump(ref (x > y ? ref v[0] : ref v[i]), y);
                ref double m = ref (y > x ? ref v[2] : ref v[0]);
                m += x;
                return v[0] * v[1] + v[2] * (x > 5 ? ref v[0] : ref v[1]);
            }

            static void Bump(ref double v, double by)
            {
                v = v * by + 1;
            }
            """, "double x, double y", 1.2, 0.7),
        new("generic math with a number of the user", """
            static double F(double x, double y)
            {
                Cx c = Sq(new Cx(x, y), new Cx(y, x), 3);
                return c.R * c.I + Sq(x, y, 2);
            }

            readonly record struct Cx(double R, double I) : IAdditionOperators<Cx, Cx, Cx>, IMultiplyOperators<Cx, Cx,
                Cx>, IUnaryNegationOperators<Cx, Cx>, IAdditiveIdentity<Cx, Cx> { public static Cx operator +(Cx a,
                    Cx b) => new(a.R + b.R, a.I + b.I); public static Cx operator *(Cx a,
                        Cx b) => new(a.R * b.R - a.I * b.I, a.R * b.I + a.I * b.R);
                            public static Cx operator -(Cx a) => new(-a.R, -a.I);
                                public static Cx AdditiveIdentity => new(0, 0); }

            static T Sq<T>(T a, T b, int n) where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>,
                IUnaryNegationOperators<T, T>, IAdditiveIdentity<T, T> { T s = T.AdditiveIdentity; for (int i = 0;
                    i < n; i++)
            {
                s += a * a + -b;
                s *= b;
                } return s;
            }
            """, "double x, double y", 1.2, 0.7),
        new("array that may be null", """
            static double F(double[]? a, double y) => a is null ? y : a[0] * y + a[1];
            """, "double[] a, double y", new double[] { 1.2, 0.4 }, 0.7),
        new("virtual call on this and on base", """
            static double F(double x, double y)
            {
                B b = x > 1 ? new D(y) : new E(x);
                return b.Run(x) + new E(y).Run(x);
            }

            abstract class B { protected double K; public double Run(double v) => Step(v) * K;
                protected virtual double Step(double v) => v * v; }

            sealed class D : B { public D(double k) { K = k; }
                protected override double Step(double v) => base.Step(v) + K; }

            sealed class E : B { public E(double k) { K = k * 2; } }
            """, "double x, double y", 1.2, 0.7),
    ];
}
