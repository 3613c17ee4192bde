namespace Fluxion.Generator.Tests.Language;

/// <summary>What gives its elements one by one, in order, or turned around.</summary>
internal static class IteratorCases
{
    public static readonly LanguageCase[] All =
    [
        new("sorted array", """
            static double F(double[] a, double x) { double[] b = (double[])a.Clone(); b[1] *= x; Array.Sort(b); double s = 0; for (int i = 1; i + 1 < b.Length; i++) s += b[i] * b[i] * i; return s + b[b.Length / 2]; }
            """, "double[] a, double x", new double[] { 0.5, -1.2, 0.8, 0.3, 0.9 }, 0.7),
        new("sorted part and reversed", """
            static double F(double[] a, double x) { Array.Sort(a, 1, 3); Array.Reverse(a); Array.Reverse(a, 0, 2); double s = x; foreach (double v in a) s = s * v + v; return s; }
            """, "double[] a, double x", new double[] { 0.5, -1.2, 0.8, 0.3, 0.9 }, 0.7),
        new("list searched and sorted", """
            static double F(double x, double y) { List<double> l = [x, y, x * y, 3]; l.Sort(); double s = l[0] * l[1] + l[^1] * l[2]; l.Remove(3); l.Remove(99); l.Reverse(); return (l.Contains(x) ? s * l[0] : s) + l.IndexOf(x * y) * y + l.Count * x; }
            """, "double x, double y", 1.3, 0.7),
        new("list of ints and records", """
            static double F(double x, double y) { List<int> l = [3, 1, 2]; l.Sort(); List<P> p = [new(1, x), new(2, y)]; return l[0] * x + l[2] * y + (p.Contains(new P(2, y)) ? x * y : 0) + p.IndexOf(new P(5, x)); }
            record struct P(int N, double V);
            """, "double x, double y", 1.3, 0.7),
        new("span reversed", """
            static double F(double[] a, double x) { Span<double> s = a.AsSpan(1, 3); s.Reverse(); double[] b = [.. a]; b.AsSpan(0, 4).Sort(); return a[1] * a[2] * x + a[3] + b[0] * b[1] * b[2]; }
            """, "double[] a, double x", new double[] { 0.5, -1.2, 0.8, 0.3, 0.9 }, 0.7),
        new("struct array reversed", """
            static double F(double x, double y) { P[] p = [new(1, x), new(2, y), new(3, x * y)]; Array.Reverse(p); return p[0].V * p[2].V * p[1].N; }
            record struct P(int N, double V);
            """, "double x, double y", 1.3, 0.7),
        new("foreach over an enumerator of a struct", """
            static double F(double x, double y) { double s = 0; foreach (double v in new Steps(x, y)) { if (v < 1.5) continue; s += v * v; if (s > 20) break; } return s; }
            struct Steps(double a, double b) { public Walk GetEnumerator() => new Walk(a, b); }
            struct Walk(double a, double b) { private int _i = -1; private double _v = a; public bool MoveNext() { _v = _v * b + a; return ++_i < 4; } public double Current => _v + b * _i; }
            """, "double x, double y", 1.2, 0.7),
        new("foreach over an enumerator that is an object", """
            static double F(double x, double y) { double s = 0; Steps steps = new(x, y); for (int k = 0; k < 2; k++) { foreach (var (v, i) in steps) { s += v * v * i; } } return s; }
            class Steps(double a, double b) { public Walk GetEnumerator() => new Walk(a, b); }
            class Walk(double a, double b) { private int _i = -1; public bool MoveNext() { _i++; return _i < 4; } public (double, int) Current => (a + b * _i, _i); }
            """, "double x, double y", 1.2, 0.7),
        new("iterators of objects, structs and local functions", """
            static double F(double x, double y)
            {
                double s = 0, w = 1;
                Source o = new(x, y);
                Part p = new(y);
                foreach (double v in o.Items(4)) { s += v * v * w; w *= 1.1; }
                foreach (double v in p.Items()) { s *= v; }
                foreach (double v in Own(3)) { s += v; if (v > 3) break; }
                foreach (double v in o) { s += v * s * 0.1; }
                return s + o.Items(2).Sum() + Own(2).Select(v => v * x).Max();
                IEnumerable<double> Own(int n) { for (int i = 0; i < n; i++) { w += 0.1; yield return x * i + y * w; } }
            }
            class Source(double a, double b) : IEnumerable<double>
            {
                public double A = a;
                public IEnumerable<double> Items(int n) { for (int i = 0; i < n; i++) { if (i == 3) yield break; yield return A * i + b; } }
                public IEnumerator<double> GetEnumerator() { yield return A; foreach (double v in Items(2)) yield return v * b; }
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
            }
            readonly struct Part(double a) { public IEnumerable<double> Items() { yield return a; yield return a * a; } }
            """, "double x, double y", 1.2, 0.7),
        new("generic iterator and source", """
            static double F(double x, double y) { Bag<double> b = new(); b.Add(x); b.Add(y * x); double s = 1; foreach (double v in b) { s = s * v + v; } foreach (double v in Twice(b.All())) s += v * v; return s; }
            static IEnumerable<T> Twice<T>(IEnumerable<T> source) { foreach (T v in source) { yield return v; yield return v; } }
            class Bag<T> { private readonly T[] _items = new T[4]; private int _n; public void Add(T v) { _items[_n++] = v; } public IEnumerator<T> GetEnumerator() { for (int i = 0; i < _n; i++) yield return _items[i]; } public IEnumerable<T> All() { for (int i = _n - 1; i >= 0; i--) yield return _items[i]; } }
            """, "double x, double y", 1.2, 0.7),
        new("params of interfaces", """
            static double F(double x, double y) => S(x, y, x * y) + S(x) + L(x, y) * L(y);
            static double S(params IEnumerable<double> a) { double s = 1; foreach (double v in a) { s += v * v; } return s * s + a.Sum(); }
            static double L(params IReadOnlyList<double> a) { double s = 1; for (int i = 0; i < a.Count; i++) { s += a[i] * a[i]; } return s * s; }
            """, "double x, double y", 1.2, 0.7),
        new("tuples that are compared", """
            static double F(double x, double y) => ((x, y) == (y, x) ? x : x * y) + ((x, 2) != (x, 2.0) ? y : y * y) + ((1, (x, y)) == (1, (x, y)) ? x * x : 0);
            """, "double x, double y", 1.2, 0.7),
        new("enumerator of floats", """
            static double F(float x, double y) { double s = 0; foreach (float v in new G(x)) s += v * y; return s; }
            struct G(float a) { public W GetEnumerator() => new() { A = a }; }
            struct W { public float A; private int _i; public bool MoveNext() => _i++ < 3; public float Current => A * A * _i; }
            """, "float x, double y", 1.2f, 0.7),
        new("iterator that changes its object", """
            static double F(double x, double y) { Acc a = new() { V = x }; double s = 0; foreach (double v in a.Grow(3)) { s += v * a.V; a.V += y; } return s * a.V; }
            class Acc { public double V; public IEnumerable<double> Grow(int n) { for (int i = 0; i < n; i++) { V *= 1.5; yield return V; } } }
            """, "double x, double y", 1.2, 0.7),
        new("iterator of a local function inside a loop without a count", """
            static double F(double x, double y) { double s = x; while (s < 30) { foreach (double v in Seq(s)) { if (v > 50) return v * y; s += v; } } return s; IEnumerable<double> Seq(double q) { yield return q * y; if (q > 3) { yield return q * x; } yield return 1; } }
            """, "double x, double y", 1.2, 0.7),
        new("foreach over one of two objects", """
            static double F(double x, double y) { B b = x > 1 ? new B(x) : new B(y); double s = 0; foreach (double v in b) s += v; return s; }
            class B(double a) { public IEnumerator<double> GetEnumerator() { yield return a; yield return a * a; } }
            """, "double x, double y", 1.2, 0.7),
        new("struct that changes before its iterator runs", """
            static double F(double x, double y) { Q q = new() { V = x }; var it = q.Items(); q.V = y; double s = 0; foreach (double v in it) s += v; return s * q.V; }
            struct Q { public double V; public IEnumerable<double> Items() { yield return V; yield return V * V; } }
            """, "double x, double y", 1.2, 0.7),
        new("object that changes before its iterator runs", """
            static double F(double x, double y) { Q q = new() { V = x }; var it = q.Items(); q.V = y; double s = 0; foreach (double v in it) s += v; return s * q.V; }
            class Q { public double V; public IEnumerable<double> Items() { yield return V; yield return V * V; } }
            """, "double x, double y", 1.2, 0.7),
    ];
}
