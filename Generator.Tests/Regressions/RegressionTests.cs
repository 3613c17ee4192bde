using Fluxion.Generator.Tests.Infrastructure;
using Fluxion.Generator.Tests.Oracle;

namespace Fluxion.Generator.Tests.Regressions;

/// <summary>Programs that once had a wrong gradient, against themselves on dual numbers.</summary>
public sealed class RegressionTests
{
    private static readonly Lazy<OracleCheck> Check = new(static () => new OracleCheck(new Batch(
        RegressionCases.All.Values.Select(static program => (program.Name, program.Source)), new CompileOptions { Optimize = true })));

    public static TheoryData<string> Names => [.. RegressionCases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void GradientAgreesWithDualNumbers(string name)
    {
        OracleVerdict verdict = Check.Value.Compare(RegressionCases.All[name], out string explanation);

        Assert.True(verdict == OracleVerdict.Agrees, $"{verdict}: {explanation}");
    }
}
