namespace Fluxion.Generator.Tests.Diagnostics;

/// <summary>What users get wrong, and where they are told so. At least one row for each diagnostic.</summary>
internal static class DiagnosticCases
{
    public static readonly DiagnosticCase[] All =
    [
        // Lowering
        DiagnosticCase.InClass("FLX0101", "a field that is a reference", """
            ref struct Alias { public ref double Value; }

                [Differentiable]
                static double Loss(double x)
                {
                    Alias a = new();
                    return x + [|a.Value|];
                }
            """),
        DiagnosticCase.InBody("FLX0102", "an object made", "return x * [|new Version(n, n)|].Major;"),
        DiagnosticCase.InBody("FLX0114", "an array of objects", "var a = [|new System.Text.StringBuilder[2]|]; return x * a.Length;"),
        DiagnosticCase.InClass("FLX0101", "an object in an array, changed", """
            class Box { public double V; }

                [Differentiable]
                static double Loss(double x)
                {
                    Box box = new() { V = x };
                    Box[] boxes = [box];
                    [|box.V = x * x|];
                    return boxes[0].V;
                }
            """),
        DiagnosticCase.InClass("FLX0101", "an object that is changed again and put into an array again", """
            class Box { public double V; }

                [Differentiable]
                static double Loss(double x)
                {
                    Box box = new() { V = x };
                    Box[] boxes = new Box[3];
                    for (int i = 0; i < 3; i++) { box.V *= x; [|boxes[i] = box|]; }
                    return boxes[0].V;
                }
            """),
        DiagnosticCase.InClass("FLX0101", "objects in arrays, compared", """
            class Box { public double V; }

                [Differentiable]
                static double Loss(double x)
                {
                    Box box = new() { V = x };
                    Box[] boxes = [box];
                    return [|boxes[0] == box|] ? x : x * x;
                }
            """),
        DiagnosticCase.InBody("FLX0114", "a list of strings", "var l = [|new System.Collections.Generic.List<string>()|]; return x * l.Count;"),
        DiagnosticCase.InClass("FLX0105", "a store to an array of structs of a field", """
            struct P { public double X; }

                static readonly P[] Points = new P[2];

                [Differentiable]
                static double Loss(double x)
                {
                    [|Points[0] = new P { X = x }|];
                    return x * x;
                }
            """),
        DiagnosticCase.InClass("FLX0103", "recursion that gives an array", """
            static double[] Halves(double x, int k) => k == 0 ? [x] : Halves(x / 2, k - 1);

                [Differentiable]
                static double Loss(double x, int n) => [|Halves(x, n)|][0];
            """),
        DiagnosticCase.InClass("FLX0103", "recursion that chooses between arrays", """
            static double Walk(double[] a, double[] b, int k)
                {
                    double[] own = k % 2 == 0 ? a : b;
                    return k == 0 ? own[0] : own[k] * Walk(a, b, k - 1);
                }

                [Differentiable]
                static double Loss(double[] a, int n) => [|Walk(a, a, n)|];
            """),
        DiagnosticCase.InClass("FLX0103", "recursion with two names for a variable", """
            static double Grow(double[] a, ref double v, int k)
                {
                    v *= a[0];
                    return k == 0 ? v : Grow(a, ref v, k - 1);
                }

                [Differentiable]
                static double Loss(double[] a, int n) => [|Grow(a, ref a[0], n)|];
            """),
        DiagnosticCase.InClass("FLX0103", "recursion with other objects at each call", """
            class Link(double value, Link? next) { public double Value => value; public Link? Next => next; }

                static double Sum(Link links, int k) => k == 0 ? links.Value : [|Sum(new Link(links.Value * 2, links), k - 1)|];

                [Differentiable]
                static double Loss(double x, int n) => Sum(new Link(x, null), n);
            """),
        DiagnosticCase.InClass("FLX0105", "recursion that writes to an array of a field", """
            static readonly double[] Shared = new double[3];

                static double Scan(double[] a, double x, int k)
                {
                    a[k] = x;
                    return k == 0 ? a[0] : a[k] + Scan(a, x * x, k - 1);
                }

                [Differentiable]
                static double Loss(double x, int n) => [|Scan(Shared, x, n)|];
            """),
        DiagnosticCase.InBody("FLX0101", "a lambda that calls itself",
            "Func<double, double> f = v => v; f = v => v < 1 ? v : [|f(v / 2)|]; return f(x) * n;"),
        DiagnosticCase.InBody("FLX0101", "a delegate that changes in a loop",
            "Func<double, double> f = v => v; [|for (int i = 0; i < n; i++) { f = v => v * x; }|] return f(x);"),
        DiagnosticCase.InBody("FLX0125", "a capture that escapes",
            "Action f; if (n > 0) { double k = x; f = () => [|k = 2|]; } else { f = () => { }; } f(); return x;"),
        DiagnosticCase.InBody("FLX0101", "a switch that goes back",
            "double r = x; switch (n) { case 0: r = 1; break; case 1: r *= x; goto case 2; case 2: r += x; [|goto case 1;|] } return r;"),
        DiagnosticCase.InBody("FLX0104", "a call without source", "return x * [|double.Parse(\"2\")|];"),
        DiagnosticCase.InBody("FLX0104", "an operation on spans that has no derivative", "return x * [|System.Numerics.Tensors.TensorPrimitives.IndexOfMax<double>([x, 2])|];"),
        DiagnosticCase.InBody("FLX0101", "a call on an instance", "return x + [|n.GetHashCode()|];"),
        DiagnosticCase.InClass("FLX0105", "a field that can change", """
            static double s_scale = 2;

                [Differentiable]
                static double Loss(double x) => x * [|s_scale|];
            """),
        DiagnosticCase.InClass("FLX0105", "a field that is written", """
            static double s_last;

                [Differentiable]
                static double Loss(double x)
                {
                    [|s_last|] = x;
                    return x * x;
                }
            """),
        DiagnosticCase.InClass("FLX0105", "a store to an array of a field", """
            static readonly double[] Weights = [1, 2];

                [Differentiable]
                static double Loss(double x)
                {
                    [|Weights[0] = x|];
                    return x * x;
                }
            """),
        new("FLX0105", "a field of a file-local type", """
            static partial class Model
            {
                [Fluxion.Differentiable]
                static double Loss(double x) => [|Local.Scale|] * x;
            }

            file static class Local { public static readonly double Scale = 2; }
            """),
        DiagnosticCase.InBody("FLX0108", "the time of day", "return x * [|DateTime.Now|].Hour;"),
        DiagnosticCase.InBody("FLX0108", "the time since the start", "return x * [|Environment.TickCount|];"),
        DiagnosticCase.InBody("FLX0108", "a stopwatch", "var watch = [|System.Diagnostics.Stopwatch.StartNew()|]; return x * watch.ElapsedTicks;"),
        DiagnosticCase.InBody("FLX0109", "a generator of random numbers", "return x * [|new Random(n)|].NextDouble();"),
        DiagnosticCase.InBody("FLX0109", "shared random numbers", "Random random = [|Random.Shared|]; return x * random.NextDouble();"),
        DiagnosticCase.InBody("FLX0109", "a random identifier", "return x * [|Guid.NewGuid()|].GetHashCode();"),
        DiagnosticCase.InClass("FLX0109", "random numbers of a field", """
            static readonly Random Numbers = new(1);

                [Differentiable]
                static double Loss(double x) => x * [|Numbers|].NextDouble();
            """),
        DiagnosticCase.InBody("FLX0113", "a line printed", "[|Console.WriteLine(x)|]; return x;"),
        DiagnosticCase.InBody("FLX0113", "a file read", "return x * [|System.IO.File.ReadAllLines(\"rows\")|].Length;"),
        DiagnosticCase.InClass("FLX0118", "an object of a field", """
            interface IShape { double Area(double s); }
                sealed class Square : IShape { public double Area(double s) => s * s; }
                static readonly IShape Shape = new Square();

                [Differentiable]
                static double Loss(double x) => [|Shape|].Area(x);
            """),
        DiagnosticCase.InBody("FLX0119", "a decimal that counts", "return x * (double)[|(decimal)x|];"),
        DiagnosticCase.InBody("FLX0119", "a number of half precision that counts", "Half h = [|(Half)x|]; h += h; return x * (float)h;"),
        DiagnosticCase.InBody("FLX0120", "an address", "unsafe { double* p = [|&x|]; } return x * n;"),
        DiagnosticCase.InClass("FLX0121", "a call of foreign code", """
            [System.Runtime.InteropServices.DllImport("m")] static extern double cbrt(double x);

                [Differentiable]
                static double Loss(double x) => [|cbrt(x)|];
            """),
        DiagnosticCase.InBody("FLX0122", "a dynamic variable", "dynamic d = [|x|]; return x * n;"),
        DiagnosticCase.InClass("FLX0123", "an async method called", """
            static async System.Threading.Tasks.Task<double> Later(double x) { await System.Threading.Tasks.Task.Yield(); return x; }

                [Differentiable]
                static double Loss(double x) => [|Later(x)|].Result;
            """),
        DiagnosticCase.InClass("FLX0124", "an exception caught", """
            [Differentiable]
                static double Loss(double[] x) { [|try { return x[0]; } catch (IndexOutOfRangeException) { return 0; }|] }
            """),
        DiagnosticCase.InBody("FLX0104", "an array that is sorted by keys",
            "double[] keys = [2, 1], values = [x, n]; [|Array.Sort(keys, values)|]; return values[0];"),
        DiagnosticCase.InClass("FLX0126", "an enumerator that is disposed of", """
            struct Steps { public Walk GetEnumerator() => new(); }
                struct Walk : IDisposable { public bool MoveNext() => false; public double Current => 1; public void Dispose() { } }

                [Differentiable]
                static double Loss(double x) { double s = x; foreach (double v in [|new Steps()|]) { s += v * x; } return s; }
            """),
        DiagnosticCase.InClass("FLX0126", "an iterator that calls itself", """
            static System.Collections.Generic.IEnumerable<double> Powers(double x, int n)
                {
                    yield return x;
                    if (n > 0) { foreach (double v in Powers(x * x, n - 1)) { yield return v; } }
                }

                [Differentiable]
                static double Loss(double x) { double s = 0; foreach (double v in [|Powers(x, 3)|]) { s += v; } return s; }
            """),
        DiagnosticCase.InBody("FLX0101", "a reference assigned in a branch",
            "double a = x, b = n; ref double r = ref a; if (n > 1) { [|r = ref b|]; } r *= 2; return a * b;"),
        DiagnosticCase.InClass("FLX0101", "a row of the caller's written", """
            [Differentiable]
                static double Loss(double x, [NoDerivative] double[][] rows) { [|rows[0][1] = x|]; return rows[0][1] * x; }
            """),
        DiagnosticCase.InClass("FLX0101", "an object written to that a loop replaces", """
            sealed class State { public double K; }

                [Differentiable]
                static double Loss(double x, int n)
                {
                    State s = new() { K = x };
                    State first = s;

                    for (int i = 0; i < n; i++)
                    {
                        [|s.K *= x|];
                        if (i == 2) { s = new State { K = s.K + 1 }; }
                    }

                    return s.K + first.K;
                }
            """),
        DiagnosticCase.InClass("FLX0101", "a copy compared with the object", """
            sealed record State(double K);

                [Differentiable]
                static double Loss(double x, int n)
                {
                    State s = new(x);
                    State first = s;
                    for (int i = 0; i < n; i++) { s = new State(s.K * x); }
                    return [|(object)s == (object)first|] ? x : s.K;
                }
            """),
        DiagnosticCase.InClass("FLX0101", "a cast that always fails", """
            class A { public double K; }
                sealed class B : A;

                [Differentiable]
                static double Loss(double x) { A a = new() { K = x }; return ([|(B)a|]).K; }
            """),
        DiagnosticCase.InBody("FLX0110", "a cast to int that counts", "return x * [|(int)x|];"),
        DiagnosticCase.InBody("FLX0302", "an exact comparison", "return [|x == n|] ? 0 : Math.Log(x / n);"),
        DiagnosticCase.InBody("FLX0302", "an exact pattern", "return x switch { [|1|] => 0, _ => Math.Log(x) };"),
        DiagnosticCase.InBody("FLX0302", "an exact comparison of what is computed", "double d = x - n; if ([|d != 0|] && n > 0) { x *= d; } return x;"),
        DiagnosticCase.InClass("FLX0112", "a parameter that does not matter",
            "[Differentiable] static double Loss(double x, double [|y|], int n) => y > n ? x : 2 * x;"),
        DiagnosticCase.InBody("FLX0111", "a stepwise function", "return x * [|Math.Floor(x)|];"),

        // Usage
        new("FLX0201", "a type that is not partial", """
            static class Model
            {
                [Fluxion.Differentiable]
                static double [|Loss|](double x) => x;
            }
            """),
        new("FLX0201", "an outer type that is not partial", """
            static class Outer
            {
                static partial class Model
                {
                    [Fluxion.Differentiable]
                    static double [|Loss|](double x) => x;
                }
            }
            """),
        new("FLX0202", "an instance method", """
            partial class Model
            {
                [Fluxion.Differentiable]
                double [|Loss|](double x) => x;
            }
            """),
        DiagnosticCase.InClass("FLX0203", "an async method", """
            [Differentiable]
                static async System.Threading.Tasks.Task<double> [|Loss|](double x) { await System.Threading.Tasks.Task.Yield(); return x; }
            """),
        DiagnosticCase.InClass("FLX0204", "a result that is no number", "[Differentiable] static string [|Loss|](double x) => \"\";"),
        DiagnosticCase.InClass("FLX0204", "an integer result", "[Differentiable] static int [|Loss|](double x) => 1;"),
        DiagnosticCase.InClass("FLX0205", "no parameter at all", "[Differentiable] static double [|Loss|]() => 1;"),
        DiagnosticCase.InClass("FLX0205", "only constants", "[Differentiable] static double [|Loss|](int n, [NoDerivative] double x) => n * x;"),
        new("FLX0206", "a file-local type", """
            file static partial class Model
            {
                [Fluxion.Differentiable]
                static double [|Loss|](double x) => x;
            }
            """),
        DiagnosticCase.InClass("FLX0207", "a ref parameter", "[Differentiable] static double Loss(ref double [|x|]) => x;"),
        DiagnosticCase.InClass("FLX0208", "a generic method", "[Differentiable] static double [|Loss|]<T>(double x) => x;"),
        DiagnosticCase.InClass("FLX0209", "data that is a number", "[Differentiable] static double Loss(double x, [Data] double [|y|]) => x * y;"),
        new("FLX0210", "an external method", """
            static partial class Model
            {
                [Fluxion.Differentiable]
                [System.Runtime.InteropServices.DllImport("m")]
                static extern double [|sin|](double x);
            }
            """),
        DiagnosticCase.InClass(
            "FLX0211", "two roles", "[Differentiable] static double Loss(double x, [NoDerivative, Data] double[] [|y|]) => x * y[0];"),
        DiagnosticCase.InClass(
            "FLX0212", "found",
            "[Differentiable(Derivatives.Expressions)] static double Loss(double x) { [|while (x > 1)|] { x *= 0.5; } return x; }"),
        DiagnosticCase.InClass(
            "FLX0214", "a rule for nothing", "[DerivativeOf(typeof(Math), \"Sinus\")] static double [|Slope|](double x) => x;"),
        DiagnosticCase.InClass("FLX0215", "a rule with a wrong result", """
            static double Power(double x, double y, int n) => x * y * n;

                [DerivativeOf(typeof(Model), nameof(Power))]
                static double [|PowerSlopes|](double x, double y, int n) => n;
            """),
        DiagnosticCase.InClass("FLX0213", "a date as parameter", "[Differentiable] static double Loss(double x, DateTime [|d|]) => x;"),
        DiagnosticCase.InClass("FLX0219", "an object as parameter", "[Differentiable] static double Loss(double x, object [|o|]) => x;"),
        DiagnosticCase.InClass("FLX0219", "a delegate as parameter", "[Differentiable] static double Loss(double x, Func<double, double> [|f|]) => f(x);"),
        DiagnosticCase.InClass("FLX0219", "an interface as parameter", """
            interface IShape { double Area(double s); }

                [Differentiable]
                static double Loss(double x, IShape [|shape|]) => shape.Area(x);
            """),
        DiagnosticCase.InClass("FLX0217", "a struct with a private field", """
            public struct Hidden { private double _x; public void Set(double x) => _x = x; public readonly double X => _x; }

                [Differentiable]
                static double Loss(Hidden [|h|]) => h.X;
            """),
        DiagnosticCase.InClass("FLX0217", "an array of structs with arrays", """
            public record struct Layer(double[] Weights, double Bias);

                [Differentiable]
                static double Loss(Layer[] [|l|]) => l[0].Bias * l[0].Weights[0];
            """),
        DiagnosticCase.InClass("FLX0217", "a list of strings", "[Differentiable] static double Loss(double x, System.Collections.Generic.List<string> [|l|]) => x * l.Count;"),
        DiagnosticCase.InClass("FLX0217", "a dictionary", "[Differentiable] static double Loss(double x, System.Collections.Generic.Dictionary<int, double> [|d|]) => x * d[0];"),
        DiagnosticCase.InClass("FLX0217", "a matrix of vectors", "[Differentiable] static double Loss(double x, System.Numerics.Vector2[,] [|m|]) => x * m[0, 0].X;"),
        DiagnosticCase.InClass("FLX0217", "a struct with a list", """
            public struct Layer { public System.Collections.Generic.List<double> Weights; public double Bias; }

                [Differentiable]
                static double Loss(Layer [|l|]) => l.Bias * l.Weights[0];
            """),
        DiagnosticCase.InClass("FLX0217", "a struct whose constructor computes", """
            public readonly struct Doubled
                {
                    public Doubled(double x) { X = 2 * x; }
                    public double X { get; }
                }

                [Differentiable]
                static double Loss(Doubled [|d|]) => d.X;
            """),
        DiagnosticCase.InClass("FLX0218", "an objective of a tuple with an integer", """
            [Differentiable(Derivatives.Objective)]
                static double Loss((double X, int N) [|t|]) => t.X * t.N;
            """),
        DiagnosticCase.InClass("FLX0226", "a method of the gradient's name",
            "static double LossGradient(double x) => x; [Differentiable] static double [|Loss|](double x) => x;"),
        DiagnosticCase.InClass("FLX0226", "a type of the objective's name",
            "sealed class LossObjective; [Differentiable] static double [|Loss|](double x) => x;"),
        DiagnosticCase.InClass("FLX0226", "a method that takes destinations",
            "static double LossValueAndGradient(double x, Span<double> dX) => x; [Differentiable] static double [|Loss|](double x) => x;"),
        DiagnosticCase.InClass("FLX0228", "a local function", """
            static double Twice(double x)
                {
                    return Loss(x) + Loss(x);
                    [Differentiable] static double [|Loss|](double x) => x;
                }
            """),
        DiagnosticCase.InClass("FLX0112", "a struct that does not matter",
            "[Differentiable] static double Loss(double x, (double, double) [|t|]) => t.Item1 > t.Item2 ? x : 2 * x;"),
    ];
}
