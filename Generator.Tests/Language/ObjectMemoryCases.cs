namespace Fluxion.Generator.Tests.Language;

/// <summary>Objects in arrays, lists and stacks.</summary>
internal static class ObjectMemoryCases
{
    public static readonly LanguageCase[] All =
    [
        new("array of objects of two classes", """
            static double F(double r, double s)
            {
                Shape[] shapes = { new Circle(r), new Square(s), new Circle(s * r) };
                double sum = 0;
                foreach (Shape q in shapes) { sum += q.Area() * q.Area(); }
                return sum;
            }
            abstract class Shape { public abstract double Area(); public virtual string Name => "s"; }
            class Circle(double r) : Shape { public override double Area() => Math.PI * r * r; }
            class Square(double a) : Shape { public override double Area() => a * a; }
            """, "double r, double s", 1.2, 0.7),
        new("array of what implements an interface", """
            static double F(double r, double s)
            {
                IShape[] shapes = [new Circle(r), new Square(s), null!];
                double sum = 0;
                for (int i = 0; i < 2; i++) { sum += shapes[i].Area() * (i + 1); }
                return sum * shapes[^2].Area();
            }
            interface IShape { double Area(); }
            record Circle(double R) : IShape { public double Area() => Math.PI * R * R; }
            record Square(double A) : IShape { public double Area() => A * A; }
            """, "double r, double s", 1.2, 0.7),
        new("array of objects that a loop fills", """
            static double F(double[] w, double x)
            {
                int n = w.Length / 2;
                Layer[] layers = new Layer[n];
                for (int i = 0; i < n; i++) { layers[i] = new Layer(w[2 * i], w[2 * i + 1]); }
                double v = x;
                foreach (Layer l in layers) { v = l.Apply(v); }
                return v;
            }
            class Layer(double w, double b) { public double Apply(double v) => Math.Tanh(w * v + b); }
            """, "double[] w, double x", new double[] { 0.5, -1.2, 0.8, 0.3 }, 0.7),
        new("array of objects that hold arrays", """
            static double F(double[] w, double x)
            {
                Layer[] layers = new Layer[2];
                for (int i = 0; i < 2; i++) { layers[i] = new Layer(w[(2 * i)..(2 * i + 2)], i + 0.5); }
                double v = x;
                for (int i = 0; i < layers.Length; i++) { v = layers[i].Apply(v) * layers[i].B; }
                return v;
            }
            class Layer { public double[] W; public double B; public Layer(double[] w, double b) { W = w; B = b; } public double Apply(double v) { double s = 0; for (int i = 0; i < W.Length; i++) s += Math.Tanh(W[i] * v + B); return s; } }
            """, "double[] w, double x", new double[] { 0.5, -1.2, 0.8, 0.3 }, 0.7),
        new("list of objects", """
            static double F(double r, double s)
            {
                List<Shape> shapes = new() { new Circle(r) };
                for (int i = 0; i < 5; i++) { if (i % 2 == 0) shapes.Add(new Square(s * i)); else shapes.Add(new Circle(r + i)); }
                return shapes.Sum(q => q.Area()) + shapes.Where(q => q is Square).Sum(q => q.Area() * q.Area()) + shapes.Count * shapes[2].Area();
            }
            abstract class Shape { public abstract double Area(); }
            class Circle(double r) : Shape { public override double Area() => Math.PI * r * r; }
            class Square(double a) : Shape { public override double Area() => a * a; }
            """, "double r, double s", 1.2, 0.7),
        new("array of records, matched by position", """
            static double F(double r, double s)
            {
                Expr[] e = [new Num(r), new Prod(r, s), new Num(s)];
                double v = 1;
                foreach (Expr x in e) { v *= x switch { Num { V: > 1 } n => n.V * 2, Num n => n.V, Prod(var a, var b) => a * b + a, _ => 0 }; }
                return v;
            }
            abstract record Expr; record Num(double V) : Expr; record Prod(double A, double B) : Expr;
            """, "double r, double s", 1.2, 0.7),
        new("array of objects that are replaced", """
            static double F(double r, double s) { B[] b = [new B(r), new B(s)]; for (int i = 0; i < 3; i++) { b[0] = new B(b[1].V * b[0].V); (b[0], b[1]) = (b[1], b[0]); } return b[0].V * b[1].V; }
            class B(double v) { public double V => v; }
            """, "double r, double s", 1.2, 0.7),
        new("array of objects that is sorted by hand", """
            static double F(double r, double s) { B[] b = [new B(r), new B(s), new B(0.9)]; for (int i = 0; i < 3; i++) for (int j = 0; j + 1 < 3; j++) if (b[j].V > b[j + 1].V) (b[j], b[j + 1]) = (b[j + 1], b[j]); return b[0].V + b[1].V * 10 + b[2].V * 100 * b[0].V; }
            class B(double v) { public double V => v; }
            """, "double r, double s", 1.2, 0.7),
        new("array of objects made by a factory", """
            static double F(double r, double s, int n) { IShape[] a = Make(r, s, n); return Total(a) * a.Max(q => q.Area()); }
            static IShape[] Make(double r, double s, int n) { IShape[] a = new IShape[n]; for (int i = 0; i < n; i++) a[i] = Create(i, r, s); return a; }
            static IShape Create(int i, double r, double s) => i % 3 == 0 ? new Circle(r + i) : i % 3 == 1 ? new Square(s) : new Circle(s);
            static double Total(IEnumerable<IShape> a) { double t = 0; foreach (IShape q in a) t += q.Area(); return t; }
            interface IShape { double Area(); }
            record Circle(double R) : IShape { public double Area() => Math.PI * R * R; }
            record Square(double A) : IShape { public double Area() => A * A; }
            """, "double r, double s, int n", 1.2, 0.7, 4),
        new("array of objects, some of them missing", """
            static double F(float r, double s) { N[] a = new N[3]; a[1] = new N(r, s); double t = 0; foreach (N q in a) { t += q?.A * q?.B ?? 1; if (q == null) t += s; } return t; }
            class N(float a, double b) { public float A => a; public double B => b; }
            """, "float r, double s", 1.2f, 0.7),
        new("stack of objects", """
            static double F(double r, double s) { Stack<N> st = new(); st.Push(new N(r)); st.Push(new N(s)); double t = 0; while (st.Count > 0) { N n = st.Pop(); t = t * n.A + n.A; if (n.A > 1 && t < 5) st.Push(new N(n.A * 0.5)); } return t; }
            class N(double a) { public double A => a; }
            """, "double r, double s", 1.2, 0.7),
        new("array of generic objects", """
            static double F(double r, double s) { Box<double>[] b = [new(r), new(s)]; return b[0].V * b[1].V * b[1].V; }
            class Box<T>(T v) { public T V => v; }
            """, "double r, double s", 1.2, 0.7),
    ];
}
