using Fluxion.Optimization;
using Fluxion.Plotting;
using Fluxion.Training;
using MathNet.Numerics;

namespace Fluxion.Samples.Lessons;

/// <summary>Derivatives the generator is told: of a method without source, and of a solution found by trial.</summary>
internal static partial class CustomRule
{
    // What the orbit of Mars would be seen as: its distances from the sun at ten times, computed from its elements.
    private static readonly double[] MeanAnomaly = [0.3, 0.9, 1.5, 2.1, 2.7, 3.3, 3.9, 4.5, 5.1, 5.7];
    private static readonly double[] Distance = [.. MeanAnomaly.Select(mean => Radius(1.524, 0.0934, mean))];

    /// <summary>erf′(x) = 2/√π · exp(−x²): the rule returns the derivative.</summary>
    [DerivativeOf(typeof(SpecialFunctions), nameof(SpecialFunctions.Erf))]
    internal static double ErfSlope(double x) => 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x);

    /// <summary>The probability that a normally distributed number is less than <paramref name="x"/>.</summary>
    [Differentiable]
    private static double NormalCdf(double x) => 0.5 * (1 + SpecialFunctions.Erf(x / Math.Sqrt(2)));

    /// <summary>Solves Kepler's equation, E − e·sin E = M, by Newton's method.</summary>
    internal static double EccentricAnomaly(double eccentricity, double meanAnomaly)
    {
        double anomaly = meanAnomaly;

        for (int i = 0; i < 50; i++)
        {
            double error = anomaly - eccentricity * Math.Sin(anomaly) - meanAnomaly;
            anomaly -= error / (1 - eccentricity * Math.Cos(anomaly));
        }

        return anomaly;
    }

    /// <summary>
    /// The equation differentiated, instead of fifty steps towards its solution: dE·(1 − e·cos E) = de·sin E + dM. With
    /// the adjoint of the result as one parameter more, a rule returns the derivatives times it.
    /// </summary>
    [DerivativeOf(typeof(CustomRule), nameof(EccentricAnomaly))]
    internal static (double DEccentricity, double DMeanAnomaly) EccentricAnomalyPullback(
        double eccentricity, double meanAnomaly, double adjoint)
    {
        double anomaly = EccentricAnomaly(eccentricity, meanAnomaly);
        double share = adjoint / (1 - eccentricity * Math.Cos(anomaly));
        return (Math.Sin(anomaly) * share, share);
    }

    private static double Radius(double axis, double eccentricity, double meanAnomaly) =>
        axis * (1 - eccentricity * Math.Cos(EccentricAnomaly(eccentricity, meanAnomaly)));

    /// <summary>How far the distances on an orbit are from those that are given.</summary>
    [Differentiable]
    private static double Cost(double axis, double eccentricity)
    {
        double sum = 0;

        for (int i = 0; i < Distance.Length; i++)
        {
            double error = Radius(axis, eccentricity, MeanAnomaly[i]) - Distance[i];
            sum += error * error;
        }

        return sum / Distance.Length;
    }

    public static void Run()
    {
        Console.WriteLine($"NormalCdf(1) = {NormalCdf(1):F6}, its derivative {NormalCdfGradient(1):F6}");
        Console.WriteLine($"exp(-1/2) / sqrt(2 pi)                     {Math.Exp(-0.5) / Math.Sqrt(2 * Math.PI):F6}");
        GradientLine.Print(new NormalCdfObjective(), 1);

        var objective = new CostObjective();
        var options = new TrainingOptions<double>
        {
            Epochs = 20,
            InitialParameters = new double[] { 1, 0.3 },
            RecordParameters = true,
        };
        var optimizer = new Lbfgs<double>(maxIterations: 1, lineSearch: LineSearch.StrongWolfe);
        TrainingResult<double> result = Trainer.Fit(objective, optimizer, options);
        (double axis, double eccentricity) = (result.Parameters[0], result.Parameters[1]);
        Console.WriteLine($"Elements of Mars found again: axis {axis:F4} astronomical units, eccentricity {eccentricity:F4}");
        GradientLine.Print(objective, 1, 0.3);

        Plot descent = new Plot
        {
            Title = "Orbit of Mars from ten distances",
            XLabel = "axis, astronomical units",
            YLabel = "eccentricity",
        }
            .Contour(Cost, (0.8, 2), (0, 0.5))
            .Descent(
                [.. result.History.Select(epoch => epoch.Parameters.Span[0])],
                [.. result.History.Select(epoch => epoch.Parameters.Span[1])]);
        Figures.Save(descent, "custom-rule");
    }
}
