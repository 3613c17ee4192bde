namespace Fluxion.Generator.Tests.Language;

/// <summary>Names, arguments, references and constants: what is right only if it is taken to the letter.</summary>
internal static class HygieneCases
{
    public static readonly LanguageCase[] All =
    [
        new("parameters named like generated variables", """
            static double F(double wBar, double sum2, double end, double last)
            {
                double w = wBar * sum2;
                double i2 = Math.Sin(end) * last;
                double dW = w * i2 + w;
                return dW * wBar + end;
            }
            """, "double wBar, double sum2, double end, double last", 1.2, 0.7, 0.3, 0.4),
        new("parameter named like a destination", """
            static double F(double w, double dW) => w * w * dW + Math.Sin(dW);
            """, "double w, double dW", 1.2, 0.7),
        new("parameters named like types of the runtime", """
            static double F(double[] Lanes, double[] Vector, double Tape)
            {
                double sum = 0;
                for (int i = 0; i < Lanes.Length; i++) { sum += Lanes[i] * Vector[i] * Tape; }
                return sum;
            }
            """, "double[] Lanes, double[] Vector, double Tape", new double[] { 1.2, 0.3, 0.4, 0.6, 0.2 }, new double[] { 0.7, 0.2, 0.1, 0.5, 0.3 }, 0.3),
        new("params arrays and spans", """
            static double F(double x, double y) => Sum(x, y, x * y) + Sum() + SumS(x, y * y) + SumS();

            static double Sum(params double[] v)
            {
                double s = 0;
                foreach (double d in v) s += d * d;
                return s;
            }

            static double SumS(params ReadOnlySpan<double> v)
            {
                double s = 0;
                foreach (double d in v) s += d * d;
                return s;
            }
            """, "double x, double y", 1.2, 0.7),
        new("optional, named and in arguments", """
            static double F(double x, double y) => G(x) + G(c: y, a: x) + G(in x, c: x * y) + G(x * y, y);

            static double G(in double a, double b = 2, double c = 3) => a * b + c * a * a;
            """, "double x, double y", 1.2, 0.7),
        new("in parameter that names a variable which changes", """
            static double F(double x, double y)
            {
                double v = x * y;
                double r = G(v, ref v);
                return r + v * x;
            }

            static double G(in double a, ref double b)
            {
                b = b * 2 + a;
                double t = a;
                b = b * a;
                return a * t;
            }
            """, "double x, double y", 1.2, 0.7),
        new("ref readonly parameter", """
            static double F(double x, double y)
            {
                double v = x * y;
                return G(ref v, y) + G(in x, v);
            }

            static double G(ref readonly double a, double b) => a * b * a;
            """, "double x, double y", 1.2, 0.7),
        new("reference to an element returned", """
            static double F(double x, double y)
            {
                double[] a = new double[3];
                At(a, 1) = x * y;
                At(a, 2) += y;
                ref double e = ref At(a, 1);
                e *= x;
                return a[1] + a[2] * a[1];
            }

            static ref double At(double[] a, int i) => ref a[i];
            """, "double x, double y", 1.2, 0.7),
        new("reference assigned anew", """
            static double F(double x, double y)
            {
                double a = x, b = y;
                ref double r = ref a;
                r *= 2;
                r = ref b;
                r *= 3;
                return a * b;
            }
            """, "double x, double y", 1.2, 0.7),
        new("reference chosen", """
            static double F(double x, double y)
            {
                double a = x, b = y;
                ref double r = ref (x > y ? ref a : ref b);
                r *= 2;
                (x > 5 ? ref a : ref b) += x;
                return a * b;
            }
            """, "double x, double y", 1.2, 0.7),
        new("order of evaluation", """
            static double F(double x, double y)
            {
                double[] a = [x, y, x * y, 1];
                int i = 0;
                double v = x;
                a[i++] = Next(ref v) + a[i++] * Next(ref v);
                a[i] += Next(ref v) * (v = v * y) + v;
                int j = 1;
                a[j] *= a[j = 2] + j;
                return a[0] + a[1] * a[2] + v;
            }

            static double Next(ref double v)
            {
                v = v * 2 + 1;
                return v;
            }
            """, "double x, double y", 1.2, 0.7),
        new("static and generic local functions", """
            static double F(double x, double y)
            {
                static double G(double a, double b = 2) => a * b * a;
                double H<T>(T t) where T : INumber<T> => double.CreateChecked(t) * x;
                return G(x) + G(y, x) + H(y);
            }
            """, "double x, double y", 1.2, 0.7),
        new("static abstract members", """
            static double F(double x, double y) => Ap<Sq>(x) + Ap<Cu>(y);

            interface IFn { static abstract double Eval(double x); static virtual double Twice(double x) => 2 * x;
                static abstract double K { get; } }

            struct Sq : IFn { public static double Eval(double x) => x * x; public static double K => 3; }

            struct Cu : IFn { public static double Eval(double x) => x * x * x; static double IFn.Twice(double x) => x;
                public static double K => 4; }

            static double Ap<T>(double x) where T : IFn => T.Eval(x) * T.K + T.Twice(x);
            """, "double x, double y", 1.2, 0.7),
        new("operators of an interface with a type parameter", """
            static double F(double x, double y)
            {
                Cx c = Sq(new Cx(x, y), new Cx(y, x));
                return c.R * c.I;
            }

            readonly record struct Cx(double R, double I) : IAdditionOperators<Cx, Cx, Cx>, IMultiplyOperators<Cx, Cx,
                Cx> { public static Cx operator +(Cx a, Cx b) => new(a.R + b.R, a.I + b.I);
                    public static Cx operator *(Cx a, Cx b) => new(a.R * b.R - a.I * b.I, a.R * b.I + a.I * b.R); }

            static T Sq<T>(T a, T b) where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T> => a * a + b;
            """, "double x, double y", 1.2, 0.7),
        new("parameters of primary constructors", """
            static double F(double x, double y)
            {
                Q q = new(x, y);
                q.Bump();
                return q.Go(y) + new Q(y).Go(x) + new QS(x).Go(y) * new QS(y).A;
            }

            class Q(double a, double b = 2) { public double A { get; } = a * a; private double _c = b;
                public double Go(double t) => a * t + _c * b + A; public void Bump() { a += 1; } }

            struct QS(double a) { public double Go(double t) => a * t; public double A => a; }
            """, "double x, double y", 1.2, 0.7),
        new("init and required members", """
            static double F(double x, double y)
            {
                Q q = new() { A = x };
                Q r = new() { A = y, B = x };
                return q.A * q.B * r.A * r.B;
            }

            class Q { public required double A { get; init; } public double B { get; init; } = 3; }
            """, "double x, double y", 1.2, 0.7),
        new("checked and unchecked integers", """
            static double F(double x, int n)
            {
                double s = 0;
                checked { for (int i = 0; i < n; i++) { int k = i * i + n; s += x * k; } }
                unchecked { int h = n * 1000003 * 977; s += x * x * (h % 7); }
                return s;
            }
            """, "double x, int n", 1.2, 5),
        new("checked and unchecked conversions", """
            static double F(double x, int n)
            {
                long h = checked((long)n * 5);
                uint u = unchecked((uint)-n);
                byte b = unchecked((byte)(n * 77));
                short sh = checked((short)n);
                h += u >> 3;
                h ^= b;
                return x * x * (h % 10) + sh * x;
            }
            """, "double x, int n", 1.2, 5),
    ];
}
