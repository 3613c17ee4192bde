namespace Fluxion.Generator.Tests.Language;

/// <summary>Objects of which a condition or an iteration says which one it is.</summary>
internal static class DispatchCases
{
    public static readonly LanguageCase[] All =
    [
        new("writes to an object chosen, first way", """
            static double F(double x, double y)
            {
                var sq = new Sq(x * y);
                var di = new Di { R = y };
                S a = x < y ? sq : di;
                a.K = x * 3;
                a.K += y;
                double r = a.Area(x) + sq.K * di.K + a.Twice;
                if (a is Di d) { d.R *= 2; r += d.R; }
                return r + di.R * sq.Area(y);
            }

            abstract class S { public double K = 1; public abstract double Area(double s);
                public virtual double Twice => 2 * K; }

            class Sq(double a) : S { public double A = a; public override double Area(double s) => A * s * K; }

            class Di : S { public double R { get; set; } public override double Area(double s) => R * R * s + K;
                public override double Twice => base.Twice + R; }
            """, "double x, double y", 2.0, 1.0),
        new("writes to an object chosen, second way", """
            static double F(double x, double y)
            {
                var sq = new Sq(x * y);
                var di = new Di { R = y };
                S a = x < y ? sq : di;
                a.K = x * 3;
                a.K += y;
                double r = a.Area(x) + sq.K * di.K + a.Twice;
                if (a is Di d) { d.R *= 2; r += d.R; }
                return r + di.R * sq.Area(y);
            }

            abstract class S { public double K = 1; public abstract double Area(double s);
                public virtual double Twice => 2 * K; }

            class Sq(double a) : S { public double A = a; public override double Area(double s) => A * s * K; }

            class Di : S { public double R { get; set; } public override double Area(double s) => R * R * s + K;
                public override double Twice => base.Twice + R; }
            """, "double x, double y", 1.0, 2.0),
        new("object assigned in branches", """
            static double F(double x, double y)
            {
                IF f = new A(x);
                if (y > 1.5) { f = new B { Q = y }; } else if (x > 1) { f = new C(); }
                double s = f.E(x);
                if (x > 1) f = new C();
                return s + f.E(y);
            }

            interface IF { double E(double v); }

            class A(double p) : IF { public double E(double v) => p * v; }

            class B : IF { public double Q; public double E(double v) => Q * v * v; }

            class C : IF { public double E(double v) => Math.Sin(v); }
            """, "double x, double y", 1.5, 2.0),
        new("objects of one type made on both paths", """
            static double F(double x, double y)
            {
                A a;
                if (x > y) { a = new A(new A(x).E(y)); } else { a = new A(y); }
                a.P *= x;
                return a.E(x);
            }

            class A(double p) { public double P = p; public double E(double v) => P * v; }
            """, "double x, double y", 1.5, 2.0),
        new("as, is and casts on an object chosen", """
            static double F(double x, double y)
            {
                P p = x > y ? new A { V = x, W = y }
                : new B { V = y, Z = x * y };
                A? a = p as A;
                double r = a == null ? p.V : a.W;
                if (p is not A) { r += ((B)p).Z; }
                B? b = p as B;
                r += b is null ? 0 : b.Z * b.V;
                if (a != null) r += a.V;
                return r;
            }

            class P { public double V; }

            class A : P { public double W; }

            class B : P { public double Z; }
            """, "double x, double y", 1.5, 2.0),
        new("object that is null on the other path", """
            static double F(double x, double y)
            {
                P? p = null;
                if (x < y) p = new P { V = x * y };
                return p!.V * x;
            }

            class P { public double V; }
            """, "double x, double y", 1.5, 2.0),
        new("objects swapped in a loop", """
            static double F(double x, double y, int n)
            {
                P a = new P { V = x }, b = new P { V = y };
                for (int i = 0; i < n; i++) { b.V = a.V * x + b.V * 0.5; (a, b) = (b, a); }
                return a.V * 2 + b.V;
            }

            class P { public double V; }
            """, "double x, double y, int n", 1.1, 0.9, 5),
        new("record replaced in each iteration", """
            static double F(double x, double y, int n)
            {
                S s = new(x, y);
                for (int i = 0; i < n; i++) { s = s with { P = s.P + 0.1 * s.V, V = s.V - 0.1 * Math.Sin(s.P) }; }
                return s.P * s.V;
            }

            record S(double P, double V);
            """, "double x, double y, int n", 1.1, 0.9, 5),
        new("object made by a method in each iteration", """
            static double F(double x, double y, int n)
            {
                S start = new() { P = x, V = y };
                S e = Run(start, n, 0.1);
                return e.P * e.V + start.P * e.P;
            }

            class S { public double P, V; public S Step(double h) { var r = new S(); r.P = P + h * V; r.V = V - h * P;
                return r; } }

            static S Run(S s, int n, double h)
            {
                for (int i = 0; i < n; i++) { s = s.Step(h); }
                return s;
            }
            """, "double x, double y, int n", 1.1, 0.9, 5),
        new("two objects handed on in a loop", """
            static double F(double x, double y, int n)
            {
                S prev = new(x), cur = new(y);
                for (int i = 0; i < n; i++) { S next = new(cur.V * 0.5 + prev.V * x); prev = cur; cur = next; }
                return prev.V * cur.V;
            }

            record S(double V);
            """, "double x, double y, int n", 1.1, 0.9, 5),
        new("object kept from an iteration, null at first", """
            static double F(double[] a, double y)
            {
                S? best = null;
                for (int i = 0; i < a.Length; i++) { if (best is null || a[i] > best.V) best = new S(a[i] * y, i); }
                return best!.V * best.V + best.I;
            }

            record S(double V, int I);
            """, "double[] a, double y", new double[] { 0.3, 1.2, 0.7, 1.1 }, 0.9),
        new("records in records replaced in each iteration", """
            static double F(double x, double y, int n)
            {
                S s = new(new(x, y), new(y, x));
                for (int i = 0; i < n; i++) { V2 acc = new(-s.P.X, -s.P.Y); s = new S(s.P.Add(s.V, 0.1), s.V.Add(acc,
                    0.1)); }
                return s.P.X * s.V.Y + s.P.Y;
            }

            record V2(double X, double Y) { public V2 Add(V2 o, double h) => new(X + h * o.X, Y + h * o.Y); }

            record S(V2 P, V2 V);
            """, "double x, double y, int n", 1.1, 0.9, 4),
        new("records replaced in nested loops", """
            static double F(double x, double y, int n)
            {
                S s = new(x);
                S t = s;
                for (int i = 0; i < n; i++) { S u = s; for (int j = 0; j < i + 1; j++) { u = u with { V = u.V * 0.5
                    + y }; if (u.V > 3) break; } t = s; s = new S(u.V * s.V); }
                return s.V + t.V * x;
            }

            record S(double V);
            """, "double x, double y, int n", 1.1, 0.9, 3),
        new("object chosen anew in each iteration", """
            static double F(double x, double y, int n)
            {
                A a = new() { K = x };
                B b = new();
                C c = new(y);
                IF f = a;
                double s = x;
                for (int i = 0; i < n; i++) { s = f.E(s); if (i == 1) f = b; else if (i == 2) f = c; a.K += s; }
                return s + f.E(x) + a.K;
            }

            interface IF { double E(double v); }

            class A : IF { public double K; public double E(double v) => K * v; }

            class B : IF { public double E(double v) => Math.Sin(v); }

            class C(double q) : IF { public double E(double v) => v * v * q; }
            """, "double x, double y, int n", 1.1, 0.9, 4),
        new("record replaced in a lambda", """
            static double F(double[] a, double y)
            {
                P p = new(y);
                return a.Sum(v => { p = new P(p.X * v + 1); return p.X; });
            }

            record P(double X);
            """, "double[] a, double y", new double[] { 0.3, 1.2, 0.7 }, 0.9),
        new("record that Aggregate hands on", """
            static double F(double[] a, double y)
            {
                P p = a.Aggregate(new P(y, 1), (s, v) => new P(s.X * v + s.Y, s.Y + v));
                return p.X * p.Y;
            }

            record P(double X, double Y);
            """, "double[] a, double y", new double[] { 0.3, 1.2, 0.7 }, 0.9),
        new("automatic property that is overridden", """
            static double F(double x, double y)
            {
                B b = new D(x);
                b.K = y * x;
                return b.K * x + b.Base;
            }

            class B { public virtual double K { get; set; } = 1; public double Base => K * 2; }

            class D(double v) : B { public override double K { get => v; set => v = value * 2; } }
            """, "double x, double y", 1.1, 0.9),
        new("with copies the type of the object", """
            static double F(double x, double y)
            {
                B b = new D(x, y);
                B c = b with { X = x * 3 };
                return c.G() * y;
            }

            record B(double X) { public virtual double G() => X; }

            record D(double X, double Y) : B(X) { public override double G() => X * Y; }
            """, "double x, double y", 1.1, 0.9),
        new("struct seen as an interface", """
            static double F(double x, double y)
            {
                A a = new() { K = x };
                IF f = x > y ? a : new B(y);
                f.Inc();
                a.K *= 2;
                double r = f.E(y) + a.K;
                if (f is A back) r += back.K;
                return r * ((f as IF)!.E(x));
            }

            interface IF { double E(double v); void Inc(); }

            struct A : IF { public double K; public double E(double v) => K * v; public void Inc() { K += 1; } }

            struct B(double q) : IF { public double E(double v) => q * v * v; public void Inc() { } }
            """, "double x, double y", 1.1, 0.9),
        new("interface with a type parameter and a generic method", """
            static double F(double x, double y)
            {
                IOp<double> op = x > 1 ? new Cu(y) : new Sq();
                return Run(op, x) + Run2<double, IOp<double>>(op, y) + Run2(new Sq(), x);
            }

            interface IOp<T> { T Do(T a); U Map<U>(U u) where U : INumber<U> => u * u; }

            class Sq : IOp<double> { public double Do(double a) => a * a; }

            class Cu(double k) : IOp<double> { public double Do(double a) => a * a * k;
                U IOp<double>.Map<U>(U u) => u + u; }

            static T Run<T>(IOp<T> op, T v) => op.Do(op.Do(v));

            static T Run2<T, O>(O op, T v) where O : IOp<T> where T : INumber<T> => op.Map(op.Do(v));
            """, "double x, double y", 1.1, 0.9),
        new("method of an object as a delegate", """
            static double F(double x, double y)
            {
                A a = new(x);
                Func<double, double> f = a.E;
                a.K = y;
                Func<double, double> g = x > 1 ? f : Math.Sin;
                return f(x) + g(y);
            }

            class A(double k) { public double E(double v) => v * v * k; public double K { get => k; set => k = value; }
                }
            """, "double x, double y", 1.1, 0.9),
        new("delegate in a field of an object chosen", """
            static double F(double x, double y)
            {
                A a = new();
                if (x > y) a.G = v => v * x;
                A b = new() { G = Math.Sin };
                A c = x > 5 ? a : b;
                return a.Do(y) + c.Do(x);
            }

            class A { public Func<double, double> G = v => v; public double Do(double v) => G(v) * v; }
            """, "double x, double y", 1.1, 0.9),
        new("indexer of an object chosen", """
            static double F(double x, double y)
            {
                A a = new(), b = new();
                A c = x > y ? a : b;
                c[1] = x;
                c[1] += y;
                a[2] = y * y;
                return a[1] * x + b[1] + c[2];
            }

            class A { double[] _v = new double[3]; public double this[int i] { get => _v[i] * 2; set => _v[i] = value;
                } }
            """, "double x, double y", 1.1, 0.9),
        new("three objects with two names", """
            static double F(double x, double y, int k)
            {
                A a = new() { V = x };
                B b = new() { V = y };
                C c = new() { V = x * y, W = 2 };
                A t = k == 0 ? a : k == 1 ? b : c;
                A u = k == 1 ? c : t;
                t.V *= 3;
                u.V += x;
                if (t == u) { t.V *= y; }
                if (u is B bb) { bb.V += 1; }
                return a.V + b.V * 2 + c.V * 3 + (u as C)!.W * t.V;
            }

            class A { public double V; }

            class B : A { }

            class C : B { public double W; }
            """, "double x, double y, int k", 1.1, 0.9, 2),
        new("object returned early", """
            static double F(double x, double y)
            {
                P p = Pick(x, y), q = Pick(y * 3, x);
                return p.X * p.Y + q.X * q.Y;
            }

            record P(double X, double Y);

            static P Pick(double x, double y)
            {
                if (x > 2) return new P(x, y);
                for (int i = 0; i < 3; i++) { if (x * i > 1.5) return new P(y, x * i); }
                return new P(1, x * y);
            }
            """, "double x, double y", 1.1, 0.9),
        new("object chosen anew after a write in a loop", """
            static double F(double x, double y)
            {
                var a = new Node(x);
                var b = new Node(y);
                var c = a;
                for (int i = 0; i < 3; i++) { c.V *= y; c = b; }
                return a.V + b.V * x;
            }

            class Node(double v) { public double V = v; }
            """, "double x, double y", 1.1, 0.9),
        new("walk along a list", """
            static double F(double x, double y)
            {
                Node list = new(x, new Node(y, new Node(x * y, null)));
                double s = 0;
                for (Node? n = list; n != null; n = n.Next) { s = s * n.V + n.V; n.V = s; }
                return s * list.V + list.Next!.V;
            }

            sealed class Node(double v, Node? next) { public double V { get; set; } = v; public Node? Next => next; }
            """, "double x, double y", 1.1, 0.9),
    ];
}
