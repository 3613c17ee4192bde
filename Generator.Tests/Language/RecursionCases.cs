namespace Fluxion.Generator.Tests.Language;

/// <summary>Methods that call themselves, with everything that can be handed to them.</summary>
internal static class RecursionCases
{
    public static readonly LanguageCase[] All =
    [
        new("recursion of a local function", """
            static double F(double x, double y, int n)
            {
                double z = x * y;
                double G(double v, int k) => k == 0 ? v * z : Math.Sin(v) * G(v + y, k - 1);
                return G(x, n) + G(z, 2);
            }
            """, "double x, double y, int n", 0.8, 1.1, 4),
        new("recursion that writes to captured variables", """
            static double F(double x, double y, int n)
            {
                double sum = 0; int calls = 0;
                void G(double v, int k) { calls++; if (k == 0) { return; } sum += v * y * sum + v; G(v * x, k - 1); G(v * y, k - 2 < 0 ? 0 : k - 2); }
                G(x, n);
                return sum * calls;
            }
            """, "double x, double y, int n", 0.8, 1.1, 4),
        new("recursion over halves of an array", """
            static double F(double[] a, double x) => Sum(a, 0, a.Length) * x;
            static double Sum(double[] a, int lo, int hi)
            {
                if (hi - lo == 1) { return a[lo] * a[lo]; }
                int mid = (lo + hi) / 2;
                return Sum(a, lo, mid) + Sum(a, mid, hi) * a[lo];
            }
            """, "double[] a, double x", new double[] { 0.5, -1.2, 0.8, 0.3, 0.9 }, 0.7),
        new("recursion that writes to an array", """
            static double F(double[] a, double x) { Scan(a, 0, a.Length, x); return a[0] * a[4] + a[2] * a[1] * x; }
            static void Scan(double[] a, int lo, int hi, double x)
            {
                if (hi - lo <= 1) { return; }
                int mid = (lo + hi) / 2;
                Scan(a, lo, mid, x); Scan(a, mid, hi, x);
                for (int i = mid; i < hi; i++) { a[i] = a[i] * a[mid - 1] + x * a[lo]; }
                a[lo] *= x;
            }
            """, "double[] a, double x", new double[] { 0.5, -1.2, 0.8, 0.3, 0.9 }, 0.7),
        new("merge sort", """
            static double F(double[] a, double x)
            {
                double[] tmp = new double[a.Length];
                Sort(a, tmp, 0, a.Length);
                double s = 0;
                for (int i = 0; i < a.Length; i++) { s = s * x + a[i] * a[i] * (i + 1); }
                return s;
            }
            static void Sort(double[] a, double[] tmp, int lo, int hi)
            {
                if (hi - lo < 2) { return; }
                int mid = (lo + hi) / 2;
                Sort(a, tmp, lo, mid); Sort(a, tmp, mid, hi);
                int i = lo, j = mid;
                for (int k = lo; k < hi; k++) { tmp[k] = j >= hi || (i < mid && a[i] <= a[j]) ? a[i++] : a[j++]; }
                for (int k = lo; k < hi; k++) { a[k] = tmp[k]; }
            }
            """, "double[] a, double x", new double[] { 0.5, -1.2, 0.8, 0.3, 0.9, -0.4 }, 0.7),
        new("fast Fourier transform", """
            static double F(double[] re, double[] im)
            {
                double[] r = (double[])re.Clone(), m = (double[])im.Clone();
                Fft(r, m, 0, r.Length, 1);
                double s = 0;
                for (int i = 0; i < r.Length; i++) { s += (r[i] * r[i] + m[i] * m[i] * 2) * (i + 1); }
                return s;
            }
            static void Fft(double[] re, double[] im, int start, int n, int stride)
            {
                if (n == 1) { return; }
                double[] er = new double[n / 2], ei = new double[n / 2], or = new double[n / 2], oi = new double[n / 2];
                for (int k = 0; k < n / 2; k++) { er[k] = re[start + 2 * k]; ei[k] = im[start + 2 * k]; or[k] = re[start + 2 * k + 1]; oi[k] = im[start + 2 * k + 1]; }
                Fft(er, ei, 0, n / 2, 1); Fft(or, oi, 0, n / 2, 1);
                for (int k = 0; k < n / 2; k++)
                {
                    double c = Math.Cos(-2 * Math.PI * k / n), s = Math.Sin(-2 * Math.PI * k / n);
                    double tr = c * or[k] - s * oi[k], ti = s * or[k] + c * oi[k];
                    re[start + k] = er[k] + tr; im[start + k] = ei[k] + ti;
                    re[start + k + n / 2] = er[k] - tr; im[start + k + n / 2] = ei[k] - ti;
                }
            }
            """, "double[] re, double[] im", new double[] { 0.5, -1.2, 0.8, 0.3 }, new double[] { 0.1, 0.2, -0.5, 0.9 }),
        new("recursion of structs", """
            static double F(double x, double y, int n) { V v = Turn(new V(x, y), n); return v.A * v.B + v.A; }
            static V Turn(V v, int n) => n == 0 ? v : Turn(new V(v.A * v.B, v.A - v.B), n - 1) + v;
            readonly record struct V(double A, double B) { public static V operator +(V a, V b) => new(a.A + b.A, a.B * b.B); }
            """, "double x, double y, int n", 0.8, 1.1, 4),
        new("recursion that gives a tuple", """
            static double F(double x, double y, int n) { (double a, double b) = Fib(x, y, n); return a * b; }
            static (double, double) Fib(double x, double y, int n) { if (n == 0) { return (x, y); } var (a, b) = Fib(x, y, n - 1); return (b, a * 0.5 + b * x); }
            """, "double x, double y, int n", 0.8, 1.1, 4),
        new("recursion with references", """
            static double F(double x, double y, int n) { double acc = y; Go(x, n, ref acc, out double last); return acc * last; }
            static void Go(double x, int n, ref double acc, out double last) { if (n == 0) { last = x * acc; return; } acc = acc * x + n; Go(x * 0.9, n - 1, ref acc, out last); acc += last * x; }
            """, "double x, double y, int n", 0.8, 1.1, 4),
        new("recursion of a struct that changes", """
            static double F(double x, double y, int n) { P p = new P { A = x, B = y }; double r = p.Power(n); return r * p.A + p.Count; }
            struct P { public double A, B; public int Count; public double Power(int n) { Count++; if (n == 0) { return B; } A *= 1.1; return A * Power(n - 1) + B; } }
            """, "double x, double y, int n", 0.8, 1.1, 4),
        new("recursion of a readonly struct", """
            static double F(double x, double y, int n) => new Q(x, y).Power(n, x);
            readonly struct Q(double a, double b) { public double Power(int n, double v) => n == 0 ? b : a * Power(n - 1, v * v) + v; }
            """, "double x, double y, int n", 0.8, 1.1, 4),
        new("recursion of an object that changes", """
            static double F(double x, double y, int n) { C c = new C { A = x, B = y }; double r = c.Power(n); return r * c.A + c.B; }
            class C { public double A, B; public double Power(int n) { if (n == 0) { return B; } B += A * n; double r = A * Power(n - 1); A = A * B; return r + A; } }
            """, "double x, double y, int n", 0.8, 1.1, 4),
        new("recursion with new objects", """
            static double F(double x, double y, int n) { C2 c = new C2 { A = x }; return Go(c, y, n) * c.A; }
            static double Go(C2 c, double y, int n) { if (n == 0) { return c.A; } c.A = c.A * y + 1; C2 d = new C2 { A = c.A * 2 }; return Go(d, y, n - 1) + c.A; }
            class C2 { public double A; }
            """, "double x, double y, int n", 0.8, 1.1, 4),
        new("recursion over slices", """
            static double F(double[] a, double x) => Sum(a) * x;
            static double Sum(ReadOnlySpan<double> s) => s.Length == 0 ? 0 : s.Length == 1 ? s[0] * s[0] : Sum(s[..(s.Length / 2)]) * s[0] + Sum(s[(s.Length / 2)..]);
            """, "double[] a, double x", new double[] { 0.5, -1.2, 0.8, 0.3, 0.9 }, 0.7),
        new("recursion that writes to slices", """
            static double F(double[] a, double x) { Prefix(a, x); return a[4] * a[2] + a[0]; }
            static void Prefix(Span<double> s, double x) { if (s.Length < 2) { return; } s[1] = s[1] * s[0] + x; Prefix(s.Slice(1), x * 1.1); s[0] += s[^1]; }
            """, "double[] a, double x", new double[] { 0.5, -1.2, 0.8, 0.3, 0.9 }, 0.7),
        new("recursion with a delegate", """
            static double F(double x, double y) => Quad(t => Math.Sin(t * x) * y, 0, y, 1e-1, 0);
            static double Quad(Func<double, double> f, double a, double b, double tol, int depth)
            {
                double m = 0.5 * (a + b), h = b - a;
                double s1 = h * (f(a) + f(b)) / 2, s2 = h * (f(a) + 2 * f(m) + f(b)) / 4;
                return depth > 3 ? s2 : Quad(f, a, m, tol, depth + 1) + Quad(f, m, b, tol, depth + 1);
            }
            """, "double x, double y", 0.8, 1.1),
        new("recursion over a tree of objects", """
            static double F(double x, double y) { Node n = new Mul(new Add(new Var(x), new Var(y)), new Mul(new Var(x), new Add(new Var(2), new Var(y)))); return Eval(n) + n.Value() ; }
            static double Eval(Node n) => n switch { Add a => Eval(a.L) + Eval(a.R), Mul m => Eval(m.L) * Eval(m.R), Var v => v.X, _ => 0 };
            abstract class Node { public abstract double Value(); }
            class Var(double x) : Node { public double X => x; public override double Value() => x; }
            class Add(Node l, Node r) : Node { public Node L => l; public Node R => r; public override double Value() => l.Value() + r.Value(); }
            class Mul(Node l, Node r) : Node { public Node L => l; public Node R => r; public override double Value() => l.Value() * r.Value(); }
            """, "double x, double y", 0.8, 1.1),
        new("recursion through an interface", """
            static double F(double x, int n) { IGo g = new Go3(x); return g.Run(n, g); }
            interface IGo { double Run(int n, IGo self); }
            class Go3(double x) : IGo { public double Run(int n, IGo self) => n == 0 ? x : x * self.Run(n - 1, self) + n; }
            """, "double x, int n", 0.8, 4),
        new("recursion inside a loop without a count", """
            static double F(double x, double y, int n) { double s = 0; while (s < 2) { s += H(x, y, n) + 0.3; } return s; }
            static double H(double x, double y, int n) { double s = x; int i = 0; while (i < n) { s = s * y + H(x * 0.5, y, n - 1 - i) * x; i++; if (s > 5) { break; } } return s; }
            """, "double x, double y, int n", 0.8, 1.1, 3),
        new("recursion with an array in a struct", """
            static double F(double[] a, double x) => Walk(new L(a, 0), x);
            static double Walk(L l, double x) => l.I == l.A.Length ? x : l.A[l.I] * Walk(l with { I = l.I + 1 }, x * 1.1);
            readonly record struct L(double[] A, int I);
            """, "double[] a, double x", new double[] { 0.5, -1.2, 0.8, 0.3, 0.9 }, 0.7),
        new("recursion over a list", """
            static double F(double[] a, double x) { List<double> l = [.. a, x]; return Walk(l, 0, x); }
            static double Walk(List<double> l, int i, double x) => i == l.Count ? x : l[i] * Walk(l, i + 1, x * 1.1) + l[i];
            """, "double[] a, double x", new double[] { 0.5, -1.2, 0.8, 0.3, 0.9 }, 0.7),
        new("recursion with one array for two parameters", """
            static double F(double[] a, double x) { Mix(a, a, 0, x); return a[0] * a[1] + a[4] * a[3]; }
            static void Mix(double[] a, double[] b, int i, double x) { if (i + 1 >= a.Length) { return; } a[i] = b[i] * b[i + 1]; b[i + 1] += a[i] * x; Mix(b, a, i + 1, x); for (int k = 0; k < i; k++) { a[k + 1] = a[k + 1] + b[k] * x; } }
            """, "double[] a, double x", new double[] { 0.5, -1.2, 0.8, 0.3, 0.9 }, 0.7),
        new("recursion with loops in vectors", """
            static double F(double[] a, double x) { double[] b = new double[20]; for (int i = 0; i < 20; i++) { b[i] = a[i % 5] * (i + 1); } return Dot(b, 0, 20, x); }
            static double Dot(double[] a, int lo, int hi, double x) { if (hi - lo < 8) { double s = 0; for (int i = lo; i < hi; i++) { s += a[i] * a[i] * x; } return s; } int m = (lo + hi) / 2; return Dot(a, lo, m, x) + Dot(a, m, hi, x * 1.1); }
            """, "double[] a, double x", new double[] { 0.5, -1.2, 0.8, 0.3, 0.9 }, 0.7),
        new("recursion with an array of a field", """
            static double F(double[] a, double x) => W(a, D, 0) * x;
            static readonly double[] D = [1, 2, 3, 4, 5];
            static double W(double[] a, double[] d, int i) => i == a.Length ? 1 : a[i] * d[i] + W(a, d, i + 1) * D[i];
            """, "double[] a, double x", new double[] { 0.5, -1.2, 0.8, 0.3, 0.9 }, 0.7),
        new("recursion that gives a nullable number", """
            static double F(double x, int n) => (G(x, n) ?? 2) * x;
            static double? G(double x, int n) => n == 0 ? null : n == 1 ? x * x : G(x * 1.1, n - 1) * x;
            """, "double x, int n", 0.8, 4),
        new("recursion that carries no derivative", """
            static double F(double x, int n) => x * (Count(n) + Fib(n));
            static int Count(int n) => n == 0 ? 1 : 1 + Count(n - 1);
            static double Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);
            """, "double x, int n", 0.8, 4),
        new("recursion over a matrix", """
            static double F(double[] a, double x) { double[,] m = new double[2, 2]; for (int i = 0; i < 2; i++) for (int j = 0; j < 2; j++) m[i, j] = a[2 * i + j]; return Det(m, 0, x) * x; }
            static double Det(double[,] m, int i, double x) { if (i == 2) return x; m[i, 0] = m[i, 1] * m[i, 0]; return m[i, 0] * Det(m, i + 1, x * 2) + m[0, i]; }
            """, "double[] a, double x", new double[] { 0.5, -1.2, 0.8, 0.3 }, 0.7),
        new("recursion of a local function as a delegate", """
            static double F(double x, double y) { double R(int n) => n == 0 ? x : y * R(n - 1); Func<int, double> g = R; Func<double, double> h = v => v * R(2); return g(3) + h(x); }
            """, "double x, double y", 0.8, 1.1),
        new("recursion of a local function of an object", """
            static double F(double x, double y) => new C5 { A = x }.Go(y);
            class C5 { public double A; public double Go(double y) { double R(int n) { A += 0.1; return n == 0 ? A : y * R(n - 1); } return R(3) * A; } }
            """, "double x, double y", 0.8, 1.1),
        new("recursion of an extension", """
            static double F(double x, int n) => x.Pow2(n);
            extension(double v) { public double Pow2(int n) { v *= 1.1; return n == 0 ? v : v * v.Pow2(n - 1); } }
            """, "double x, int n", 0.8, 3),
        new("recursion of a property", """
            static double F(double x, int n) => new R6(x, n).Value;
            readonly record struct R6(double X, int N) { public double Value => N == 0 ? X : X * new R6(X * 1.1, N - 1).Value; }
            """, "double x, int n", 0.8, 3),
        new("recursion with an array that a condition chooses", """
            static double F(double[] a, double x) { double[] b = new double[4]; b[1] = x; double[] t = x > 0.5 ? b : a; Scan(t, 0, x); return b[0] + b[1] * b[2] * x + a[1] * b[3]; }
            static void Scan(double[] t, int i, double x) { if (i == 4) return; t[i] = t[i] * x + i + x; Scan(t, i + 1, x * x); t[i] *= 1.5; }
            """, "double[] a, double x", new double[] { 0.5, -1.2, 0.8, 0.3 }, 0.7),
        new("recursion with a reference to an element", """
            static double F(double[] a, double x) { Inc(ref a[1], 3); return a[1] * a[0] * x; }
            static void Inc(ref double v, int n) { if (n == 0) return; v = v * v + 1; Inc(ref v, n - 1); }
            """, "double[] a, double x", new double[] { 0.5, -1.2, 0.8, 0.3 }, 0.7),
        new("recursion that exchanges arrays", """
            static double F(double[] a, double x) { double[] b = new double[4]; return Go(a, b, 3, x); }
            static double Go(double[] s, double[] d, int n, double x) { for (int i = 0; i < 4; i++) d[i] = s[i] * x + s[(i + 1) % 4]; return n == 0 ? d[0] * d[1] + s[2] : Go(d, s, n - 1, x * 1.1); }
            """, "double[] a, double x", new double[] { 0.5, -1.2, 0.8, 0.3 }, 0.7),
        new("recursion on arrays that a loop makes", """
            static double F(double x, double y) { double s = 0; for (int i = 0; i < 3; i++) { double[] t = [x, y * i, x * y]; Sc(t, 0, y); s += t[0] * t[2]; } return s; }
            static void Sc(double[] t, int i, double y) { if (i == 3) return; t[i] *= y; Sc(t, i + 1, y * t[i]); t[i] += t[2 - i]; }
            """, "double x, double y", 0.7, 0.4),
        new("recursion on arrays that a loop without a count makes", """
            static double F(double x, double y) { double s = 0.1; while (s < 3) { double[] t = [x, y, s]; Sc(t, 0, y); s += t[0] * t[2] + 1; } return s; }
            static void Sc(double[] t, int i, double y) { if (i == 3) return; t[i] *= y; Sc(t, i + 1, y * t[i]); t[i] += t[2 - i]; }
            """, "double x, double y", 0.7, 0.4),
        new("recursion on an array of structs", """
            static double F(double x, double y) { P8[] p = [new(x, y), new(y, x), new(x * y, 1)]; M(p, 0, x); return p[0].A * p[1].B + p[2].A; }
            static void M(P8[] p, int i, double x) { if (i == 3) return; p[i] = new(p[i].A * x, p[i].B + p[(i + 1) % 3].A); M(p, i + 1, x * 1.2); p[i].A *= p[i].B; }
            struct P8(double a, double b) { public double A = a, B = b; }
            """, "double x, double y", 0.7, 0.4),
        new("recursion of a vector", """
            static double F(float x, double y) { Vector3 v = R(new Vector3(x, 2, (float)y), 3); return v.X * v.Y + v.Z; }
            static Vector3 R(Vector3 v, int n) => n == 0 ? v : Vector3.Cross(R(v * 0.9f, n - 1), v) + v;
            """, "float x, double y", 0.7f, 0.4),
        new("recursion that returns out of a loop", """
            static double F(double x, double y) { return S(x, 4) + y; double S(double v, int n) { for (int i = 0; i < n; i++) { if (v > 1) return v * y; v += S(v * 0.6, n - 2) * 0.3 + y; } return v; } }
            """, "double x, double y", 0.7, 0.4),
        new("two local functions that call each other", """
            static double F(double x, double y) { double acc = 1; double A(int n) { acc *= x; return n <= 0 ? acc : B(n - 1) * y; } double B(int n) { acc += y; return n <= 0 ? x : A(n - 1) + acc; } return A(5) * acc; }
            """, "double x, double y", 0.7, 0.4),
        new("recursion of a generic struct", """
            static double F(double x, double y) => G(new W4<double>(x, y), 3).A;
            static W4<T> G<T>(W4<T> w, int n) where T : INumber<T> => n == 0 ? w : G(new W4<T>(w.A * w.B, w.B + w.A), n - 1);
            readonly record struct W4<T>(T A, T B);
            """, "double x, double y", 0.7, 0.4),
        new("recursion over links", """
            static double F(double x, double y) => Sum(new L8(x, new L8(y, new L8(x * y, null))));
            static double Sum(L8? l) => l == null ? 0 : l.V * l.V + Sum(l.Next) * l.V;
            class L8(double v, L8? next) { public double V => v; public L8? Next => next; }
            """, "double x, double y", 0.7, 0.4),
        new("recursion with named and optional arguments", """
            static double F(double x, double y) => G(n: 3, v: x) + G(y, 2, k: x);
            static double G(double v, int n, double k = 2) => n == 0 ? v * k : G(k: k * v, v: v + 1, n: n - 1) * v;
            """, "double x, double y", 0.7, 0.4),
    ];
}
