using Fluxion.Generator.Tests.Infrastructure;

namespace Fluxion.Generator.Tests.Language;

/// <summary>Parameters with elements of struct types, lists, structs that hold arrays, and values that may be missing.</summary>
public sealed class SequenceParameterTests
{
    private const string Types = """
        public readonly record struct P(double X, double Y)
        {
            public static P operator +(P a, P b) => new(a.X + b.X, a.Y + b.Y);
            public double Dot(P o) => X * o.X + Y * o.Y;
        }

        public struct Particle { public P Position; public int Charge; public float Mass; public double? Spin; }

        public record struct Layer(double[] W, double[] B, double Scale)
        {
            public readonly double Apply(double v) { double s = 0; for (int i = 0; i < W.Length; i++) s += Math.Tanh(W[i] * v + B[i]); return s * Scale; }
        }

        public readonly struct Weights { public double[] A { get; init; } public double[,] M { get; init; } public int Count { get; init; } }

        public record struct Net(Layer First, double[] Last, int Steps);
        """;

    /// <summary>A name, the parameters, the arguments at (x, y), the gradient <c>g</c> as numbers, the body.</summary>
    public static TheoryData<string, string, string, string, string> Programs => new()
    {
        { "an array of vectors", "Vector2[] p", "new Vector2[] { new((float)x, 1), new(2, (float)y) }", "g[0].X, g[1].Y", "double s = 0; foreach (Vector2 v in p) s += v.LengthSquared() * v.X; return s * p[0].X * p[1].Y;" },
        { "an array of records", "P[] p", "new P[] { new(x, 1), new(2, y), new(3, 4) }", "g[0].X, g[1].Y", "double s = 0; for (int i = 0; i + 1 < p.Length; i++) s += p[i].Dot(p[i + 1]) * p[i].X; return s;" },
        { "a span of vectors", "ReadOnlySpan<Vector3> p, double z", "new Vector3[] { new((float)x, 1, 2) }, y", "g.p[0].X, g.z", "return Vector3.Dot(p[0], p[0]) * z * p[0].X;" },
        { "a span that is written to", "Span<P> p, double z", "new P[] { new(x, 1), new(2, 3) }, y", "g.p[0].X, g.z", "p[0] = p[0] + p[1]; foreach (ref P q in p) q = new(q.X * z, q.Y); return p[0].Dot(p[1]) + p[0].X;" },
        { "an array of tuples", "(double, double)[] p", "new[] { (x, 1.0), (2.0, y) }", "g[0].Item1, g[1].Item2", "double s = 1; foreach (var (a, b) in p) s = s * a + b * b * s; return s;" },
        { "an array of named tuples", "(double A, (int N, double B) C)[] p", "new[] { (x, (2, 1.0)), (2.0, (3, y)) }", "g[0].A, g[1].C.B", "double s = 1; foreach (var q in p) s = s * q.A + q.C.B * q.C.N; return s;" },
        { "nested structs with other members", "Particle[] p, [NoDerivative] P[] q", "new Particle[] { new() { Position = new(x, 2), Charge = 3, Mass = 2, Spin = y } }, new P[] { new(1, 2) }", "g[0].Position.X, g[0].Spin.GetValueOrDefault()", "return p[0].Position.Dot(q[0]) * p[0].Charge * p[0].Mass * p[0].Position.X * (p[0].Spin ?? 1);" },
        { "an array of complex numbers", "Complex[] c", "new Complex[] { new(x, y), new(1, 2) }", "g[0].Real, g[0].Imaginary", "Complex z = c[0] * c[1] * c[0]; return z.Real * z.Imaginary;" },
        { "a list of numbers", "List<double> a", "new List<double> { x, 2, y }", "g[0], g[2]", "a.Add(a[0] * a[2]); double s = 0; for (int i = 0; i < a.Count; i++) s += a[i] * a[i] * (i + 1); return s;" },
        { "a list of structs", "List<P> a, double z", "new List<P> { new(x, 2), new(3, 4) }, y", "g.a[0].X, g.z", "a[1] = a[0] + a[1]; return a.Sum(p => p.X * p.Y * z) * a.Count;" },
        { "a read-only list", "IReadOnlyList<double> a", "new[] { x, 2, y }", "g[0], g[2]", "double s = 0; for (int i = 0; i < a.Count; i++) s += a[i] * a[i] * (i + 1); foreach (double v in a) s *= v; return s;" },
        { "any sequence", "IEnumerable<double> a", "new[] { x, 2, y }.Where(v => v > -100)", "g[0], g[2]", "return a.Sum(v => v * v) * a.Select(v => v + 1).Sum();" },
        { "any sequence of structs", "IEnumerable<P> a", "new List<P> { new(x, 2), new(3, y) }", "g[0].X, g[1].Y", "double s = 0; foreach (P p in a) s += p.X * p.Y * p.Y + s * p.X; return s;" },
        { "a struct of arrays", "Layer l, double v", "new Layer([x, 2], [1, y], 3), 0.5", "g.l.W[0], g.l.B[1]", "return l.Apply(v) * l.W[0] + l.B[0] * l.Scale;" },
        { "a struct of arrays and its number", "Layer l, double v", "new Layer([1, 2], [1, 2], x), y", "g.l.Scale, g.v", "return l.Apply(v) * l.W[0] + l.B[0] * l.Scale;" },
        { "an array and a matrix in a struct", "Weights w", "new Weights { A = [x, 2], M = new double[,] { { 1, y }, { 2, 3 } }, Count = 2 }", "g.A[0], g.M[0, 1]", "double s = 0; for (int i = 0; i < w.Count; i++) for (int j = 0; j < w.Count; j++) s += w.M[i, j] * w.A[j] * w.A[i]; return s * s;" },
        { "nested structs of arrays", "Net n", "new Net(new Layer([x, 2], [1, 3], 2), [2, y], 2)", "g.First.W[0], g.Last[1]", "double v = 0.3; for (int i = 0; i < n.Steps; i++) { v = n.First.Apply(v) * n.Last[i]; n.Last[i] *= v; } return v * n.Last[1];" },
        { "a number that may be missing", "double? a, double b", "x, y", "g.a.GetValueOrDefault(), g.b", "return a is double v ? v * v * b : b;" },
        { "a struct that may be missing", "P? a, double b", "new P(x, 2), y", "g.a.GetValueOrDefault().X, g.b", "return (a?.X ?? 2) * b * b + (a.HasValue ? a.Value.Dot(a.Value) : 0);" },
        { "beside arrays and numbers of other kinds", "float f, P[] p, double[] w, double[,] m, P q", "2f, new P[] { new(x, 2) }, [1.5, 2], new double[,] { { y } }, new P(1, 2)", "g.p[0].X, g.m[0, 0]", "return f * p[0].X * p[0].Y * w[1] * m[0, 0] * q.Dot(p[0]);" },
        { "names that clash", "P[] p, double[] pX, double dP", "new P[] { new(x, 2) }, [y], 3", "g.p[0].X, g.pX[0]", "double i = p[0].X, tape = pX[0], value = 2; return i * i * tape * value * dP * p[0].Y;" },
        { "elements at kinks of loops", "P[] p", "new P[] { new(x, 1), new(2, y), new(0.1, 4) }", "g[0].X, g[1].Y", "P best = p[0]; foreach (P q in p) { if (q.X > 1.4 && q.Y < best.Y) best = q; else best = best + q; } return best.X * best.Y;" },
        { "passed to helpers and recursion", "P[] p", "new P[] { new(x, 1), new(2, y), new(0.1, 4) }", "g[0].X, g[1].Y", "return Sum(p, 0); static double Sum(ReadOnlySpan<P> q, int i) => i == q.Length ? 1 : q[i].X * Sum(q, i + 1) + q[i].Y * q[i].Y;" },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void GradientIsOfTheSameType(string name, string parameters, string arguments, string gradient, string body)
    {
        LoadedAssembly assembly = GeneratorHarness.Run($$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Numerics;
            using Fluxion;

            {{Types}}

            static partial class Model
            {
                [Differentiable]
                public static double Loss({{parameters}})
                {
                    {{body}}
                }

                public static double Value(double x, double y) => Loss({{arguments}});

                public static double[] Gradient(double x, double y)
                {
                    var g = LossGradient({{arguments}});
                    return [{{gradient}}];
                }
            }
            """).Load();

        const double X = 1.5, Y = 0.75;
        double Value(double x, double y) => (double)assembly.Call("Model", "Value", x, y)!;
        bool isSingle = parameters.Contains("Vector", StringComparison.Ordinal);
        double step = isSingle ? 0.02 : 0.002;
        double[] expected =
            [NumericDerivative.At(x => Value(x, Y), X, step).Slope, NumericDerivative.At(y => Value(X, y), Y, step).Slope];
        Agreement.AssertNear(expected, (double[])assembly.Call("Model", "Gradient", X, Y)!, isSingle ? 1e-4 : 1e-6, name);
    }

    [Fact]
    public void DestinationsAreOfTheSameTypeAndAllocateNothing()
    {
        LoadedAssembly assembly = GeneratorHarness.Run($$"""
            using System;
            using System.Collections.Generic;
            using System.Numerics;
            using Fluxion;

            {{Types}}

            static partial class Model
            {
                [Differentiable]
                public static double Loss(P[] p, List<double> a, Layer l, double z) =>
                    p[0].X * p[1].Y * a[1] * l.W[0] * l.B[1] * l.Scale * z;

                public static double[] Run()
                {
                    P[] p = [new(2, 3), new(5, 7)];
                    List<double> a = [11, 13];
                    Layer l = new([17, 19], [23, 29], 31);
                    P[] dP = new P[3];
                    double[] dA = [9, 9, 9], w = [9, 9], b = [9, 9];
                    Layer dL = new(w, b, 9);
                    double value = 0, dZ = 0;
                    for (int i = 0; i < 50; i++) { value = LossValueAndGradient(p, a, l, 0.5, dP, dA, ref dL, out dZ); }
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    for (int i = 0; i < 50; i++) { value = LossValueAndGradient(p, a, l, 0.5, dP, dA, ref dL, out dZ); }
                    long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                    return
                    [
                        allocated, value * 2 / dZ, value / dP[0].X, dP[0].Y, value / dP[1].Y, dP[2].X, dA[0], value / dA[1], dA[2],
                        value / w[0], w[1], b[0], value / b[1], value / dL.Scale, ReferenceEquals(dL.W, w) ? 1 : 0,
                    ];
                }

                public static string Refused()
                {
                    P[] p = [new(2, 3), new(5, 7)];
                    Layer l = new([17, 19], [23, 29], 31);
                    Layer dL = new(l.W, new double[2], 0);
                    string refused = "";
                    try { LossValueAndGradient(p, [1, 2], l, 1, p, new double[2], ref dL, out _); } catch (ArgumentException e) { refused += e.ParamName; }
                    try { LossValueAndGradient(p, [1, 2], l, 1, new P[1], new double[2], ref dL, out _); } catch (ArgumentException e) { refused += " " + e.ParamName; }
                    try { LossValueAndGradient(p, [1, 2], l, 1, new P[2], new double[2], ref dL, out _); } catch (ArgumentException e) { refused += " " + e.ParamName; }
                    try { LossValueAndGradient(null!, [1, 2], l, 1, new P[2], new double[2], ref dL, out _); } catch (ArgumentNullException e) { refused += " " + e.ParamName; }
                    return refused;
                }
            }
            """).Load();

        Assert.Equal([0, 1, 2, 0, 7, 0, 0, 13, 9, 17, 0, 0, 29, 31, 1], (double[])assembly.Call("Model", "Run")!);
        Assert.Equal("dP dP dLW p", assembly.Call("Model", "Refused"));
    }

    [Fact]
    public void CallersMemoryIsLeftAsItWas()
    {
        LoadedAssembly assembly = GeneratorHarness.Run($$"""
            using System.Collections.Generic;
            using Fluxion;

            {{Types.Replace("Math.", "System.Math.", StringComparison.Ordinal)}}

            static partial class Model
            {
                [Differentiable]
                public static double Loss(P[] p, List<double> a, Layer l)
                {
                    p[0] = p[0] + p[1];
                    a[0] *= p[0].X;
                    a.Add(a[0]);
                    l.W[0] *= a[2];
                    return l.W[0];
                }

                public static double[] Run()
                {
                    P[] p = [new(2, 3), new(5, 7)];
                    List<double> a = [11, 13];
                    Layer l = new([17, 19], [23, 29], 31);
                    var g = LossGradient(p, a, l);
                    return [p[0].X, a[0], a.Count, l.W[0], g.l.W[0], g.a[0]];
                }
            }
            """).Load();
        Assert.Equal([2, 11, 2, 17, 77, 119], (double[])assembly.Call("Model", "Run")!);
    }
}
