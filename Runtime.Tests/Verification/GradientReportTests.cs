using System.Globalization;
using Fluxion.Verification;

namespace Fluxion.Tests.Verification;

public sealed class GradientReportTests
{
    [Fact]
    public void TableIsAlignedWithARowForEachParameter()
    {
        string[] lines = Report().ToString().Split('\n');

        Assert.Equal(4, lines.Length);
        Assert.StartsWith("parameter", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("weight ", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("  agrees", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("  DISAGREES", lines[2], StringComparison.Ordinal);
        Assert.Equal("1 of 2 agree", lines[3]);

        int verdict = lines[0].IndexOf("verdict", StringComparison.Ordinal);
        Assert.Equal(verdict, lines[1].IndexOf("agrees", StringComparison.Ordinal));
        Assert.Equal(verdict, lines[2].IndexOf("DISAGREES", StringComparison.Ordinal));
    }

    [Fact]
    public void TableDoesNotDependOnTheCulture()
    {
        string expected = Report().ToString();
        string failure = Report().Failure;
        CultureInfo before = CultureInfo.CurrentCulture;
        var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        foreign.NumberFormat.NegativeSign = "\u2212";
        foreign.NumberFormat.NumberDecimalSeparator = ",";

        try
        {
            CultureInfo.CurrentCulture = foreign;
            Assert.Equal(expected, Report().ToString());
            Assert.Equal(failure, Report().Failure);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void ExceptionShowsTheTable()
    {
        GradientReport report = Report();
        GradientMismatchException error = Assert.Throws<GradientMismatchException>(report.Assert);
        Assert.EndsWith(report.ToString(), error.Message, StringComparison.Ordinal);
        Assert.Same(report, error.Report);
    }

    private static GradientReport Report()
    {
        return GradientCheck.Compare(Cost, (weight, bias) => (bias * bias, 0.25), -1.5, 0.5);

        static double Cost(double weight, double bias) => weight * bias * bias;
    }
}
