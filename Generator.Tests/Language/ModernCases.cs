namespace Fluxion.Generator.Tests.Language;

/// <summary>What C# 11 to 14 brought.</summary>
internal static class ModernCases
{
    public static readonly LanguageCase[] All =
    [
        new("extension block", """
            static double F(double x, double y)
            {
                double[] a = [x, y, x * y];
                x.Grow(y);
                return (x.Squared() + a.Squares() + a.Ends) * y.Twice + double.Mix(x, y);
            }
            extension(double v)
            {
                public double Squared() { v *= v; return v; }
                public double Twice => v + v;
                public static double Mix(double a, double b) => a * b + a;
            }
            extension(ref double v)
            {
                public void Grow(double by) => v += v * by;
            }
            extension<T>(T[] a) where T : INumber<T>
            {
                public T Squares() { T s = T.Zero; foreach (T t in a) { s += t * t; } return s; }
                public T Ends => a[0] * a[^1];
            }
            """, "double x, double y", 1.2, 0.7),
        new("extension block of operators", """
            static double F(double x, double y) { Pair p = new(x, y); Pair q = p * p; q += p; return q.A * q.B * p.Norm(y); }
            public readonly record struct Pair(double A, double B);
            extension(Pair p)
            {
                public static Pair operator *(Pair a, Pair b) => new(a.A * b.B, a.B + b.A);
                public static Pair operator +(Pair a, Pair b) => new(a.A + b.A, a.B * b.B);
                public double Norm(double w) { Func<double, double> f = s => s * p.A + w; return f(p.B); }
            }
            """, "double x, double y", 1.2, 0.7),
        new("field keyword", """
            static double F(double x, double y)
            {
                Box b = new() { Doubled = x };
                Cell c = new() { Squared = y };
                b.Doubled = b.Doubled * y;
                c.Squared *= x;
                return b.Doubled * c.Squared + new Box().Initial * x + new Given(x).Value * y;
            }
            class Box
            {
                public double Doubled { get => field * 2; set => field = value + 1; }
                public double Initial { get => field * field; } = 3;
            }
            struct Cell { public double Squared { get; set => field = value * value; } }
            class Given { public Given(double x) { Value = x * x; } public double Value { get => field * 3; } }
            """, "double x, double y", 1.2, 0.7),
        new("partial properties", """
            static double F(double x, double y) { Box b = new(); b.Value = x * y; b[1] = x; return b.Value * b[2]; }
            partial class Box { public partial double Value { get; set; } public partial double this[int i] { get; set; } }
            partial class Box
            {
                private double _value, _other;
                public partial double Value { get => _value * 2; set => _value = value * value; }
                public partial double this[int i] { get => _other * i; set => _other = value + i; }
            }
            """, "double x, double y", 1.2, 0.7),
        new("operators that change their operand", """
            static double F(double x, double y)
            {
                Sum s = new() { Value = x };
                Held a = new() { Value = x };
                Held b = a;
                Held c = y > 0.5 ? a : new Held { Value = y };
                for (int i = 0; i < 2; i++) { s += y * i; s++; }
                a += y;
                b *= a;
                c += x;
                Point p = new(x);
                p++;
                ++p;
                return s.Value * a.Value + p.V;
            }
            struct Sum
            {
                public double Value;
                public void operator +=(double d) { Value = Value * d + d + Value; }
                public void operator ++() { Value *= Value; }
            }
            class Held
            {
                public double Value;
                public void operator +=(double d) { Value = Value * d + d; }
                public void operator *=(Held o) { Value *= o.Value; }
            }
            readonly record struct Point(double V) { public static Point operator ++(Point p) => new(p.V * p.V + 1); }
            """, "double x, double y", 1.2, 0.7),
        new("method that an interface gives a struct", """
            static double F(double x, double y) => Both(new Square(x)) * y + Both(new Disk { Radius = y });
            static double Both<T>(T s) where T : IShape => s.Twice() * s.Area();
            interface IShape { double Area(); double Twice() => 2 * Area(); }
            struct Square(double side) : IShape { public double Area() => side * side; }
            struct Disk : IShape { public double Radius; public double Area() => Radius * Radius * 3; public double Twice() => Radius; }
            """, "double x, double y", 1.2, 0.7),
        new("null-conditional assignment", """
            static double F(double x, double y)
            {
                Box? b = x > 0 ? new Box() : null;
                Box? none = x < 0 ? new Box() : null;
                double[]? a = new double[2];
                b?.Value = x * y;
                b?.Value += x;
                none?.Value = x;
                a?[0] = x * y;
                a?[1] += x;
                return (b == null ? 0 : b.Value * y) + a[0] * a[1];
            }
            class Box { public double Value; }
            """, "double x, double y", 1.2, 0.7),
        new("params of spans and lists", """
            static double F(double x, double y) => S(x, y, x * y) + S() + L(x, y) * L(y);
            static double S(params ReadOnlySpan<double> a) { double s = 1; foreach (double v in a) { s += v * v; } return s * s; }
            static double L(params List<double> a) { double s = 1; foreach (double v in a) { s += v * v; } return s * s; }
            """, "double x, double y", 1.2, 0.7),
        new("spreads", """
            static double F(double[] a, double x)
            {
                double[] b = [.. a, x, .. a[1..], x * x];
                List<double> c = [.. b, x];
                ReadOnlySpan<double> d = [x, .. c];
                double s = 0;
                for (int i = 0; i < d.Length; i++) { s += d[i] * d[i] * (i + 1); }
                return s;
            }
            """, "double[] a, double x", new double[] { 0.5, -1.2, 0.8 }, 0.7),
        new("static members of interfaces", """
            static double F(double x, double y) => G<Square>(x) * G<Cube>(y) + Sum(new N(x), new N(y)).V + checked(new N(x) - new N(y)).V;
            static double G<T>(double v) where T : ICurve => T.Apply(v) * T.Scale;
            static T Sum<T>(T a, T b) where T : INumber2<T> => a + T.Make(2) + b + a;
            interface ICurve { static abstract double Apply(double v); static virtual double Scale => 2; }
            struct Square : ICurve { public static double Apply(double v) => v * v; }
            struct Cube : ICurve { public static double Apply(double v) => v * v * v; public static double Scale => 3; }
            interface INumber2<T> where T : INumber2<T> { static abstract T operator +(T a, T b); static abstract T Make(double v); }
            readonly record struct N(double V) : INumber2<N>
            {
                public static N operator +(N a, N b) => new(a.V + a.V * b.V);
                public static N operator -(N a, N b) => new(0);
                public static N operator checked -(N a, N b) => new(a.V * b.V);
                public static N Make(double v) => new(v);
            }
            """, "double x, double y", 1.2, 0.7),
        new("references to structs of spans", """
            static double F(double x, double y)
            {
                double[] a = [x, y, x * y];
                Part r = new(a);
                r.Scale(x);
                double z = x * y;
                return a[0] * a[2] + r.Sum() + G(in z, ref y) * y;
            }
            static double G(ref readonly double a, scoped ref double b) { b = b * a; return a * a; }
            readonly ref struct Part(Span<double> v)
            {
                private readonly Span<double> _v = v;
                public void Scale(double d) { foreach (ref double e in _v) { e *= d; } }
                public double Sum() { double s = 0; foreach (double e in _v) { s += e; } return s; }
            }
            """, "double x, double y", 1.2, 0.7),
    ];
}
