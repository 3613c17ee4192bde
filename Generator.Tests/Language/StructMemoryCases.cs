namespace Fluxion.Generator.Tests.Language;

/// <summary>Arrays, spans and lists whose elements are structs and tuples, and patterns that take them apart.</summary>
internal static class StructMemoryCases
{
    private const string Types = """
        public struct P
        {
            public double X;
            public double Y;
            public P(double x, double y) { X = x; Y = y; }
            public void Scale(double k) { X *= k; Y *= k; }
            public readonly double Dot(P o) => X * o.X + Y * o.Y;
            public static P operator +(P a, P b) => new P(a.X + b.X, a.Y + b.Y);
        }
        readonly record struct R(double A, (double B, int N) T);
        struct S { public double X; public double Y; public void Deconstruct(out double a, out double b) { a = X * 2; b = Y + X; } }
        class C(double v) { public double V = v; public void Deconstruct(out double a, out double b) { a = V * V; b = V; } }
        class Box { public P[] Ps = new P[3]; public double? Q; }
        public struct D { public double X; public (double W, int N) T; public double? M; }
        static readonly D[] Data = [new D { X = 1, T = (2, 3), M = 4 }, new D { X = 0.5, T = (1, 2) }, new D { X = -2, T = (3, 1), M = 1 }];
        static readonly (double X, double Y)[] Points = [(1, 2), (3, 4)];
        static readonly D One = new D { X = 3, T = (1, 2), M = 2 };
        static readonly Vector3 Axis = new(1, 2, 3);
        static readonly double? Maybe = 2;
        static void Bump(ref P p, double k) { p.X += k; p = new P(p.Y, p.X); }
        static void Each(P[] ps, double k) { for (int i = 0; i < ps.Length; i++) { Bump(ref ps[i], k * i); } }
        static P[] Make(double a, int n) { var r = new P[n]; for (int i = 0; i < n; i++) { r[i].Y = a * i; } return r; }
        static double Total(ReadOnlySpan<P> ps) { double s = 0; foreach (ref readonly P p in ps) { s += p.X * p.Y; } return s; }
        """;

    public static readonly LanguageCase[] All =
    [
        Of("an array of structs", "P[] p = new P[3]; p[0] = new P(x, y); p[1].X = x * y; p[1].Y += 2 * x; p[2] = p[0] + p[1]; P q = p[2]; q.X *= 3; p[2].Scale(y); return p[2].Dot(q) + p[0].X * p.Length;"),
        Of("arrays of structs with initializers", "P[] p = { new P(x, y), new P(y, 1) }; P[] q = [p[1], p[0], new(x, x)]; var r = new[] { new P(x, y) }; return q[0].Dot(q[2]) * r[0].X + p[0].Y;"),
        Of("an array of tuples", "(double X, double Y)[] p = new (double, double)[4]; for (int i = 0; i < 4; i++) p[i] = (x * i, y + i); p[2].X += y; double s = 0; foreach (var (a, b) in p) s += a * b; foreach ((double X, double Y) t in p) s += t.X * t.X; return s + p[3].Item1;"),
        Of("aliases and copies of elements", "P[] p = [new P(x, y), new P(y, x)]; P[] q = p; q[0].X = 5 * y; P c = p[1]; c.X = 100; P[] d = (P[])p.Clone(); d[0].Y = x * x * 7; d[1] = c; return p[0].X * p[0].Y + q[1].X * c.X + d[0].Y * d[0].X + d[1].X * x;"),
        Of("references to elements and their parts", "P[] p = [new P(x, y), new P(y, x)]; ref P r = ref p[1]; r.X += x; r = new P(r.X * y, r.Y); ref double d = ref p[0].Y; d *= 3; return p[1].X * p[0].Y + r.Y;"),
        Of("spans of structs", "Span<P> s = stackalloc P[3]; s[0] = new P(x, y); s[1].X = y; s[2] = s[0]; Span<P> t = s[1..]; t[0].Y = x * y; t[1].Scale(2); foreach (ref P e in s) e.X += 1; double r = 0; foreach (P e in t) r += e.Dot(s[0]); return r;"),
        Of("an array of complex numbers", "Complex[] z = new Complex[3]; z[0] = new Complex(x, y); for (int i = 1; i < 3; i++) z[i] = z[i - 1] * z[i - 1] + z[0]; return z[2].Real * z[1].Imaginary + z.Sum(c => c.Real);"),
        Of("a matrix of structs", "P[,] m = new P[2, 3]; for (int i = 0; i < 2; i++) for (int j = 0; j < 3; j++) m[i, j] = new P(x * i + y, y * j); m[1, 2].X *= m[0, 1].Y; double s = 0; for (int i = 0; i < m.GetLength(0); i++) for (int j = 0; j < m.GetLength(1); j++) s += m[i, j].Dot(m[0, j]); return s + m.Length;"),
        Of("rows of structs", "P[][] rows = new P[3][]; for (int i = 0; i < 3; i++) { rows[i] = new P[i + 1]; for (int j = 0; j <= i; j++) rows[i][j] = new P(x * (j + 1), y + i); } rows[0] = rows[2]; rows[0][1].X *= y; double s = 0; foreach (P[] row in rows) foreach (P v in row) s += v.Dot(v); return s + rows[1].Length * x;"),
        Of("a list of structs", "var l = new List<P>(); for (int i = 0; i < 6; i++) l.Add(new P(x * i, y)); l[2] = new P(l[1].X, x); l.RemoveAt(0); l.Insert(1, new P(y, y)); double s = 0; foreach (P v in l) s += v.Dot(v); return s + l.Sum(v => v.X) + l[^1].X + l.Count;"),
        Of("a list of tuples that grows", "var l = new List<(double A, int K)>(); double t = x; while (t < 5 && l.Count < 20) { l.Add((t, l.Count)); t = t * 1.3 + y * y + .2; } double s = 0; foreach (var (a, k) in l) s += a * k; return s;"),
        Of("a stack of tuples", "var st = new Stack<(double V, int D)>(); st.Push((x, 0)); double s = 0; while (st.Count > 0) { var (v, d) = st.Pop(); s += v * v; if (d < 3) { st.Push((v * y, d + 1)); st.Push((Math.Sin(v), d + 1)); } } return s;"),
        Of("LINQ over structs", "P[] p = [new P(x, y), new P(y, x), new P(x * y, 1)]; var d = p.Select(v => v.X * v.Y).ToArray(); var q = p.Select(v => new P(v.Y, v.X)).ToArray(); var z = p.Zip(q, (a, b) => a.Dot(b)).Sum(); var f = p.Where(v => v.X > 0).ToList(); return d.Sum() * q[0].X + z + f.Sum(v => v.Y) + p.Max(v => v.X) + p.Aggregate(0.0, (s, v) => s * 0.5 + v.X);"),
        Of("pairs of a zip", "double[] a = [x, y, x * y], b = [y, y, 3]; var z = a.Zip(b).ToArray(); double s = 0; foreach (var (u, v) in z) s += u * v; return s + z[1].First * z[2].Second;"),
        Of("structs in tuples in structs", "R[] r = new R[3]; for (int i = 0; i < 3; i++) r[i] = new R(x * i, (y + i, i)); r[1] = r[1] with { A = y }; double s = 0; foreach (var e in r) s += e.A * e.T.B * e.T.N; return s;"),
        Of("structs written in branches", "P[] p = new P[5]; for (int i = 0; i < 5; i++) { if (i % 2 == 0) p[i] = new P(x, i); else p[i].Y = y * i; if (i > 0) p[i].X += p[i - 1].X * y; } P best = p[0]; foreach (P q in p) if (q.X > best.X) best = q; return best.X * best.Y + p[4].Dot(p[3]);"),
        Of("elements that change places", "P[] p = [new P(x, y), new P(y, 2), new P(1, x)]; (p[0], p[2]) = (p[2], p[0]); P t = p[1]; p[1] = p[0]; p[0] = t; return p[0].X * p[1].Y + p[2].Dot(p[0]) * 2;"),
        Of("helpers that change elements", "P[] p = Make(x, 4); Each(p, y); Each(p[1..], 2); return Total(p) + Total(p.AsSpan(1, 2)) * x;"),
        Of("indices with side effects", "P[] p = new P[3]; int i = 0; p[i++].X = x; p[i++].X = y * p[0].X; p[i].Y = p[i - 1].X++; return p[1].X * p[2].Y + i * x;"),
        Of("filling and copying structs", "P[] p = new P[4]; Array.Fill(p, new P(x, y)); P[] q = new P[4]; Array.Copy(p, 1, q, 0, 3); q[1].X *= y; q.AsSpan(0, 2).CopyTo(p.AsSpan(2)); Array.Clear(p, 0, 1); return p.Sum(v => v.X * v.Y) + q[0].X;"),
        Of("elements that may be missing", "double?[] a = new double?[3]; a[1] = x; a[2] = a[0] ?? y; double s = 0; foreach (double? v in a) if (v is double d) s += d * d; var l = new List<double?> { null, x, a[2] }; foreach (var v in l) s += v ?? 1; return s + (a[0].HasValue ? 1 : 2) * x;"),
        Of("structs in memory of an object", "var b = new Box(); b.Ps[0].X = x; b.Ps[1] = new P(y, x); b.Ps[0].Y += y; b.Q = b.Ps[0].X; var c = b; c.Ps[1].X *= 2; return b.Ps[1].Dot(b.Ps[0]) + b.Q.Value;"),
        Of("one array of structs or another", "P[] p; if (x > 1) p = new P[2]; else p = new P[3]; for (int i = 0; i < p.Length; i++) p[i].X = x + i; P[] q = x > 1 ? p : [new P(y, y)]; q[0].X *= y; return p[1].X * p[0].X + q[0].Y + q.Length * x;"),
        Of("an array of structs that is resized", "P[] p = new P[1]; int n = 0; for (int i = 0; i < 9; i++) { if (n == p.Length) Array.Resize(ref p, 2 * n); p[n++] = new P(x * i, y); } double s = 0; for (int i = 0; i < n; i++) s += p[i].Dot(p[n - 1 - i]); return s;"),
        Of("an array of structs or null", "P[]? p = null; if (x > 1) p = [new P(x, y)]; double r = p is null ? y : p[0].X; p ??= [new P(y, y)]; return r * p[0].Y;"),
        Of("list patterns", "double[] a = [x, y, x * y, x + y]; double r = a is [var f, .., var l] ? f * l : y; r += a is [_, > 0, ..] ? x : y * y; r += a is [var p, .. var mid] && mid is [var q, _, _] ? q * mid.Length * p : 3 * x; ReadOnlySpan<double> s = a; if (s is [.., var u, _]) r *= u; return r + (a switch { [] => 1, [var one] => one, [var one, var two] => two * one, [.., 3] => y, _ => x * x });"),
        Of("positional patterns", "R v = new(x, (y, 2)); double r = v is (var a, (var b, 2)) ? a * b : 0; if (v is (> 1, var (c, d))) r += c * d * x; return r + (v switch { ( > 2, _) => x, (_, (< 0, _)) => y * y, var (k, t) => k * t.B });"),
        Of("patterns and loops that deconstruct", "S v = new S { X = x, Y = y }; double r = v is (var a, var b) ? a * b : 0; var (c, d) = v; double s = 0; foreach (var (e, f) in new[] { v, new S { X = y, Y = 3 } }) s += e * f; C o = new C(x); if (o is (var g, > 0)) r += g; return r + c * d + s;"),
        Of("arrays that are resized", "double[] a = [x, y]; double[] b = a; Array.Resize(ref a, 4); a[3] = x * y; b[0] = 7 * y; Array.Resize(ref a, 4); Array.Resize(ref b, 2); return a[0] * a[3] + b[0] * b[1] + a.Length;"),
        Of("structs in static fields", "double s = 0; foreach (var d in Data) s += d.X * x + d.T.W * y * d.T.N + (d.M ?? x * x); for (int i = 0; i < Points.Length; i++) { double e = Points[i].X * x + y - Points[i].Y; s += e * e; } foreach (var (a, b) in Points) s += a * b * x; var copy = Data.ToArray(); copy[0].X = y; D o = One; o.X *= x; return s + copy[0].X * Data[0].X * x + o.X * One.M!.Value + Axis.Y * x + (Maybe ?? y) * x + Points.Sum(p => p.X * y) + Data[^1].T.W * x + Points[0..1][0].Y * x;"),
    ];

    private static LanguageCase Of(string name, string body) =>
        new(name, $"static double F(double x, double y) {{ {body} }}\n{Types}", "double x, double y", 1.3, 0.7) { IsRounded = true };
}
