using Fluxion.Generator.Tests.Infrastructure;

namespace Fluxion.Generator.Tests.Language;

/// <summary>Structs and tuples as parameters: the gradient is one of them.</summary>
public sealed class CompositeParameterTests
{
    private const string Types = """
        public readonly record struct V(double X, double Y)
        {
            public static V operator +(V a, V b) => new(a.X + b.X, a.Y + b.Y);
            public double Dot(V o) => X * o.X + Y * o.Y;
        }

        public struct Body { public V Position; public int Count; public string? Name; }

        public readonly struct Stored
        {
            public readonly double A;
            public Stored(double a, double b) { A = a; this.B = b; }
            public double B { get; }
        }

        public struct Mixed { public Mixed() { Single = 7; Double = 7; } public float Single { get; set; } public double Double; }

        public readonly struct Pair<T> { public T First { get; init; } public T @event { get; init; } }
        """;

    /// <summary>A name, the parameters, the arguments at (x, y), the gradient <c>g</c> as numbers, the body.</summary>
    public static TheoryData<string, string, string, string, string> Programs => new()
    {
        { "a record struct", "V p", "new V(x, y)", "g.X, g.Y", "return p.Dot(p) * p.X;" },
        { "a reassigned parameter", "V p", "new V(x, y)", "g.X, g.Y", "V q = p; for (int i = 0; i < 3; i++) { p = p + q; if (p.X > 3.5) q = p; } return p.Dot(q);" },
        { "beside a number", "V p, [NoDerivative] V q, double z", "new V(x, 2), new V(3, 4), y", "g.p.X, g.z", "return (p + q).Dot(q) * z * p.X;" },
        { "nested structs", "Body b", "new Body { Position = new(x, y), Count = 3 }", "g.Position.X, g.Position.Y", "b.Position += b.Position; return b.Position.Dot(b.Position) * b.Count;" },
        { "stored by a constructor", "Stored s", "new Stored(x, y)", "g.A, g.B", "return s.A > 0 ? s.A * s.B * s.B : s.B;" },
        { "a constructor without parameters", "Mixed m", "new Mixed { Single = (float)x, Double = y }", "g.Single, g.Double", "return m.Single * m.Single * m.Double;" },
        { "a generic struct", "Pair<double> p", "new Pair<double> { First = x, @event = y }", "g.First, g.@event", "return p.First * p.First * p.@event;" },
        { "a tuple", "(double, double) t", "(x, y)", "g.Item1, g.Item2", "(double a, double b) = t; t.Item1 = a * b; return t.Item1 * b + a;" },
        { "a tuple of tuples", "(V v, (double a, int n) t) t, double[] w", "(new V(x, 3), (y, 2)), new[] { 2.0, 3.0 }", "g.t.v.X, g.t.t.a", "double s = 0; for (int i = 0; i < w.Length; i++) s += w[i] * t.v.X * t.t.a * t.t.n * t.v.Y; return s;" },
        { "complex numbers", "System.Numerics.Complex c", "new(x, y)", "g.Real, g.Imaginary", "var z = c * c * c; return z.Real + z.Imaginary;" },
        { "names that clash", "V p, V dP", "new V(x, 1), new V(y, 1)", "g.p.X, g.dP.X", "double pX = p.X * 2, dPX = dP.X * 3; return pX * dPX * dPX;" },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void GradientIsOfTheSameType(string name, string parameters, string arguments, string gradient, string body)
    {
        LoadedAssembly assembly = GeneratorHarness.Run($$"""
            using System;
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
        bool isSingle = name == "a constructor without parameters";
        double[] expected = isSingle
            ? [2 * X * Y, X * X]
            : [NumericDerivative.At(x => Value(x, Y), X).Slope, NumericDerivative.At(y => Value(X, y), Y).Slope];
        Agreement.AssertNear(expected, (double[])assembly.Call("Model", "Gradient", X, Y)!, 1e-6, name);
    }

    [Fact]
    public void ObjectivePacksTheMembers()
    {
        LoadedAssembly assembly = GeneratorHarness.Run($$"""
            using System;
            using Fluxion;

            {{Types}}

            static partial class Model
            {
                [Differentiable]
                public static double Loss(float a, V p, double[] w, Mixed m, [NoDerivative] Body b) =>
                    a * p.X * p.X * w[1] * m.Single * b.Count + p.Y * m.Double;

                public static string Names() =>
                    string.Join(" ", new LossObjective(new Body { Count = 2 }, 2).ParameterNames);

                public static double[] Evaluate()
                {
                    double[] gradient = new double[7];
                    LossObjective objective = new(new Body { Count = 2 }, 2);
                    double[] at = [3, 5, 7, 11, 13, 17, 19];
                    return [objective.Value(at), objective.ValueAndGradient(at, gradient), .. gradient];
                }
            }
            """).Load();

        const double Factors = 25.0 * 13 * 17 * 2;
        Assert.Equal("a p.X p.Y w[0] w[1] m.Single m.Double", assembly.Call("Model", "Names"));
        double[] expected =
        [
            (3 * Factors) + 133, (3 * Factors) + 133,
            Factors, 6 * Factors / 5, 19, 0, 3 * Factors / 13, 3 * Factors / 17, 7,
        ];
        Assert.Equal(expected, (double[])assembly.Call("Model", "Evaluate")!);
    }

    [Fact]
    public void ObjectiveIsLeftOutWhereMembersAreNoNumbers()
    {
        LoadedAssembly assembly = GeneratorHarness.Run($$"""
            {{Types}}

            static partial class Model
            {
                [Fluxion.Differentiable]
                public static double Loss(Body b) => b.Position.X * b.Count;
            }
            """).Load();

        Assert.Null(assembly.Type("Model").GetNestedType("LossObjective"));
    }
}
