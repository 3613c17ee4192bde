using Fluxion.Generator.Tests.Conformance;
using Fluxion.Generator.Tests.Infrastructure;

namespace Fluxion.Generator.Tests.Formulas;

/// <summary>
/// The expression trees of every conformance program that has them, compiled, against the generated method: at the
/// program's own arguments, kinks among them, and around them.
/// </summary>
public sealed class ConformanceExpressionTests
{
    private const int Points = 12;
    private const double Tolerance = 1e-12;

    private static readonly Lazy<Batch> Compiled = new(static () =>
        new Batch(ConformanceProgram.All.Values.Select(static program => (program.ClassName, program.Source)), new CompileOptions()));

    public static TheoryData<string> WithClosedForm => [.. ConformanceProgram.All.Keys.Where(static name => Probe(name) is not null)];

    [Theory]
    [MemberData(nameof(WithClosedForm))]
    public void CompiledTreesAgreeWithTheGeneratedMethod(string name)
    {
        ConformanceProgram program = ConformanceProgram.All[name];
        ExpressionProbe expressions = Probe(name)!;
        System.Random random = new(1);

        for (int point = 0; point < Points; point++)
        {
            object?[] arguments = [.. program.Arguments.Select(a => point == 0 ? a : Moved(a, random))];
            ProbeResult expected = ProbeResult.Of(
                Compiled.Value.Call(program.ClassName + "Probe", Infrastructure.Probe.Method, (object)arguments));
            IEnumerable<double> partials = program.Parameters.SelectMany((p, i) =>
                p.IsDifferentiable ? expressions.Partials(p.Name, arguments[i], arguments) : []);

            Agreement.AssertNear([expected.Value], [expressions.Value(arguments)], Tolerance, "value of " + name);
            Agreement.AssertNear(expected.Gradient, [.. partials], Tolerance, "gradient of " + name);
        }
    }

    [Fact]
    public void MostProgramsWithoutRecurrencesHaveAClosedForm() => Assert.InRange(WithClosedForm.Count, 105, 1000);

    private static ExpressionProbe? Probe(string name) =>
        Compiled.Value.File(ConformanceProgram.All[name].ClassName) is null
            ? null
            : ExpressionProbe.Of(Compiled.Value.Type(ConformanceProgram.All[name].ClassName), "F");

    private static object? Moved(object? argument, System.Random random) => argument switch
    {
        double number => Moved(number, random),
        double[] numbers => numbers.Select(x => Moved(x, random)).ToArray(),
        double[,] matrix => Moved(matrix, random),
        _ => argument,
    };

    private static double Moved(double number, System.Random random) =>
        number + (0.1 * (number == 0 ? 1 : number) * (random.NextDouble() - 0.5));

    private static double[,] Moved(double[,] matrix, System.Random random)
    {
        double[,] moved = (double[,])matrix.Clone();

        for (int i = 0; i < matrix.GetLength(0); i++)
        {
            for (int j = 0; j < matrix.GetLength(1); j++)
            {
                moved[i, j] = Moved(matrix[i, j], random);
            }
        }

        return moved;
    }
}
