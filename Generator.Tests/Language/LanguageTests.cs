using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Tests.Language;

/// <summary>Gradients of language constructs against numeric differences of the method itself.</summary>
public sealed class LanguageTests
{
    private static readonly Lazy<Batch> Programs = new(static () => new Batch(
        LanguageCases.All.Select(static c => (c.ClassName, c.Source)), new CompileOptions { Optimize = true }));

    public static TheoryData<string> Names => [.. LanguageCases.All.Select(static c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void GradientAgreesWithDifferences(string name)
    {
        LanguageCase program = LanguageCases.All.Single(c => c.Name == name);
        Assert.DoesNotContain(Programs.Value.Problems(program.ClassName), static d => d.Severity == DiagnosticSeverity.Error);
        ProbeResult result = Run(program, program.Arguments);

        if (program.IsRounded)
        {
            Agreement.AssertNear([result.Value], [result.ValueWithGradient], program.IsSingle ? 1e-6 : 1e-14, name);
        }
        else
        {
            result.AssertConsistent(name);
        }

        Agreement.AssertNear(Differences(program), result.Gradient, program.IsSingle ? 1e-3 : 1e-7, name);
    }

    private static ProbeResult Run(LanguageCase program, object[] arguments) =>
        ProbeResult.Of(Programs.Value.Call(program.ClassName + "Probe", Probe.Method, (object)arguments));

    private static List<double> Differences(LanguageCase program)
    {
        List<double> slopes = [];

        for (int i = 0; i < program.Arguments.Length; i++)
        {
            for (int j = 0; program.Parameters[i].IsDifferentiable && j < Count(program.Arguments[i]); j++)
            {
                int position = i, element = j;
                double at = Agreement.Flatten(program.Arguments[i]).ElementAt(j);
                double step = program.IsSingle ? 0.02 : 0.002;
                slopes.Add(NumericDerivative.At(value => Run(program, Moved(program, position, element, value)).Value, at, step).Slope);
            }
        }

        return slopes;
    }

    private static object[] Moved(LanguageCase program, int position, int element, double value)
    {
        object[] arguments = [.. program.Arguments];

        if (arguments[position] is double[] array)
        {
            double[] copy = [.. array];
            copy[element] = value;
            arguments[position] = copy;
        }
        else
        {
            arguments[position] = arguments[position] is float ? (object)(float)value : value;
        }

        return arguments;
    }

    private static int Count(object argument) => argument is double[] array ? array.Length : 1;
}
