using Fluxion.Generator.Tests.Infrastructure;

namespace Fluxion.Generator.Tests.Language;

/// <summary>Structs, objects, arrays and views: gradients against differences of the method's own values.</summary>
public sealed class DataProgramTests
{
    private const string Types = """
        readonly record struct V(double X, double Y)
        {
            public static V operator +(V a, V b) => new(a.X + b.X, a.Y + b.Y);
            public static V operator *(double s, V a) => new(s * a.X, s * a.Y);
            public static implicit operator V(double s) => new(s, s);
            public double Dot(V o) => X * o.X + Y * o.Y;
            public V Flip => this with { X = Y, Y = X };
            public double this[int i] => i == 0 ? X : Y;
        }

        struct Mean
        {
            public double Sum { get; private set; }
            public int Count;
            public void Add(double v) { Sum += v; Count++; }
            public readonly double Value => Sum / Count;
        }

        struct Primary(double a, double b)
        {
            private readonly double _product = a * b;
            public double Value => a + _product;
            public void Grow() { a *= 2; }
        }

        class Node(double v)
        {
            public double V = v;
            public Node? Next;
            public double Twice { get => 2 * V; set => V = value / 2; }
            public virtual double Get() => V;
        }

        sealed class Scaled(double v, double w) : Node(v * w)
        {
            public double W = w;
            public override double Get() => base.Get() + W;
        }
        """;

    public static TheoryData<string, string> Programs => new()
    {
        { "operators", "V v = new(x, y); V w = 0.5 * v + x; for (int i = 0; i < 3; i++) { w = w + 0.1 * v.Flip; if (w.X > 1) v = w.Flip; } return w.Dot(v) * v[1];" },
        { "mutating methods", "var m = new Mean(); m.Add(x * y); m.Add(Math.Sin(x)); Mean copy = m; copy.Add(y); return m.Value * copy.Value;" },
        { "deconstruction", "var (a, b) = new V(x * x, y) + y; return a * b;" },
        { "a primary constructor", "var p = new Primary(x, y); var q = p; q.Grow(); return p.Value * q.Value;" },
        { "one field at a time", "Mean m; m = default; m.Count += 2; m.Add(x); (double a, double b) t; t.a = x; t.b = y; return m.Value * t.a * t.b;" },
        { "references to fields", "var n = new Node(x); ref double v = ref n.V; v *= y; return n.V * x;" },
        { "aliases", "var a = new Node(x); var b = a; var c = new Node(y) { Next = b }; for (int i = 0; i < 3; i++) { c.Next.V *= 1.1; b.Twice += y; var t = new Node(a.V); t.V += 1; c.V += t.V; } return a.V * c.V;" },
        { "virtual calls", "Node n = new Scaled(x, y); return n.Get() * n.V;" },
        { "objects of two arms", "var n = x > 0 ? new Node(x * y) : new Node(y); return n.V * x;" },
        { "slices of arrays", "double[] a = [x, y, x * y, x + y]; double[] mid = a[1..^1]; mid[0] *= a[^1]; return mid[0] * a[1] + mid[^1];" },
        { "slices of spans", "double[] a = [x, y, x * y, x + y]; Span<double> s = a.AsSpan(1); s = s[..^1]; s[0] *= 3; s[^1] += s[0]; double r = 0; foreach (double v in s) r += v * v; return r + a[1];" },
        { "a span that shrinks", "ReadOnlySpan<double> rest = new[] { x, y, x * y }; double s = 0; while (!rest.IsEmpty) { s += rest[0] * rest[^1] * x; rest = rest[1..]; } return s;" },
        { "stackalloc", "Span<double> t = stackalloc double[] { x, y, x * y }; Span<double> u = stackalloc double[3]; t.CopyTo(u); u[1..].Fill(y * y); u.Slice(0, 2)[0] += x; return u[0] * u[1] + t[2] * u[2];" },
        { "overlapping copies", "double[] a = [x, y, x * y, 1]; Array.Copy(a, 0, a, 1, 3); a.AsSpan(2).CopyTo(a); Array.Clear(a, 3, 1); return a[0] * a[1] + a[2] * x + a[3];" },
        { "filling", "double[] a = new double[4]; Array.Fill(a, x * y); a[2] = x; Array.Fill(a, y, 3, 1); return a[0] * a[1] * a[2] * a[3];" },
        { "jagged arrays", "double[][] rows = new double[3][]; for (int i = 0; i < 3; i++) { rows[i] = new double[i + 1]; for (int j = 0; j <= i; j++) rows[i][j] = x * (j + 1) + y; } rows[0] = rows[2]; rows[0][1] *= y; double s = 0; foreach (double[] row in rows) foreach (double v in row) s += v * v * y; return s;" },
        { "complex numbers", "var c = new System.Numerics.Complex(x, y); var z = c; for (int i = 0; i < 3; i++) z = z * z * 0.5 + c; return z.Real * z.Imaginary;" },
        { "matrices", "double[,] m = { { x, y }, { x * y, 1 } }; double[,] c = (double[,])m.Clone(); c[0, 1] *= m[1, 0]; return c[0, 1] * c[0, 0] + m[0, 1];" },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void GradientAgreesWithDifferences(string name, string body)
    {
        LoadedAssembly assembly = GeneratorHarness.Run($$"""
            using System;
            using Fluxion;

            static partial class Model
            {
                {{Types}}

                [Differentiable]
                public static double Loss(double x, double y)
                {
                    {{body}}
                }
            }
            """).Load();

        const double X = 1.3, Y = 0.7;
        double Value(double x, double y) => (double)assembly.Call("Model", "Loss", x, y)!;
        double[] expected =
        [
            NumericDerivative.At(x => Value(x, Y), X).Slope, NumericDerivative.At(y => Value(X, y), Y).Slope,
        ];
        double[] actual = [.. Agreement.Flatten(assembly.Call("Model", "LossGradient", X, Y))];
        Agreement.AssertNear(expected, actual, 1e-6, name);

        object?[] arguments = [X, Y, 0.0, 0.0];
        Assert.Equal(Value(X, Y), assembly.Call("Model", "LossValueAndGradient", arguments));
    }

    [Fact]
    public void VectorsAreTheirComponents()
    {
        LoadedAssembly assembly = GeneratorHarness.Run("""
            using System.Numerics;

            static partial class Model
            {
                [Fluxion.Differentiable]
                public static float Loss(float x, float y)
                {
                    Vector3 v = new(x, y, 1);
                    Vector3 w = Vector3.Cross(v, new Vector3(0, 0, 1)) + 2 * v;
                    w.Z -= 2;
                    return Vector3.Dot(v, w) + Vector3.Lerp(v, w, 0.5f).X + Vector2.Distance(new(x, y), new(x, y)) + w.Length();
                }
            }
            """).Load();

        // 2(x² + y²) + (3x + y)/2 + √5·√(x² + y²)
        double slope = Math.Sqrt(5) / 5; // divided by the length of (3, 4)
        double[] actual = [.. Agreement.Flatten(assembly.Call("Model", "LossGradient", 3f, 4f))];
        Agreement.AssertNear([12 + 1.5 + (3 * slope), 16 + 0.5 + (4 * slope)], actual, 1e-5, "vectors");
        float value = (float)assembly.Call("Model", "Loss", 3f, 4f)!;
        object?[] arguments = [3f, 4f, 0f, 0f];
        Agreement.AssertNear([value], [(float)assembly.Call("Model", "LossValueAndGradient", arguments)!], 1e-6, "value");
    }
}
