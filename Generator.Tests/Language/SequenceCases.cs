namespace Fluxion.Generator.Tests.Language;

/// <summary>LINQ, query expressions, anonymous objects, and the methods of arrays.</summary>
internal static class SequenceCases
{
    private static readonly double[] Numbers = [1.2, 2.1, 3, 0.5];

    public static readonly LanguageCase[] All =
    [
        new("positions in sequences", """
            static double F(double[] a, double x) => a.Select((v, i) => v * i + x).Where((v, i) => v > 1 || i == 0).Sum()
                * a.Zip(a.Skip(1), (p, q) => p * q).Sum() + a.SkipWhile(v => v < 2).First() * a.ElementAt(3);
            """, "double[] a, double x", Numbers, 0.5),
        new("parts of sequences, left early", """
            static double F(double[] a, double x)
            {
                double s = 0;
                int k = 0;
                foreach (double v in a.Append(x).Prepend(2 * x).Concat(a.Reverse()).Select(v => v * x))
                {
                    s = s * 0.9 + v * ++k;
                    if (s > 5) { break; }
                }
                return s + a.Take(2).Sum() * a.TakeLast(2).Last() + a.SkipLast(1).Last() * a.TakeWhile(v => v < 2.5).Aggregate((p, q) => p * q)
                    + a.FirstOrDefault(v => v > 100) + a.DefaultIfEmpty(3).Sum() + (a.All(v => v > 0) && a.Any(v => v > 2.5) ? x : 0);
            }
            """, "double[] a, double x", Numbers, 0.5),
        new("sorted sequences", """
            static double F(double[] a, double x)
            {
                var q = a.OrderByDescending(v => v * v);
                double s = 0;
                foreach (double v in q) { s = s * 0.5 + v * x; }
                Entry[] entries = [.. a.Select(v => new Entry { Key = -v, Value = v * x })];
                int position = 1;
                foreach (Entry e in entries.OrderBy(e => e.Key)) { s += e.Value * position++; }
                return s + a.MaxBy(v => Math.Abs(v - 1.1)) * x + a.MinBy(v => Math.Abs(v - 1.1)) + a.Order().ElementAt(1) * a.OrderDescending().First();
            }
            struct Entry { public double Key, Value; }
            """, "double[] a, double x", Numbers, 0.5),
        new("query expressions", """
            static double F(double[] a, double x) =>
                (from v in a let w = v * x where w > 0.4 orderby w select w * w + v).Sum()
                + (from i in new[] { 1, 0, 2 } from v in a where v > i select v * i * v).Sum()
                + new[] { 1, 0, 2 }.Sum() * a[0] + new[] { 1, 0, 2 }.Max() * x;
            """, "double[] a, double x", Numbers, 0.5),
        new("anonymous objects", """
            static double F(double[] a, double x)
            {
                var t = a.Select((v, i) => new { v, i, w = v * x }).Where(p => p.i % 2 == 0).ToArray();
                var best = t[0];
                foreach (var p in t) { if (p.w > best.w) { best = p; } }
                return t.Sum(p => p.v * p.w + p.i) + best.w * t.Length;
            }
            """, "double[] a, double x", Numbers, 0.5),
        new("zips of which one sequence ends", """
            static double F(double[] a, double x) => a.Zip(Powers(x), (v, p) => v * p).Sum()
                + Powers(x).Zip(a).Sum(pair => pair.First * pair.Second * pair.Second) + Powers(2 * x).Take(3).Last();
            static IEnumerable<double> Powers(double x) { double p = 1; while (true) { yield return p; p *= x; } }
            """, "double[] a, double x", Numbers, 0.5),
        new("arrays sorted, reversed and converted", """
            static double F(double[] a, double x)
            {
                Array.Reverse(a);
                double[] b = Array.ConvertAll(a, v => v * x);
                Array.Sort(b);
                b.AsSpan(1).Reverse();
                double s = 0;
                Array.ForEach(b, v => s = s * 0.5 + v * v);
                int k = Array.FindIndex(a, v => v > 2);
                Span<double> t = a;
                t.Slice(1).Sort();
                return s * a[k] + a[0] * t[3] + b[0] * b[3] + Array.Find(a, v => v > 0.7) + (Array.Exists(a, v => v < 0) ? 1 : x);
            }
            """, "double[] a, double x", Numbers, 0.5),
        new("a median of many", """
            static double F(double[] a, double x)
            {
                double[] b = new double[37];
                for (int i = 0; i < b.Length; i++) { b[i] = Math.Sin(i * 1.7 + a[i % 4] * x); }
                Array.Sort(b);
                return b[18] * b[18] + b[3] * b[36];
            }
            """, "double[] a, double x", Numbers, 0.5),
        new("the elements of matrices, one after another", """
            static double F(double x, double y)
            {
                double[,] m = { { x, y, 1 }, { y * y, 2, x } };
                double[,,] cube = new double[2, 1, 2];
                double s = 0;
                foreach (double v in m) { if (v == 2) { continue; } s = s * 0.7 + v * x; if (s > 5) { break; } }
                cube[1, 0, 1] = x * y;
                foreach (double v in cube) { s = s * 0.5 + v; }
                return s;
            }
            """, "double x, double y", 0.8, 1.6),
        new("variables that hold indices and ranges", """
            static double F(double[] a, double x, int n)
            {
                Index k = ^n, j = n;
                Range r = n..^1;
                double[] d = a[r];
                Span<double> s = a.AsSpan()[r];
                s[^1] *= x;
                d[0] += a[k] * x;
                if (x > 0) { k = 0; }
                var e = a[..];
                e[k] *= 2;
                for (int i = 0; i < 2; i++) { Index q = ^(i + 1); d[0] += e[q] * i; s[j] += x; j = ^1; }
                return d[0] * d[^1] * a[k] + s[0] * a[j] + Total(a, ..n) * Total(a, ^3..^1);
            }
            static double Total(double[] v, Range r) { double s = 0; foreach (double q in v[r]) { s += q * q; } return s; }
            """, "double[] a, double x, int n", Numbers, 0.5, 1),
        new("guards of the library", """
            static double F(double x, double[] a)
            {
                ArgumentNullException.ThrowIfNull(a);
                ArgumentOutOfRangeException.ThrowIfNegative(x);
                ArgumentOutOfRangeException.ThrowIfGreaterThan(x, 10.0);
                ArgumentOutOfRangeException.ThrowIfLessThan(a.Length, 2, nameof(a));
                System.Diagnostics.Debug.Assert(a.Length < 100, $"{a.Length}");
                if (a.Length == 77) { throw new ArgumentException("not " + a.Length + ", " + x); }
                double[] t = new double[6];
                a.CopyTo(t, 2);
                return x * t[2] * t[3];
            }
            """, "double x, double[] a", 0.5, Numbers),
        new("characters of a string", """
            static double F(double x, string s)
            {
                double r = s.StartsWith('a') && !string.IsNullOrEmpty(s) ? x : 1;
                foreach (char c in s)
                {
                    switch (c) { case 'a': r *= x; break; case 'b' or 'c': r += x * x; break; }
                }
                for (int i = 0; i < s.Length; i++) { r += s[i] == 'b' ? x : 0; }
                return r;
            }
            """, "double x, string s", 0.5, "abca"),
        new("a tuple with another part", """
            static double F(double x, double y)
            {
                var t = (A: x, B: y);
                var u = t with { B = x * y };
                t = u with { A = u.B * t.B };
                return t.A * u.A + t.B;
            }
            """, "double x, double y", 0.8, 1.6),
        new("properties of a type argument", """
            static double F(double x, double y) => Use(new Wide { Width = y }, x);
            interface IShape { double Width { get; } double At(double v); double this[int i] { get; } double Sum { get; set; } }
            struct Wide : IShape
            {
                public double Width { get; init; }
                public double At(double v) => v * Width;
                public double this[int i] => Width * i;
                public double Sum { get; set; }
            }
            static double Use<T>(T t, double v) where T : struct, IShape { t.Sum = v * 2; t.Sum += t[3]; return t.At(v) * t.Sum * t.Width; }
            """, "double x, double y", 0.8, 1.6),
    ];
}
