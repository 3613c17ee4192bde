namespace Fluxion.Generator.Tests.Language;

/// <summary>Lists, stacks and queues that a method makes, fills and hands around.</summary>
internal static class CollectionCases
{
    private const string Helpers = """
        static void Fill(List<double> l, double a, int n) { for (int i = 0; i < n; i++) { a = Math.Sin(a) + 1; l.Add(a); } }
        static double Total(IReadOnlyList<double> l) { double s = 0; for (int i = 0; i < l.Count; i++) { s += l[i] * i; } return s; }
        static List<double> Scale(IEnumerable<double> l, double k) { var r = new List<double>(); foreach (double v in l) { r.Add(v * k); } return r; }
        sealed class Walk
        {
            private readonly List<double> _points = new();
            public void Add(double v) => _points.Add(v);
            public double Length { get { double s = 0; for (int i = 1; i < _points.Count; i++) { s += Math.Abs(_points[i] - _points[i - 1]); } return s; } }
        }
        """;

    public static readonly LanguageCase[] All =
    [
        Of("memory that grows twice", "double[] a = [x, y]; double[] b = new double[2]; int n = 0; for (int i = 0; i < 2; i++) { b[i] = a[i]; } n += 2; if (n + 2 > b.Length) { double[] c = new double[4]; for (int i = 0; i < n; i++) { c[i] = b[i]; } b = c; } for (int i = 0; i < 2; i++) { b[n + i] = a[i] * y; } n += 2; if (n + 2 > b.Length) { double[] c = new double[8]; for (int i = 0; i < n; i++) { c[i] = b[i]; } b = c; } for (int i = 0; i < 2; i++) { b[n + i] = a[i] * x; } n += 2; double s = 0; for (int i = 0; i < n; i++) { s += b[i]; } return s;"),
        Of("a list", "var l = new List<double>(); l.Add(x); l.Add(y * x); l[1] += y; return l[0] * l[1] * l.Count;"),
        Of("a list that grows in a counted loop", "var l = new List<double>(); for (int i = 0; i < 10; i++) { l.Add(x * i + y); } double s = 0; for (int i = 0; i < l.Count; i++) { s += l[i] * l[i]; } return s;"),
        Of("a list that grows while", "var l = new List<double>(2); double t = x; while (t < 10) { l.Add(t * t); t += y * y + 0.31; } double s = 0; foreach (double v in l) { s += v * x; } return s + l.Count;"),
        Of("lists of initializers and expressions", "List<double> l = new() { x, y, x * y }; l[^1] += y; List<double> m = [.. l, x, .. l]; double[] a = [.. m, y]; return m.Sum() * m[3] * a[^1] + a.Length * x;"),
        Of("a list as a stack", "var l = new List<double> { x, y }; while (l.Count < 6) { double a = l[l.Count - 1]; l.RemoveAt(l.Count - 1); double b = l[^1]; l.Add(a * b); l.Add(a + b); } return l.Sum(v => v * v);"),
        Of("insertion and removal", "var l = new List<double> { x, y }; l.Insert(0, x * y); l.Insert(3, x + y); l.Insert(1, 3 * x); l.RemoveAt(2); l.RemoveRange(0, 1); l.InsertRange(1, l); l.Reverse(); double s = 0; for (int i = 0; i < l.Count; i++) { s += (i + 1) * l[i] * l[i]; } return s + l.RemoveAll(v => v < 1) * l[0];"),
        Of("two names of a list", "var l = new List<double> { x, y }; var m = l; m.Add(x * y); l[0] = y * y; return m[0] * m[2] + l.Count;"),
        Of("lists in helpers", "var l = new List<double>(); Fill(l, x, 5); Fill(l, y, 3); return Total(l) + Total(Scale(l, y)) * Scale(l, x).Max();"),
        Of("LINQ over lists", "var l = new List<double> { x, y, x * y }; return l.Select(v => v * v).Sum() + l.Where(v => v > 0).Sum() * l.Average() + l.Zip(l, (a, b) => a * b).Sum() + l.Min() * l.ToArray()[1] + l.Count(v => v > 0.5);"),
        Of("lists and arrays of sequences", "var l = Enumerable.Range(1, 5).Select(i => x * i + y).ToList(); l.Add(x); var k = l.Where(v => v > 2.2).ToList(); var a = l.Where(v => v > 1).ToArray(); k.AddRange(a); k.AddRange(k); return k.Sum() * x + a.Length * l.GetRange(1, 2).Sum() + l[1..3][0];"),
        Of("a list that is cleared", "var l = new List<double>(); double s = 0; for (int i = 0; i < 12; i++) { l.Add(x * i); l.Add(y); if (i % 3 == 2) { s += l.Sum() * l[0]; l.Clear(); } } return s + l.Count;"),
        Of("a list for each trip", "double s = 0; for (int i = 1; i < 5; i++) { var l = new List<double>(); for (int j = 0; j < i; j++) { l.Add(x * j + y); } s += l.Max() * l.Sum(); } return s;"),
        Of("lists of integers", "double[] a = [x, y, x * y, x + y]; var l = new List<int> { 3, 1, 2 }; for (int i = 0; i < 8; i++) { if (i % 3 == 1) { l.Add(i % 4); } } double s = 1; foreach (int i in l) { s = s * a[i] + i * x; } return s;"),
        Of("two lists", "var a = new List<double>(); var b = new List<double>(); for (int i = 0; i < 6; i++) { if (i % 2 == 0) { a.Add(x * i); } else { b.Add(y * i + a[^1]); } } return a.Sum() * b.Sum();"),
        Of("a list in a tuple, an object and a lambda", "var t = (l: new List<double> { x }, k: 2); var u = t; u.l.Add(x * y); Action<double> put = v => t.l.Add(v); put(y); var w = new Walk(); foreach (double v in t.l) { w.Add(v * v); } return w.Length * t.l.Count * t.k;"),
        Of("return out of a loop that fills a list", "var l = new List<double>(); for (int i = 0; i < 10; i++) { l.Add(x * i + y); if (l[i] > 4) { return l.Sum() * y; } } return l[3];"),
        Of("a list of two arms", "List<double> l; if (x > 1) { l = new List<double> { x, y }; } else { l = new List<double> { y }; } l.Add(3 * x); return l.Sum() * l.Count;"),
        Of("a list seen as an interface", "IList<double> e = new List<double> { x, y }; e.Add(x * y); e[0] *= 2; e.RemoveAt(1); double s = 0; foreach (double v in e) { s += v * v; } return e[0] * e[1] * s;"),
        Of("lists that change places", "var a = new List<double> { x }; var b = new List<double> { y }; for (int i = 0; i < 4; i++) { b.Clear(); b.Add(a[0] * y); b.Add(x); (a, b) = (b, a); } return a[0] * a.Sum() + b[1];"),
        Of("one list or another", "var a = new List<double> { x }; var b = new List<double> { y }; var c = x > 1 ? a : b; c.Add(x * y); double s = 0; foreach (double v in c) { s += v * v; } return s * a.Count + b.Sum() + c[^1] * a.Sum();"),
        Of("leaving a foreach", "var l = new List<double> { x, -y, x * y, 2, 3 * x }; double s = 0; foreach (double v in l) { if (v < 0) { continue; } if (s > 2) { l.Add(s); break; } foreach (double w in l) { s += v * w; } } return s * l[^1];"),
        Of("a stack", "var st = new Stack<double>(); st.Push(x); st.Push(y); st.Push(x * y); double s = st.Select((v) => v * x).Sum(); while (st.Count > 1) { double a = st.Pop(), b = st.Pop(); st.Push(a * b + x); } return s + st.Peek() * (st.TryPop(out double t) ? t : 0) + (st.TryPeek(out _) ? x : y);"),
        Of("a queue", "var q = new Queue<double>(); q.Enqueue(x); q.Enqueue(y); double s = 0; for (int i = 0; i < 10; i++) { double h = q.Dequeue(); s += h * h; q.Enqueue(h * y); q.Enqueue(Math.Sin(h)); } foreach (double v in q) { s = s * 0.9 + v; } return s + q.Count;"),
    ];

    // Loops over lists are vectors' too, and add in an order of their own.
    private static LanguageCase Of(string name, string body) =>
        new(name, $"static double F(double x, double y) {{ {body} }}\n{Helpers}", "double x, double y", 1.3, 0.7) { IsRounded = true };
}
