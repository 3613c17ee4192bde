using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Tests.Oracle;

/// <summary>What a comparison of a generated gradient with the oracle came to.</summary>
internal enum OracleVerdict
{
    /// <summary>They agree, at one point at least.</summary>
    Agrees,

    /// <summary>Value or derivative were infinite, NaN or chaotic at every point.</summary>
    SaysNothing,

    /// <summary>The generator refused the program.</summary>
    Refused,

    /// <summary>The program itself is no C#.</summary>
    Invalid,

    /// <summary>Something is wrong.</summary>
    Differs,
}

/// <summary>Compares the generated gradients of a batch of programs with what dual numbers give.</summary>
internal sealed class OracleCheck(Batch batch)
{
    private const int Directions = 3;

    // What the probe meets where nothing was generated.
    private const string MissingMember = "CS0117";

    // From here on a product of a few overflows, in float sooner.
    private const double Huge = 1e12;
    private const double HugeSingle = 1e4;

    private static readonly OraclePoint[] Points =
    [
        OraclePoint.Smooth(4, seed: 1), OraclePoint.Smooth(5, seed: 2), OraclePoint.Smooth(19, seed: 3),
        OraclePoint.Smooth(35, seed: 4), OraclePoint.Kinked(4, seed: 5), OraclePoint.Kinked(7, seed: 6), OraclePoint.Kinked(21, seed: 7),
    ];

    public OracleVerdict Compare(OracleProgram program, out string explanation)
    {
        explanation = string.Join('\n', Errors(program));

        if (explanation.Length > 0)
        {
            return Refusal(program);
        }

        OracleVerdict verdict = OracleVerdict.SaysNothing;

        foreach (OraclePoint point in Points)
        {
            if (Compare(program, point) is { } failure)
            {
                explanation = failure.Length > 0 ? $"n = {point.Length}: {failure}" : "";

                if (failure.Length > 0)
                {
                    return OracleVerdict.Differs;
                }

                verdict = OracleVerdict.Agrees;
            }
        }

        return verdict;
    }

    // What the generator made must be C#, and it must not fail itself; else the fault is the program's.
    private OracleVerdict Refusal(OracleProgram program)
    {
        Diagnostic[] errors = [.. Errors(program)];
        return errors.Any(static d => d.Id[0] == 'C' && d.Id != MissingMember && !Generated.IsGenerated(d.Location)) ? OracleVerdict.Invalid
            : errors.Any(static d => d.Id == "FLX0001" || Generated.IsGenerated(d.Location)) ? OracleVerdict.Differs
            : errors.Any(static d => d.Id.StartsWith("FLX", StringComparison.Ordinal)) ? OracleVerdict.Refused
            : OracleVerdict.Invalid;
    }

    // A failure of the generator has no place: it is that of whoever has nothing generated.
    private IEnumerable<Diagnostic> Errors(OracleProgram program) => batch.Problems(program.Name).Where(
        d => d.Severity == DiagnosticSeverity.Error && (d.Location.IsInSource || batch.File(program.Name) is null));

    /// <summary>Why they differ; empty if they agree, <c>null</c> if the point says nothing.</summary>
    private string? Compare(OracleProgram program, OraclePoint point)
    {
        object?[] arguments = point.Arguments(program.IsSingle);
        ProbeResult? result = null;
        Type? thrown = Record.Exception(() => result = ProbeResult.Of(Call(program, Probe.Method, (object)arguments)))?.GetType();
        double[] oracle = [];
        Type? expected = Record.Exception(() => oracle = Oracle(program, point, point.Direction(0)))?.GetType();

        if (thrown != expected || result is null)
        {
            return thrown == expected ? "" : $"expected {expected}, got {thrown}";
        }

        if (Agreement.Bits(oracle[0]) != Agreement.Bits(result.Value))
        {
            return $"the oracle's value is {oracle[0]}, the method's {result.Value}";
        }

        return Inconsistency(program, point, result) ?? Difference(program, point, result);
    }

    private string? Inconsistency(OracleProgram program, OraclePoint point, ProbeResult result)
    {
        bool isSame = result.Gradient.Select(Agreement.Bits).SequenceEqual(result.GradientMethod.Select(Agreement.Bits));
        return !IsValue(program, point, result) ? $"the value is {result.Value}, with the gradient {result.ValueWithGradient}"
            : !isSame ? "a second call gives another gradient"
            : null;
    }

    /// <summary>The method's value to the bit; where sums are added in lanes, to rounding.</summary>
    private bool IsValue(OracleProgram program, OraclePoint point, ProbeResult result) =>
        Agreement.Bits(result.Value) == Agreement.Bits(result.ValueWithGradient)
        || (IsVector(program) && !(Math.Abs(result.Value - result.ValueWithGradient)
            > (Tolerance(program) * (1 + Math.Abs(result.Value))) + (100 * Spread(program, point, point.Direction(0), 0, result.Value))));

    private bool IsVector(OracleProgram program) =>
        batch.File(program.Name)!.Contains("Vector<", StringComparison.Ordinal);

    private string? Difference(OracleProgram program, OraclePoint point, ProbeResult result)
    {
        string? verdict = null;

        for (int i = 0; i < Directions; i++)
        {
            double[] direction = point.Direction(i);
            DualMath.Largest = 0;
            double[] oracle = Oracle(program, point, direction);
            double actual = direction.Zip(result.Gradient, static (d, g) => d * g).Sum();
            double spread = Spread(program, point, direction, 1, oracle[1]);

            // Next to infinities and changes of path the rounding of a sum decides; where numbers became huge on the way,
            // adjoints can overflow that tangents do not meet.
            if (!oracle.All(double.IsFinite) || spread > 1e-3 * (1 + oracle[2])
                || (!double.IsFinite(actual) && DualMath.Largest > (program.IsRounded ? HugeSingle : Huge)))
            {
                continue;
            }

            double allowed = (Tolerance(program) * (1 + oracle[2])) + (100 * spread);

            if (!(Math.Abs(actual - oracle[1]) <= allowed))
            {
                return $"along direction {i} expected {oracle[1]}, got {actual}, size {oracle[2]}, allowed {allowed}";
            }

            verdict = "";
        }

        return verdict;
    }

    /// <summary>How much value or derivative change when the last digits of the arguments do, where values are rounded differently.</summary>
    private double Spread(OracleProgram program, OraclePoint point, double[] direction, int position, double unmoved) =>
        !IsVector(program) ? 0 : Enumerable.Range(0, 3).Max(i => Math.Abs(
            Moved(program, point.Moved(program.IsRounded ? 1e-6 : 1e-13, i), direction)[position] - unmoved));

    // What throws there has changed its path.
    private double[] Moved(OracleProgram program, OraclePoint point, double[] direction)
    {
        double[] moved = [double.PositiveInfinity, double.PositiveInfinity];
        Record.Exception(() => moved = Oracle(program, point, direction));
        return moved;
    }

    private double[] Oracle(OracleProgram program, OraclePoint point, double[] direction) =>
        (double[])Call(program, "Oracle", point.Arguments(program.IsSingle), direction)!;

    private object? Call(OracleProgram program, string method, params object?[] arguments) =>
        batch.Call(program.Name + "Probe", method, arguments);

    // What follows a long sum that is added in lanes sees it rounded differently.
    private double Tolerance(OracleProgram program) => program.IsRounded ? 1e-4 : IsVector(program) ? 1e-7 : 1e-9;
}
