using System.Text;
using Fluxion.Generator.Tests.Infrastructure;

namespace Fluxion.Generator.Tests.Output;

/// <summary>Expressions as large as programs write, not people.</summary>
public sealed class WideExpressionTests
{
    private const int Terms = 10_000;

    [Fact]
    public void TenThousandTermsAreDifferentiated()
    {
        StringBuilder sum = new("x");

        for (int i = 1; i < Terms; i++)
        {
            sum.Append(i % 2 == 0 ? " + x" : " + x * y");
        }

        LoadedAssembly assembly = Compile($"static double F(double x, double y) => {sum};");

        Assert.Equal((Terms / 2) + (Terms / 2 * 3.0), ((ValueTuple<double, double>)assembly.Call("Wide", "FGradient", 2.0, 3.0)!).Item1);
        Assert.Equal(Terms / 2 * 2.0, ((ValueTuple<double, double>)assembly.Call("Wide", "FGradient", 2.0, 3.0)!).Item2);
    }

    [Fact]
    public void TenThousandStatementsAreDifferentiated()
    {
        StringBuilder body = new("double s = x;\n");

        for (int i = 1; i < Terms; i++)
        {
            body.Append(i % 2 == 0 ? "s = s + x;\n" : "s = s - 0.5 * x;\n");
        }

        LoadedAssembly assembly = Compile($"static double F(double x)\n{{\n{body}return s;\n}}");

        Assert.Equal(1 + (((Terms / 2) - 1) * 1.0) - (Terms / 2 * 0.5), assembly.Call("Wide", "FGradient", 2.0));
    }

    private static LoadedAssembly Compile(string method) => GeneratorHarness.Run($$"""
        static partial class Wide
        {
            [Fluxion.Differentiable]
            {{method}}
        }
        """).Load();
}
