using System.Text.RegularExpressions;
using Fluxion.Generator.Tests.Oracle;

namespace Fluxion.Generator.Tests.Vectors;

/// <summary>A method of two arrays and two numbers, written in <c>R</c> for the floating type and <c>M</c> for its Math.</summary>
/// <param name="Name">A word for it.</param>
/// <param name="Body">Its statements.</param>
/// <param name="IsVector">Whether one of its loops is expected to run in the lanes of vectors.</param>
internal sealed partial record VectorShape(string Name, string Body, bool IsVector = true)
{
    /// <summary>Whether forward and reverse sweep are expected to share a pass over a loop.</summary>
    public bool IsOnePass { get; init; }

    /// <summary>Whether several trips of an outer loop are expected to run side by side.</summary>
    public bool IsTripVector { get; init; }

    /// <summary>The method, its dual form, and a class <c>…Probe</c> that runs both on arrays.</summary>
    /// <param name="type"><c>double</c> or <c>float</c>.</param>
    public string Source(string type)
    {
        string method = $$"""
            public static {{type}} F(ReadOnlySpan<{{type}}> x, ReadOnlySpan<{{type}}> y, {{type}} w, {{type}} b)
                {
                    {{Written(type)}}
                }
            """;

        return $$"""
            using System;
            using Fluxion;
            {{DualSource.Usings}}

            static partial class {{ClassName(type)}}
            {
                [Differentiable]
                {{method}}
            }

            static class {{ClassName(type)}}Dual
            {
                {{DualSource.Of(method)}}
            }

            {{Probe(type)}}
            """;
    }

    public string ClassName(string type) => $"Vector_{Name}_{type}";

    private string Written(string type)
    {
        string body = RealType().Replace(Body, type);
        return MathClass().Replace(body, type == "float" ? "MathF" : "Math").Replace("\n", "\n        ");
    }

    [GeneratedRegex(@"\bR\b")]
    private static partial Regex RealType();

    [GeneratedRegex(@"\bM\b")]
    private static partial Regex MathClass();

    private string Probe(string type) => $$"""
        static class {{ClassName(type)}}Probe
        {
            // Slices of longer arrays, so that vectors start off their natural boundary.
            public static object[] Generated({{type}}[] x, {{type}}[] y, {{type}} w, {{type}} b, int offset)
            {
                {{type}}[] longX = new {{type}}[x.Length + offset + 9], longY = new {{type}}[y.Length + offset + 9];
                {{type}}[] dX = new {{type}}[x.Length + offset + 9], dY = new {{type}}[y.Length + offset + 9];
                x.CopyTo(longX, offset);
                y.CopyTo(longY, offset);
                Array.Fill(dX, ({{type}})77);
                Array.Fill(dY, ({{type}})77);
                {{type}} value = {{ClassName(type)}}.FValueAndGradient(
                    longX.AsSpan(offset, x.Length), longY.AsSpan(offset, y.Length), w, b,
                    dX.AsSpan(offset, x.Length), dY.AsSpan(offset, y.Length), out {{type}} dW, out {{type}} dB);
                bool isInside = dX.AsSpan(x.Length + offset).IndexOfAnyExcept(({{type}})77) < 0
                    && dY.AsSpan(y.Length + offset).IndexOfAnyExcept(({{type}})77) < 0
                    && dX.AsSpan(0, offset).IndexOfAnyExcept(({{type}})77) < 0
                    && dY.AsSpan(0, offset).IndexOfAnyExcept(({{type}})77) < 0;
                return [isInside, value, dX.AsSpan(offset, x.Length).ToArray(), dY.AsSpan(offset, y.Length).ToArray(), dW, dB];
            }

            public static {{type}} Value({{type}}[] x, {{type}}[] y, {{type}} w, {{type}} b) => {{ClassName(type)}}.F(x, y, w, b);

            // One direction after the other.
            public static object[] Oracle({{type}}[] x, {{type}}[] y, {{type}} w, {{type}} b)
            {
                Dual<{{type}}>[] xs = Array.ConvertAll(x, static v => new Dual<{{type}}>(v, 0));
                Dual<{{type}}>[] ys = Array.ConvertAll(y, static v => new Dual<{{type}}>(v, 0));
                {{type}}[] dX = new {{type}}[x.Length], dY = new {{type}}[y.Length];

                for (int i = 0; i < x.Length; i++)
                {
                    xs[i] = new(x[i], 1);
                    dX[i] = {{ClassName(type)}}Dual.F(xs, ys, w, b).D;
                    xs[i] = new(x[i], 0);
                }

                for (int i = 0; i < y.Length; i++)
                {
                    ys[i] = new(y[i], 1);
                    dY[i] = {{ClassName(type)}}Dual.F(xs, ys, w, b).D;
                    ys[i] = new(y[i], 0);
                }

                return [{{ClassName(type)}}Dual.F(xs, ys, w, b).V, dX, dY,
                    {{ClassName(type)}}Dual.F(xs, ys, new(w, 1), b).D, {{ClassName(type)}}Dual.F(xs, ys, w, new(b, 1)).D];
            }
        }

        """;
}
