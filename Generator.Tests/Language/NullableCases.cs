namespace Fluxion.Generator.Tests.Language;

/// <summary>Values and references that may be missing.</summary>
internal static class NullableCases
{
    private const string Types = """
        struct P
        {
            public double X;
            public double Y;
            public double Square => X * X + Y * Y;
            public static P operator +(P a, P b) => new P { X = a.X + b.X, Y = a.Y + b.Y };
            public static bool operator ==(P a, P b) => a.X == b.X;
            public static bool operator !=(P a, P b) => !(a == b);
            public static implicit operator P(double v) => new P { X = v, Y = v };
            public static explicit operator double(P p) => p.X;
            public override bool Equals(object? other) => false;
            public override int GetHashCode() => 0;
        }
        class Node(double v) { public double V = v; public Node? Next; public double Twice() => 2 * V; public double? Maybe; }
        static double? Find(double[] a, double t) { foreach (double v in a) { if (v > t) { return v * v; } } return null; }
        static void Set(ref double? a, out double? b, double v) { b = a; a = v; }
        """;

    private static readonly (string Name, string Body)[] Programs =
    [
        ("a value or none", "double? a = x > 1 ? x * y : null; double? b = y; return (a ?? y) * b.Value + (a.HasValue ? a.Value : x * x) + a.GetValueOrDefault() + b.GetValueOrDefault(3) + a.GetValueOrDefault(x);"),
        ("lifted operators", "double? a = x > 1 ? x : (double?)null; double? b = y > 0 ? y : default(double?); double? s = a + b * 2; double? m = -a; double r = s ?? x * y; if (a > b) { r += 1 * x; } if (!(a > b)) { r += y * y; } if (a == b) { r *= 3; } if (a != null) { r *= x; } if (b is null) { r += x * x; } return r + (m ?? 0);"),
        ("compound assignment of what may be missing", "double? a = null; for (int i = 0; i < 5; i++) { if (i % 2 == 1) { a = (a ?? y) * x; } a += y; } a ??= 7; a -= x * 2; int? n = 3; n++; n *= 2; n -= 1; return a.Value * n.Value;"),
        ("the best so far", "double? best = null; for (int i = 1; i < 6; i++) { double v = Math.Sin(x * i) * y; if (best is null || v > best) { best = v; } } return best!.Value * x;"),
        ("patterns of what may be missing", "double? a = x > 1 ? x * y : null; double r = a is double d ? d * d : y * x; r += a switch { null => y, > 1 => a.Value * 2, double v => v * 3 }; if (a is { } e) { r += e * x; } if (a is not null and > 0.5) { r *= 2; } if (a is not double) { r -= x; } return r;"),
        ("a switch on what may be missing", "int? n = x > 2 ? 2 : x > 1 ? 1 : null; double r; switch (n) { case null: r = x; break; case 1: r = x * y; break; default: r = y * y * n.Value; break; } return r;"),
        ("a struct or none", "P? p = x > 1 ? new P { X = x, Y = y } : null; P? q = p + new P { X = 1, Y = x }; double r = p?.Square ?? y; r += q?.X ?? x; if (p is { X: var px } && px > 2) { r *= px; } if (p is P k) { r += k.Y * k.X; } if (p == q) { r += 10 * x; } return r + (q.HasValue ? q.Value.Square : y * y) + p.GetValueOrDefault().X;"),
        ("conversions of what may be missing", "int? i = x > 1 ? 3 : null; double? d = i; long? l = i; double? f = x > 1 ? x : null; P? p = f; P? q = (P?)y; double? back = (double?)p; return (d ?? y) * x + (l ?? 2) * x + (p?.X ?? y) * (q?.Y ?? x) + (back ?? x * x);"),
        ("objects that may be null", "Node? n = null; Node? m = new Node(x); double r = n?.V ?? y; r += m?.V ?? 5; m!.Next = new Node(y); r += m.Next?.Twice() ?? 0; r += m.Next?.Next?.V ?? x * x; n ??= new Node(x * y); n.V *= 2; m.Maybe = y; m.Maybe *= x; if (m is not null && n != null) { r *= 2; } if (n.Next is null) { r += y; } return r + n.V + m!.Maybe.Value;"),
        ("an object or null", "Node? n = x > 1 ? new Node(x * y) : null; double r = n?.V ?? y; r += n?.Twice() ?? x; n ??= new Node(x * x); n.V *= y; if (n is { V: > 0 }) { r *= 2; } return r + n.V;"),
        ("arrays that may be null", "double[]? last = null; double s = 0; for (int i = 0; i < 4; i++) { double[] now = [x * i, y]; if (last != null) { s += last[0] * now[1]; } last = now; } double[]? a = null; if (x > 1) { a = [x, y]; } double r = a is null ? y : a[0] * a[1]; a ??= [y, x * x]; return s * (last?.Length ?? 1) + r * a[1] + (a?[0] ?? x);"),
        ("what was there in the trip before", "double? prev = null; double s = 0; double[] d = [x, y, x * y, x + y]; foreach (double v in d) { if (prev is double p) { s += (v - p) * (v - p); } prev = v; } return s;"),
        ("a helper that may give nothing", "double[] d = [x, y, x * y, x + y]; double? f = Find(d, 1); double? g = Find(d, 100); return (f ?? x) * (g ?? y) + (f is null ? 0 : 1);"),
        ("truth values that may be missing", "bool? a = x > 1 ? true : null; bool? b = y > 1 ? false : (y > 0 ? true : null); bool? c = a & b; bool? d = a | b; bool? e = !a; double r = c == true ? x : y; r *= d ?? false ? x : 2 * y; if (c == null) { r += x * x; } if (e is false) { r += y * y * y; } if (c != d) { r *= 1.5; } return r;"),
        ("two that are missing are equal", "double? a = x > 1 ? x : null, b = y > 1 ? y : null; double r = a == b ? x : y; r += a != b ? x * y : 3; r += a >= b ? x : y * y; double? c = null; return r + (a == c ? x * x : y) + (c == null ? x : y);"),
        ("references to what may be missing", "double? a = null; Set(ref a, out var b, x * y); Set(ref a, out var c, y); Func<double> f = () => a ?? y; double r = f(); a = null; (double? q, int n) t = (x > 1 ? y : null, 2); return r * f() * c!.Value + (b ?? x) * t.n + (t.q ?? x);"),
        ("counting what may be missing", "int? i = 1; int? j = i++; int? k = ++i; int? none = null; none++; double[] a = [x, y, x * y, x]; return a[j!.Value] * a[k!.Value] + a[i!.Value] * (none ?? 2);"),
    ];

    // Where x is above and below 1, so that values are there and are missing.
    public static readonly LanguageCase[] All =
    [
        .. Programs.SelectMany(static p => new[] { Of(p.Name + ", there", p.Body, 1.3, 0.7), Of(p.Name + ", missing", p.Body, 0.4, -1.1) }),
    ];

    private static LanguageCase Of(string name, string body, double x, double y) =>
        new(name, $"static double F(double x, double y) {{ {body} }}\n{Types}", "double x, double y", x, y);
}
