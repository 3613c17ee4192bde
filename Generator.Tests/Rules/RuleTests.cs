using System.Globalization;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Tests.Rules;

/// <summary>Every primitive in every spelling, through the entire generator, against numeric differences.</summary>
public sealed class RuleTests
{
    private static readonly Lazy<Batch> Programs = new(static () => new Batch(
        RuleProgram.All.Values.Select(static program => (program.Name, program.Source)), CompileOptions.Default));

    public static TheoryData<string> Names => [.. RuleProgram.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void GeneratedGradientAgreesWithDifferences(string name)
    {
        RuleProgram program = RuleProgram.All[name];
        Assert.DoesNotContain(Programs.Value.Problems(name), static d => d.Severity == DiagnosticSeverity.Error);
        bool isSingle = program.Real == typeof(float) || program.Expression.Contains("float", StringComparison.Ordinal);

        foreach ((double[] point, double[] partials) in PrimitiveCases.Samples(program.Primitive, 10))
        {
            string context = $"{program.Expression} at ({string.Join(", ", point)})";
            object?[] arguments = [.. point.Select((v, i) => Argument(v, program.Parameters[i].Type))];
            ProbeResult result = ProbeResult.Of(Programs.Value.Call(name + "Probe", Probe.Method, (object)arguments));

            result.AssertConsistent(context);
            IEnumerable<double> expected = partials.Where((_, i) => program.Parameters[i].IsDifferentiable);
            Agreement.AssertNear([.. expected], result.Gradient, isSingle ? 3e-6 : 1e-8, context);
        }
    }

    [Fact]
    public void EveryDifferentiablePrimitiveHasAProgram()
    {
        IEnumerable<Primitive> tested = RuleProgram.All.Values.Select(static program => program.Primitive);
        IEnumerable<Primitive> all = PrimitiveTable.All.Where(static p => p.IsDifferentiable);

        // Only the generator itself multiplies so that zero wins; PartialsTests has that.
        Assert.Equal([PrimitiveTable.Share, PrimitiveTable.SteepMultiply, PrimitiveTable.StrongMultiply, PrimitiveTable.WithSlopesOf], all.Except(tested));
    }

    [Fact]
    public void StepwisePrimitivesAreReportedAsInformation()
    {
        IEnumerable<string> silent = RuleProgram.All.Values
            .Where(static program => program.Primitive.IsStepwise)
            .Where(static program => !Programs.Value.Problems(program.Name).Any(static d => d.Severity == DiagnosticSeverity.Info))
            .Select(static program => program.Name);

        Assert.Empty(silent);
    }

    private static object Argument(double value, string type) => type switch
    {
        "double" => value,
        "float" => (float)value,
        "int" => (int)value,
        "bool" => value != 0,
        _ => Enum.ToObject(Type.GetType(type)!, Convert.ToInt32(value, CultureInfo.InvariantCulture)),
    };
}
