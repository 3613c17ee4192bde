using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Tests.Diagnostics;

/// <summary>Overloads share the names of what is generated from them.</summary>
public sealed class OverloadTests
{
    [Fact]
    public void SecondObjectiveOfTheSameNameIsRefused()
    {
        Generated generated = GeneratorHarness.Run("""
            using Fluxion;

            static partial class Model
            {
                [Differentiable(Derivatives.Gradient)] static double Loss(double x, double y, double z) => x * y * z;
                [Differentiable] static double Loss(double x) => x;
                [Differentiable] static double Loss(double x, double y) => x * y;
                static double Loss(int n) => n;
            }
            """);

        Diagnostic diagnostic = Assert.Single(generated.Diagnostics);
        Assert.Equal(("FLX0216", 6), (diagnostic.Id, diagnostic.Location.GetLineSpan().StartLinePosition.Line));
        Assert.Equal(2, generated.Files.Length);
    }

    [Fact]
    public void SecondExpressionsOfOneNameAreRefusedOnlyIfAskedFor()
    {
        const string Source = """
            using Fluxion;
            static partial class Model
            {
                [Differentiable] public static double Loss(double x) => x * x;
                [Differentiable(Derivatives.Gradient)] public static double Loss(double x, float y) => x * y;
                [Differentiable(Derivatives.Gradient | Derivatives.Expressions)] public static double Loss(double x, double y) => x * y;
            }
            """;

        Diagnostic diagnostic = Assert.Single(GeneratorHarness.Run(Source).Diagnostics);

        Assert.Equal(("FLX0225", 5), (diagnostic.Id, diagnostic.Location.GetLineSpan().StartLinePosition.Line));
    }

    [Fact]
    public void GradientsAreOverloadsAsTheMethodsAre()
    {
        double[] gradients = Behaviour.Script.Run("""
            [Differentiable] public static double Loss(double x) => x * x;
            [Differentiable(Derivatives.Gradient)] public static double Loss(double x, double y) => x * y;
            """, "return [Model.LossGradient(3), Model.LossGradient(3, 4).x];");

        Assert.Equal([6, 4], gradients);
    }
}
