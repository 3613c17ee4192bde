using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Tests.Numerics;

/// <summary>Logarithms of sums of exponentials over arrays: their slopes are a soft-max, also where the sum overflows or vanishes.</summary>
public sealed class SumOfExponentialsTests
{
    private const string Sum = "T s = 0; for (int i = 0; i < x.Length; i++) { s += M.Exp(x[i]); }";

    // Each is the logarithm of the sum, but for a constant.
    private static readonly Dictionary<string, string> Cases = new()
    {
        ["Plain"] = Sum + "return M.Log(s);",
        ["Foreach"] = "T s = 0; foreach (T v in x) { s += M.Exp(v); } return M.Log(s);",
        ["Downwards"] = "T s = 0; for (int i = x.Length - 1; i >= 0; i--) { s = M.Exp(x[i]) + s; } return M.Log(s);",
        ["Mean"] = Sum + "return M.Log(s / x.Length);",
        ["Base"] = "T s = 0; for (int i = 0; i < x.Length; i++) { s += T.Exp2(x[i] / M.Log(2)); } return M.Log(2) * M.Log2(s);",
        ["Multiple"] = "T s = 0; for (int i = 0; i < x.Length; i++) { s += 3 * M.Exp(x[i] - 2); } return M.Log(s);",
        ["Helper"] = "return Total(x);",
        ["Span"] = "return Total(x.AsSpan());",
        ["Linq"] = "return M.Log(x.Select(v => M.Exp(v)).Sum());",
        ["LinqSum"] = "return M.Log(x.Sum(v => M.Exp(v)));",
        ["Stored"] = "T[] e = new T[x.Length]; for (int i = 0; i < x.Length; i++) { e[i] = M.Exp(x[i]); } T s = 0; for (int i = 0; i < e.Length; i++) { s += e[i]; } return M.Log(s);",
        ["Tensors"] = "T[] e = new T[x.Length]; TensorPrimitives.Exp<T>(x, e); return M.Log(TensorPrimitives.Sum<T>(e));",
        ["Computed"] = "T s = 0; for (int i = 0; i < x.Length; i++) { T d = 2 * x[i]; if (i > 0) { d -= x[i]; } else { d = x[i]; } s += M.Exp(d); } return M.Log(s);",
        ["Shifted"] = "T m = x.Max(); T s = 0; for (int i = 0; i < x.Length; i++) { s += M.Exp(x[i] - m); } return m + M.Log(s);",
        ["ShiftedByHand"] = "T m = x[0]; for (int i = 1; i < x.Length; i++) { if (x[i] > m) { m = x[i]; } } T s = 0; for (int i = 0; i < x.Length; i++) { s += M.Exp(x[i] - m); } return m + M.Log(s);",
        ["ShiftedByTensors"] = "T m = TensorPrimitives.Max<T>(x); T s = 0; foreach (T v in x) { s += M.Exp(v - m); } return m + M.Log(s);",
    };

    private const string Shares = Sum + "T[] p = new T[x.Length]; for (int i = 0; i < x.Length; i++) { p[i] = M.Exp(x[i]) / s; }";

    private const string Stored = "T m = x.Max(); T[] e = new T[x.Length]; T s = 0; for (int i = 0; i < x.Length; i++) { e[i] = M.Exp(x[i] - m); s += e[i]; }";

    // Each is the negative logarithm of the share of the last one.
    private static readonly Dictionary<string, string> CrossEntropies = new()
    {
        ["Difference"] = Sum + "return M.Log(s) - x[^1];",
        ["Quotient"] = Sum + "return -M.Log(M.Exp(x[^1]) / s);",
        ["Share"] = Shares + "return -M.Log(p[x.Length - 1]);",
        ["OneHot"] = Shares + "T loss = 0; for (int i = 0; i < x.Length; i++) { T y = i == x.Length - 1 ? 1 : 0; loss -= y * M.Log(p[i]); } return loss;",
        ["ShareOfShifted"] = Stored + "return -M.Log(e[x.Length - 1] / s);",
        ["SharesBesides"] = Stored + "T[] p = new T[x.Length]; for (int i = 0; i < x.Length; i++) { p[i] = e[i] / s; } return -M.Log(p[x.Length - 1]);",
        ["SoftMax"] = "T[] p = new T[x.Length]; TensorPrimitives.SoftMax<T>(x, p); return -M.Log(p[x.Length - 1]);",
    };

    private static readonly string[] Types = ["double", "float"];

    private static readonly Lazy<Batch> Programs = new(static () => new Batch(
        from body in Cases.Concat(CrossEntropies)
        from type in Types
        select (body.Key + type, Source(body.Key + type, body.Value, type)),
        new CompileOptions { Optimize = true }));

    public static TheoryData<string, string> Names => NamesOf(Cases);

    public static TheoryData<string, string> CrossEntropyNames => NamesOf(CrossEntropies);

    [Theory]
    [MemberData(nameof(Names))]
    public void SlopesAreASoftMaxEverywhere(string name, string type)
    {
        foreach (double[] point in Points(type))
        {
            AssertSlopes(name, type, point, SoftMax);
        }
    }

    [Theory]
    [MemberData(nameof(CrossEntropyNames))]
    public void SlopesOfCrossEntropiesAreFiniteEverywhere(string name, string type)
    {
        foreach (double[] point in Points(type))
        {
            AssertSlopes(name, type, point, static x => [.. SoftMax(x).Select((p, i) => i == x.Length - 1 ? p - 1 : p)]);
        }
    }

    [Fact]
    public void ValueStaysWhatTheMethodComputes()
    {
        object?[] arguments = [new double[] { 1000, 1 }, null];
        Assert.Equal(double.PositiveInfinity, Programs.Value.Call("Plaindouble", "F", arguments[0]));
        Assert.Equal(double.PositiveInfinity, Programs.Value.Call("Plaindouble", "Value", arguments[0]));
    }

    [Fact]
    public void SumThatIsShiftedByHandIsTakenAsItIs()
    {
        string text = Programs.Value.File("ShiftedByHanddouble")!;
        Assert.DoesNotContain("overflows or vanishes", text, StringComparison.Ordinal);
        Assert.Contains("overflows or vanishes", Programs.Value.File("Plaindouble"), StringComparison.Ordinal);
    }

    private static void AssertSlopes(string name, string type, double[] point, Func<double[], double[]> slopes)
    {
        Assert.DoesNotContain(Programs.Value.Problems(name + type), static d => d.Severity == DiagnosticSeverity.Error);
        Array argument = type == "float" ? Array.ConvertAll(point, static v => (float)v) : point;
        double[] actual = [.. Agreement.Flatten(Programs.Value.Call(name + type, "FGradient", argument))];
        double[] expected = slopes([.. Agreement.Flatten(argument)]);
        Agreement.AssertNear(expected, actual, type == "float" ? 2e-5 : 1e-12, $"{name} of {type} at {string.Join(", ", point.Take(3))}");
    }

    private static TheoryData<string, string> NamesOf(Dictionary<string, string> cases)
    {
        TheoryData<string, string> data = [];

        foreach (string name in cases.Keys)
        {
            Array.ForEach(Types, type => data.Add(name, type));
        }

        return data;
    }

    private static IEnumerable<double[]> Points(string type)
    {
        double far = type == "float" ? 1e30 : 1e300;
        yield return [1, 2, 3];
        yield return [0.5];
        yield return [1e3, 1e3 + 1, 3];
        yield return [-1e3, -1001, -1002];
        yield return [far, 0, 1];
        yield return [-far, -far, -far];
        yield return [100, 90, 99];
        yield return [-100, -101, -1e5];
        yield return [800, 1, 2];
        yield return [-800, -801, -700];

        foreach (double middle in (double[])[0, 1000, -1000])
        {
            yield return [.. Enumerable.Range(0, 43).Select(i => middle + ((i * 7 % 16) / 8.0))];
        }
    }

    private static double[] SoftMax(double[] x)
    {
        double[] shifted = [.. x.Select(v => Math.Exp(v - x.Max()))];
        return [.. shifted.Select(e => e / shifted.Sum())];
    }

    private static string Source(string className, string body, string type) => $$"""
        using System;
        using System.Linq;
        using System.Numerics.Tensors;
        using Fluxion;

        static partial class {{className}}
        {
            [Differentiable]
            public static T F(T[] x) { {{body}} }
            static T Total(ReadOnlySpan<T> x) { {{Sum}} T y = s; return M.Log(y); }
            public static T Value(T[] x) => FValueAndGradient(x, new T[x.Length]);
        }
        """.Replace("M.", type == "float" ? "MathF." : "Math.", StringComparison.Ordinal)
            .Replace("T.", type + ".", StringComparison.Ordinal).Replace("T ", type + " ", StringComparison.Ordinal)
            .Replace("T[", type + "[", StringComparison.Ordinal).Replace("<T>", $"<{type}>", StringComparison.Ordinal);
}
