using Fluxion.Generator.Tests.Infrastructure;

namespace Fluxion.Generator.Tests.Oracle;

/// <summary>
/// A method <c>F(x, y, a, b, m, n)</c> with what it calls, the same on dual numbers, and a class <c>…Probe</c> that runs
/// both.
/// </summary>
/// <param name="Name">The name of its class.</param>
/// <param name="Members">The members of the class, <c>F</c> first; its floating type is the only one of the parameters.</param>
internal sealed record OracleProgram(string Name, string Members)
{
    /// <summary>Whether the parameters are <c>float</c>.</summary>
    public bool IsSingle { get; } = Members.Contains("static float F(", StringComparison.Ordinal);

    /// <summary>Whether anything in it is rounded to <c>float</c>.</summary>
    public bool IsRounded { get; } = Members.Contains("float", StringComparison.Ordinal);

    private string Type => IsSingle ? "float" : "double";

    private ProbeParameter[] Parameters =>
    [
        ProbeParameter.Of("x", Type), ProbeParameter.Of("y", Type), ProbeParameter.Of("a", Type + "[]"),
        ProbeParameter.Of("b", Type + "[]"), ProbeParameter.Of("m", Type + "[,]"), ProbeParameter.Of("n", "int"),
    ];

    public string Source => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using Fluxion;
        {{DualSource.Usings}}

        static partial class {{Name}}
        {
        [Differentiable]
        {{Members}}
        }

        static class {{Name}}Dual
        {
        {{DualSource.Of(Members)}}
        }

        {{Probe.Source(Name + "Probe", Name, "F", Parameters).Replace("static class", "static partial class", StringComparison.Ordinal)}}

        static partial class {{Name}}Probe
        {
            public static double[] Oracle(object[] arguments, double[] direction)
            {
                int next = 2;
                Dual<{{Type}}> Of(object value, double slope) => new(({{Type}})value, ({{Type}})slope);
                Dual<{{Type}}>[] a = Array.ConvertAll(({{Type}}[])arguments[2], value => Of(value, direction[next++]));
                Dual<{{Type}}>[] b = Array.ConvertAll(({{Type}}[])arguments[3], value => Of(value, direction[next++]));
                {{Type}}[,] numbers = ({{Type}}[,])arguments[4];
                Dual<{{Type}}>[,] m = new Dual<{{Type}}>[numbers.GetLength(0), numbers.GetLength(1)];

                for (int i = 0; i < numbers.Length; i++)
                {
                    (int row, int column) = (i / numbers.GetLength(1), i % numbers.GetLength(1));
                    m[row, column] = Of(numbers[row, column], direction[next++]);
                }

                Dual<{{Type}}> result = {{Name}}Dual.F(
                    Of(arguments[0], direction[0]), Of(arguments[1], direction[1]), a, b, m, (int)arguments[5]);
                return [result.V, result.D, result.M];
            }
        }
        """;
}
