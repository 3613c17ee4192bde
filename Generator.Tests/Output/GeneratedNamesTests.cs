using Fluxion.Generator.Tests.Behaviour;
using Fluxion.Generator.Tests.Infrastructure;

namespace Fluxion.Generator.Tests.Output;

/// <summary>Names of files and members where the user's own are unusual.</summary>
public sealed class GeneratedNamesTests
{
    [Fact]
    public void FilesOfTypesThatDifferInCaseOrArityHaveNamesOfTheirOwn()
    {
        const string Method = "{ [Fluxion.Differentiable] public static double F(double x) => x * x; }";
        Generated generated = GeneratorHarness.Run($$"""
            static partial class R {{Method}}
            static partial class r {{Method}}
            static partial class R<T> {{Method}}
            static partial class R_1 {{Method}}
            namespace A { static partial class R {{Method}} }
            namespace a { static partial class R {{Method}} }
            """);
        string[] names = [.. generated.Files.Select(static file => file.HintName.ToUpperInvariant())];

        Assert.Null(generated.Result.Exception);
        Assert.Equal(6, names.Distinct().Count());
    }

    [Fact]
    public void MethodCanHaveTheNameOfAKeyword() => Assert.Equal([6, 9], Script.Run(
        "[Differentiable] public static double @class(double @this) => @this * @this;",
        "return [Model.classGradient(3), new Model.classObjective().Value([3])];"));

    [Fact]
    public void DerivativesOfAnExtensionMethodAreExtensionMethods() => Assert.Equal([12, 8], Script.Run(
        "[Differentiable] public static double Cube(this double x) => x * x * x;",
        "return [2.0.CubeGradient(), 2.0.CubeValueAndGradient(out _)];"));

    [Fact]
    public void OverloadsOfWhatIsGeneratedMayStandBesideIt() => Assert.Equal([2, 7], Script.Run(
        """
        [Differentiable] public static double F(double x) => x * x;
        public static double FGradient(double x, int n) => n;
        public static class FObjective<T>;
        """,
        "return [Model.FGradient(1), Model.FGradient(1, 7)];"));
}
